import type { Outfall, Storage, StorageShape } from '../model/nodes.ts';
import type { Draft } from './draft.ts';
import { RowRefused } from './inp-problem.ts';
import type { Row } from './row.ts';

/** `Name Elev (Ymax Y0 Ysur Apond)` */
export function readJunction(draft: Draft, row: Row): void {
  const { length, area } = draft.units;
  const node = {
    kind: 'junction',
    name: row.words[0]!,
    invert: row.number(1, 'an invert level') * length,
    maximumDepth: row.numberOr(2, 0, 'a maximum depth', 0) * length,
    initialDepth: row.numberOr(3, 0, 'an initial depth', 0) * length,
    surchargeDepth: row.numberOr(4, 0, 'a surcharge depth', 0) * length,
    pondedArea: row.numberOr(5, 0, 'a ponded area', 0) * area,
  } as const;
  draft.add('node', 'JUNCTIONS', draft.nodes, node, row);
}

/** `Name Elev FREE|NORMAL (Gated) (RouteTo)` or `Name Elev FIXED|TIDAL|TIMESERIES Stage (Gated) (RouteTo)` */
export function readOutfall(draft: Draft, row: Row): void {
  const { length } = draft.units;
  const kinds = { FREE: 'free', NORMAL: 'normal', FIXED: 'fixed', TIDAL: 'tidal', TIMESERIES: 'series' } as const;
  const kind = row.choice(2, 'a kind of outfall', kinds);
  const stage: Outfall['stage'] =
    kind === 'fixed'
      ? { kind, level: row.number(3, 'a stage') * length }
      : kind === 'tidal'
        ? { kind, curve: draft.names.refer(row, 3, 'curve', 'the name of a tidal curve') }
        : kind === 'series'
          ? { kind, series: draft.names.refer(row, 3, 'series', 'the name of a time series') }
          : { kind };
  const after = kind === 'free' || kind === 'normal' ? 3 : 4;
  const node = {
    kind: 'outfall',
    name: row.words[0]!,
    invert: row.number(1, 'an invert level') * length,
    stage,
    hasFlapGate: row.yesOrNo(after, 'YES or NO for a flap gate'),
    routeTo: draft.names.referOr(row, after + 1, 'subcatchment'),
  } as const;
  draft.add('node', 'OUTFALLS', draft.nodes, node, row);
}

/** `Name Elev DivLink OVERFLOW|CUTOFF Qmin|TABULAR Dcurve|WEIR Qmin Ht Cd (Ymax Y0 Ysur Apond)` */
export function readDivider(draft: Draft, row: Row): void {
  const { length, area, flow } = draft.units;
  const kind = row.choice(3, 'a kind of divider', { OVERFLOW: 'overflow', CUTOFF: 'cutoff', TABULAR: 'tabular', WEIR: 'weir' } as const);
  const rule =
    kind === 'cutoff'
      ? { kind, flow: row.number(4, 'a cutoff flow', 0) * flow }
      : kind === 'tabular'
        ? { kind, curve: draft.names.refer(row, 4, 'curve', 'the name of a diversion curve') }
        : kind === 'weir'
          ? {
              kind,
              minimumFlow: row.number(4, 'a flow', 0) * flow,
              height: row.number(5, 'a height', 0) * length,
              coefficient: row.number(6, 'a weir coefficient', 0) * Math.sqrt(length),
            }
          : { kind };
  const after = { overflow: 4, cutoff: 5, tabular: 5, weir: 7 }[kind];
  const node = {
    kind: 'divider',
    name: row.words[0]!,
    invert: row.number(1, 'an invert level') * length,
    divertedLink: row.has(2) ? draft.names.refer(row, 2, 'link') : '',
    rule,
    maximumDepth: row.numberOr(after, 0, 'a maximum depth', 0) * length,
    initialDepth: row.numberOr(after + 1, 0, 'an initial depth', 0) * length,
    surchargeDepth: row.numberOr(after + 2, 0, 'a surcharge depth', 0) * length,
    pondedArea: row.numberOr(after + 3, 0, 'a ponded area', 0) * area,
  } as const;
  draft.add('node', 'DIVIDERS', draft.nodes, node, row);
}

const shapes = {
  TABULAR: 'tabular',
  FUNCTIONAL: 'functional',
  CYLINDRICAL: 'cylindrical',
  CONICAL: 'conical',
  PARABOLIC: 'paraboloid',
  PARABOLOID: 'paraboloid',
  PYRAMIDAL: 'pyramidal',
} as const;

/** `Name Elev Ymax Y0 Shape … (Ysur Fevap Psi Ksat IMD)` */
export function readStorage(draft: Draft, row: Row): void {
  const { length, rainDepth, rainRate } = draft.units;
  const kind = row.choice(4, 'the shape of a storage', shapes);
  const shape = storageShape(draft, row, kind);
  const after = kind === 'tabular' ? 6 : 8;
  const node: Storage = {
    kind: 'storage',
    name: row.words[0]!,
    invert: row.number(1, 'an invert level') * length,
    maximumDepth: row.number(2, 'a maximum depth', 0) * length,
    initialDepth: row.number(3, 'an initial depth', 0) * length,
    shape,
    surchargeDepth: row.numberOr(after, 0, 'a surcharge depth', 0) * length,
    evaporationFraction: row.numberOr(after + 1, 0, 'an evaporation factor', 0),
    seepage: !row.has(after + 2)
      ? null
      : row.has(after + 3)
        ? {
            suction: row.number(after + 2, 'a suction head', 0) * rainDepth,
            conductivity: row.number(after + 3, 'a conductivity', 0) * rainRate,
            initialDeficit: row.numberOr(after + 4, 0, 'a moisture deficit', 0, 1),
          }
        : // One number alone is the conductivity.
          { suction: 0, conductivity: row.number(after + 2, 'a conductivity', 0) * rainRate, initialDeficit: 0 },
  };
  draft.add('node', 'STORAGE', draft.nodes, node, row);
}

function storageShape(draft: Draft, row: Row, kind: StorageShape['kind']): StorageShape {
  const { length, area } = draft.units;
  if (kind === 'tabular') return { kind, curve: draft.names.refer(row, 5, 'curve', 'the name of a storage curve') };
  const [first, second, third] = [row.number(5, 'the first size'), row.number(6, 'the second size'), row.numberOr(7, 0, 'the third size')];
  if (kind === 'functional') {
    return { kind, coefficient: (first * area) / length ** second, exponent: second, constant: third * area };
  }
  if (first <= 0 || second <= 0) throw new RowRefused('expected a length and a width above zero');
  const sizes = { length: first * length, width: second * length };
  if (kind === 'cylindrical') return { kind, ...sizes };
  if (kind !== 'paraboloid') return { kind, ...sizes, sideSlope: third };
  if (third <= 0) throw new RowRefused('expected a height above zero as the third size');
  return { kind, ...sizes, height: third * length };
}
