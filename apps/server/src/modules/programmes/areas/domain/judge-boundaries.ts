import { boxOf, judgeGeometry, type Box, type Position } from '../../carrying/plan/domain/judge-geometry.ts';
import { nameArea, type KnownArea, type Properties } from './name-area.ts';

/** Coordinates of a MultiPolygon (RFC 7946, 3.1.7). */
export type Boundary = readonly (readonly (readonly Position[])[])[];
/** A feature as it was read: what it says, and its polygons; null where it is no area. */
export interface ReadFeature {
  readonly properties: Properties;
  readonly boundary: Boundary | null;
}
/** What is wrong with a feature; counted from 1, as people count. */
export interface FeatureFault {
  readonly feature: number;
  readonly name: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
/** A file of boundaries, judged. */
export interface JudgedBoundaries {
  readonly boundaries: ReadonlyMap<string, Boundary>;
  readonly faults: readonly FeatureFault[];
}

const mostPositions = 20_000;
/** About five kilometres: how far an area's known point may lie from the box around its boundary. */
const near = 0.05;
const widest = 180;

/** Judges features one by one: which area each is of, and whether its lines can be a boundary there. */
export function judgeBoundaries(features: readonly ReadFeature[], known: readonly KnownArea[], cityBox: Box): JudgedBoundaries {
  const boundaries = new Map<string, Boundary>();
  const faults: FeatureFault[] = [];
  const numberOf = new Map<string, number>();
  for (const [index, { properties, boundary }] of features.entries()) {
    const area = nameArea(properties, known);
    const blame = (code: string, params: FeatureFault['params'] = {}): void =>
      void faults.push({ feature: index + 1, name: area?.name ?? someName(properties), code, params });
    if (area === null) blame('area-unknown');
    else if (numberOf.has(area.code)) blame('area-twice', { number: numberOf.get(area.code)! });
    else {
      numberOf.set(area.code, index + 1);
      const clean = boundary && cleaned(boundary);
      const fault = clean === null ? { code: 'area-no-polygon' } : judgeBoundary(clean, area, cityBox);
      if (fault) blame(fault.code, fault.params);
      else boundaries.set(area.code, clean!);
    }
  }
  return { boundaries, faults };
}

/** Six decimals are eleven centimetres; a corner that thereby falls on the one before it is the same corner. */
function cleaned(boundary: Boundary): Boundary {
  const round = (value: number): number => Number(value.toFixed(6));
  return boundary.map((rings) =>
    rings.map((ring) => {
      const corners = ring.map(([lon, lat]): Position => [round(lon), round(lat)]);
      return corners.filter((one, at) => at === 0 || one[0] !== corners[at - 1]![0] || one[1] !== corners[at - 1]![1]);
    }),
  );
}

function judgeBoundary(
  boundary: Boundary,
  area: KnownArea,
  cityBox: Box,
): { readonly code: string; readonly params?: FeatureFault['params'] } | null {
  const all = boundary.flat(2);
  if (all.length === 0) return { code: 'area-no-polygon' };
  if (all.some(([lon, lat]) => Math.abs(lon) > widest || Math.abs(lat) > widest)) return { code: 'area-projected' };
  if (all.length > mostPositions) return { code: 'place-too-many-points', params: { max: mostPositions } };
  for (const coordinates of boundary) {
    const fault = judgeGeometry({ type: 'Polygon', coordinates: mutable(coordinates) }, cityBox, mostPositions);
    if (fault) return fault;
  }
  const [west, south, east, north] = boxOf(all);
  const [lon, lat] = area.point;
  const isNear = lon >= west - near && lon <= east + near && lat >= south - near && lat <= north + near;
  return isNear ? null : { code: 'area-elsewhere', params: { name: area.name } };
}

const mutable = (rings: readonly (readonly Position[])[]): [number, number][][] =>
  rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat]));

// Whatever may remind a person of which feature it is.
function someName(properties: Properties): string {
  return Object.values(properties)
    .filter((value) => /\p{L}/u.test(value))
    .slice(0, 2)
    .join(', ');
}
