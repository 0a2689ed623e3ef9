import type { Position } from '../../carrying/plan/domain/judge-geometry.ts';
import type { Boundary } from './judge-boundaries.ts';

/** A kelurahan as a place is held against it; without a boundary while none was brought in. */
export interface PlacedArea {
  readonly code: string;
  readonly point: Position;
  readonly boundary: Boundary | null;
}
/** Of which kelurahan a place is, and how that is known: by its official boundary, or by the nearest of the points. */
export interface AreaOfPlace {
  readonly code: string;
  readonly by: 'boundary' | 'nearest';
}

/**
 * The kelurahan in whose official boundary a position lies; of several (neighbours share their edges) the first by code. Where none holds
 * it, the nearest point of those without a boundary, because the others are known not to hold it; where all have one (water, a road along
 * the edge), the nearest of all. Null only where no kelurahan is known.
 */
export function areaOfPlace(position: Position, areas: readonly PlacedArea[]): AreaOfPlace | null {
  const holding = areas.filter(({ boundary }) => boundary !== null && holds(boundary, position));
  const [first] = holding.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  if (first) return { code: first.code, by: 'boundary' };
  const open = areas.filter(({ boundary }) => boundary === null);
  const nearest = nearestTo(position, open.length > 0 ? open : areas);
  return nearest && { code: nearest.code, by: 'nearest' };
}

function nearestTo([lon, lat]: Position, areas: readonly PlacedArea[]): PlacedArea | null {
  const far = ({ point }: PlacedArea): number => (point[0] - lon) ** 2 + (point[1] - lat) ** 2;
  const [first, ...rest] = areas;
  return first ? rest.reduce((best, one) => (far(one) < far(best) ? one : best), first) : null;
}

/** Whether a MultiPolygon (RFC 7946, 3.1.7) holds a position: inside an outer ring and in none of its holes; every edge belongs to it. */
export function holds(boundary: Boundary, position: Position): boolean {
  return boundary.some(([outer, ...holes]) => {
    if (outer === undefined) return false;
    const where = sideOf(outer, position);
    if (where !== 'inside') return where === 'edge';
    return holes.every((hole) => sideOf(hole, position) !== 'inside');
  });
}

/** Counts how often a ray to the east crosses the ring (PNPOLY, Franklin 1970); a position on the ring itself is told first. */
function sideOf(ring: readonly Position[], [lon, lat]: Position): 'inside' | 'edge' | 'outside' {
  let isInside = false;
  for (const [at, [x, y]] of ring.entries()) {
    const [fromX, fromY] = ring.at(at - 1)!;
    const across = (x - fromX) * (lat - fromY) - (y - fromY) * (lon - fromX);
    const isBetween = Math.min(x, fromX) <= lon && lon <= Math.max(x, fromX) && Math.min(y, fromY) <= lat && lat <= Math.max(y, fromY);
    if (across === 0 && isBetween) return 'edge';
    // One end of an edge counts, the other does not: a ray through a corner crosses once.
    if (y > lat !== fromY > lat && across > 0 === y > fromY) isInside = !isInside;
  }
  return isInside ? 'inside' : 'outside';
}
