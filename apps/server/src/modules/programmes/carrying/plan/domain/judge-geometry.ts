import type { Geometry } from '@makaverse/contract/programmes-plan';

export type Position = readonly [lon: number, lat: number];
/** West, south, east, north. */
export type Box = readonly [number, number, number, number];

const mostPositions = 2000;

/** What is wrong with a drawn shape, as a code with its words in `locales/`; null where nothing is. */
export function judgeGeometry(
  geometry: Geometry,
  cityBox: Box,
  most = mostPositions,
): { readonly code: string; readonly params?: Readonly<Record<string, string | number>> } | null {
  const all = positionsOf(geometry);
  if (all.length > most) return { code: 'place-too-many-points', params: { max: most } };
  const outside = all.find((one) => !isInBox(one, cityBox));
  if (outside) {
    const isSwapped = isInBox([outside[1], outside[0]], cityBox);
    return { code: isSwapped ? 'place-swapped' : 'place-outside', params: { lat: outside[1], lon: outside[0] } };
  }
  if (geometry.type === 'LineString') return distinct(geometry.coordinates) < 2 ? { code: 'place-line-too-short' } : null;
  if (geometry.type === 'Polygon') return judgeRings(geometry.coordinates);
  return null;
}

/** Every position of a shape. */
export function positionsOf(geometry: Geometry): readonly Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  return geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat();
}

/** The smallest box around positions. */
export function boxOf(positions: readonly Position[]): Box {
  const [lons, lats] = [positions.map((one) => one[0]), positions.map((one) => one[1])];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** The middle of a box. */
export function middleOf([west, south, east, north]: Box): Position {
  return [(west + east) / 2, (south + north) / 2];
}

function isInBox([lon, lat]: Position, [west, south, east, north]: Box): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];
const distinct = (positions: readonly Position[]): number => new Set(positions.map((one) => one.join(' '))).size;

function judgeRings(rings: readonly (readonly Position[])[]): { code: string } | null {
  if (rings.length === 0) return { code: 'place-ring-too-short' };
  for (const ring of rings) {
    // RFC 7946, 3.1.6: four or more positions, the last the same as the first.
    if (ring.length > 0 && !isSame(ring[0]!, ring.at(-1)!)) return { code: 'place-ring-open' };
    if (ring.length < 4 || distinct(ring) < 3) return { code: 'place-ring-too-short' };
    if (isFlat(ring)) return { code: 'place-ring-flat' };
  }
  return crossesItself(rings) ? { code: 'place-crosses-itself' } : null;
}

/** All corners on one line. Its signed area would not tell: that of a bow tie is nothing too. */
function isFlat(ring: readonly Position[]): boolean {
  const [first] = ring;
  const second = ring.find((one) => !isSame(one, first!));
  return second === undefined || ring.every((one) => turn(first!, second, one) === 0);
}

interface Segment {
  readonly a: Position;
  readonly b: Position;
  readonly ring: number;
  readonly at: number;
  readonly last: number;
}

/** Any two sides that meet elsewhere than neighbours do at their common corner; of several rings, all of them together. */
function crossesItself(rings: readonly (readonly Position[])[]): boolean {
  const segments = rings.flatMap((ring, index) =>
    ring.slice(1).map((b, at): Segment => ({ a: ring[at]!, b, ring: index, at, last: ring.length - 2 })),
  );
  const west = (one: Segment): number => Math.min(one.a[0], one.b[0]);
  const sorted = segments.toSorted((one, other) => west(one) - west(other));
  return sorted.some((one, at) => {
    const east = Math.max(one.a[0], one.b[0]);
    for (let next = at + 1; next < sorted.length && west(sorted[next]!) <= east; next += 1)
      if (meetWrongly(one, sorted[next]!)) return true;
    return false;
  });
}

function meetWrongly(one: Segment, other: Segment): boolean {
  if (isSame(one.a, one.b) || isSame(other.a, other.b)) return true;
  const gap = Math.abs(one.at - other.at);
  const areNeighbours = one.ring === other.ring && (gap === 1 || (gap === one.last && gap > 0));
  if (!areNeighbours) return doMeet(one, other);
  // Neighbours share a corner; they go wrong only by running back over each other.
  const [first, second] = isSame(one.b, other.a) ? [one, other] : [other, one];
  return turn(first.a, first.b, second.b) === 0 && isBetween(first.a, first.b, second.b, true);
}

function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

/** Whether c, on the line through a and b, lies on a's side of b (`isRay`), or between the two. */
function isBetween(a: Position, b: Position, c: Position, isRay = false): boolean {
  const dot = (c[0] - b[0]) * (a[0] - b[0]) + (c[1] - b[1]) * (a[1] - b[1]);
  if (isRay) return dot > 0;
  return Math.min(a[0], b[0]) <= c[0] && c[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= c[1] && c[1] <= Math.max(a[1], b[1]);
}

function doMeet(one: Segment, other: Segment): boolean {
  const [t1, t2] = [turn(one.a, one.b, other.a), turn(one.a, one.b, other.b)];
  const [t3, t4] = [turn(other.a, other.b, one.a), turn(other.a, other.b, one.b)];
  if (t1 !== t2 && t3 !== t4) return true;
  return (
    (t1 === 0 && isBetween(one.a, one.b, other.a)) ||
    (t2 === 0 && isBetween(one.a, one.b, other.b)) ||
    (t3 === 0 && isBetween(other.a, other.b, one.a)) ||
    (t4 === 0 && isBetween(other.a, other.b, one.b))
  );
}
