import type { Curve, CurveKind, Transect } from '../model/curves.ts';
import type { UserUnits } from '../model/units.ts';
import type { Draft } from './draft.ts';
import { RowRefused } from './inp-problem.ts';
import { numberIn, shortened, type Row } from './row.ts';

/** Words of the file for kinds of curves. */
const curveWords: Readonly<Record<string, CurveKind>> = {
  STORAGE: 'storage',
  SHAPE: 'shape',
  DIVERSION: 'diversion',
  TIDAL: 'tidal',
  PUMP1: 'pump1',
  PUMP2: 'pump2',
  PUMP3: 'pump3',
  PUMP4: 'pump4',
  PUMP5: 'pump5',
  RATING: 'rating',
  CONTROL: 'control',
  WEIR: 'weir',
};

/** SI values of one unit of x and y of a kind of curve. */
export function curveFactors(kind: CurveKind, { length, area, volume, flow }: UserUnits): readonly [number, number] {
  switch (kind) {
    case 'storage':
      return [length, area];
    case 'diversion':
      return [flow, flow];
    case 'tidal':
      return [3600, length];
    case 'pump1':
      return [volume, flow];
    case 'pump2':
    case 'pump3':
    case 'pump4':
    case 'pump5':
    case 'rating':
      return [length, flow];
    case 'weir':
      return [length, Math.sqrt(length)];
    default:
      return [1, 1];
  }
}

/** `Name Kind X Y …`, going on over rows that begin with the name. */
export function readCurve(draft: Draft, row: Row): void {
  const name = draft.names.refer(row, 0, 'curve');
  let curve = draft.curves.get(name);
  let first = 1;
  const word = row.words[1]?.toUpperCase() ?? '';
  if (!curve) {
    const made: Curve & { x: number[]; y: number[] } = { name, kind: row.choice(1, 'a kind of curve', curveWords), x: [], y: [] };
    draft.curves.set(name, (curve = made));
    first = 2;
  } else if (Object.hasOwn(curveWords, word)) first = 2;
  const [xFactor, yFactor] = curveFactors(curve.kind, draft.units);
  for (let index = first; index < row.words.length; index += 2) {
    const x = tidalHours(curve.kind, row, index) * xFactor;
    if (x < (curve.x.at(-1) ?? -Infinity))
      throw new RowRefused(`expected rising x values, found ${shortened(row.words[index]!)} after a larger one`);
    const y = row.number(index + 1, 'a y value to the x value') * yFactor;
    curve.x.push(x);
    curve.y.push(y);
  }
}

/** Hours of a tidal curve may be written as `HH:MM`. */
function tidalHours(kind: CurveKind, row: Row, index: number): number {
  const word = row.word(index, 'an x value');
  if (kind !== 'tidal' || !word.includes(':')) return row.number(index, 'an x value');
  const [hours, minutes] = word.split(':').map(numberIn);
  if (hours == null || minutes == null) throw new RowRefused(`expected an hour, found "${shortened(word)}"`);
  return hours + minutes / 60;
}

/**
 * Rows of [TRANSECTS] in the HEC-2 form: NC holds on, X1 opens a transect, GR adds points to the last one. The factors of X1 follow two
 * unused places, where HEC-2 has the reach lengths of the banks; the manual prints three, but SWMM reads and writes two.
 */
export class TransectReader {
  #roughness: readonly [number, number, number] = [0, 0, 0];
  #current: { readonly transect: Transect; readonly stations: number[]; readonly elevations: number[] } | null = null;

  read(draft: Draft, row: Row): void {
    const kind = row.choice(0, 'NC, X1 or GR', { NC: 'NC', X1: 'X1', GR: 'GR' } as const);
    if (kind === 'NC') this.#readRoughness(row);
    else if (kind === 'X1') this.#open(draft, row);
    else this.#addPoints(draft, row);
  }

  #readRoughness(row: Row): void {
    const [left, right, channel] = [1, 2, 3].map((index) => row.number(index, "Manning's n", 0)) as [number, number, number];
    const [, , before] = this.#roughness;
    const settled = channel > 0 ? channel : before;
    this.#roughness = [left > 0 ? left : settled, right > 0 ? right : settled, settled];
  }

  #open(draft: Draft, row: Row): void {
    const { length } = draft.units;
    const [leftRoughness, rightRoughness, channelRoughness] = this.#roughness;
    if (channelRoughness <= 0) throw new RowRefused("expected a row NC with Manning's n before the transect");
    const stationFactor = row.numberOr(8, 0, 'a factor for stations', 0) || 1;
    const stations: number[] = [];
    const elevations: number[] = [];
    const transect: Transect = {
      name: draft.names.refer(row, 1, 'transect'),
      leftRoughness,
      rightRoughness,
      channelRoughness,
      leftBank: row.number(3, 'the station of the left bank') * length * stationFactor,
      rightBank: row.number(4, 'the station of the right bank') * length * stationFactor,
      stations,
      elevations,
      meander: row.numberOr(7, 0, 'a meander factor', 0) || 1,
      stationFactor,
      elevationOffset: row.numberOr(9, 0, 'an offset for elevations') * length,
    };
    this.#current = { transect, stations, elevations };
    draft.add('transect', 'TRANSECTS', draft.transects, transect, row);
  }

  #addPoints(draft: Draft, row: Row): void {
    if (!this.#current) throw new RowRefused('expected a row X1 before the points of a transect');
    const { transect, stations, elevations } = this.#current;
    const { length } = draft.units;
    for (let index = 1; index < row.words.length; index += 2) {
      const station = row.number(index + 1, 'a station to the elevation') * length * transect.stationFactor;
      if (station < (stations.at(-1) ?? -Infinity)) throw new RowRefused('expected stations that rise from left to right');
      elevations.push(row.number(index, 'an elevation') * length + transect.elevationOffset);
      stations.push(station);
    }
  }
}

/** `Name Tcrown Hcurb Sx nRoad (a W Sides Tback Sback nBack)`; slopes in percent, the gutter's depression in inches or mm. */
export function readStreet(draft: Draft, row: Row): void {
  const { length, rainDepth, isMetric } = draft.units;
  const street = {
    name: row.words[0]!,
    crownWidth: row.number(1, 'a width to the crown', Number.MIN_VALUE) * length,
    curbHeight: row.number(2, 'a curb height', Number.MIN_VALUE) * length,
    crossSlope: row.number(3, 'a cross slope', Number.MIN_VALUE) / 100,
    roadRoughness: row.number(4, "Manning's n", Number.MIN_VALUE),
    gutterDepression: row.numberOr(5, 0, 'a gutter depression', 0) * (isMetric ? length : rainDepth),
    gutterWidth: row.numberOr(6, 0, 'a gutter width', 0) * length,
    sides: row.numberOr(7, 2, 'a number of sides', 1, 2) < 2 ? 1 : 2,
    backingWidth: row.numberOr(8, 0, 'a backing width', 0) * length,
    backingSlope: row.numberOr(9, 0, 'a backing slope', 0) / 100,
    backingRoughness: row.numberOr(10, 0, "Manning's n of the backing", 0),
  } as const;
  draft.add('street', 'STREETS', draft.streets, street, row);
}
