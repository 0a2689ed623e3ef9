import type { Position } from './judge-geometry.ts';

// Metres for each degree at Makassar's latitude are nearly the same both ways (0.4 %), so degrees do for an indicative shape.
const reach = 0.018;
const corners = 24;

/**
 * The land nearer to a point than to any other, at most two kilometres around it: what a map can show of an area of which only a
 * point is known. It is no boundary and is never used as one.
 */
export function indicativeShape(point: Position, others: readonly Position[]): [number, number][] {
  let ring: Position[] = Array.from({ length: corners }, (_, index) => {
    const angle = (2 * Math.PI * index) / corners;
    return [point[0] + reach * Math.cos(angle), point[1] + reach * Math.sin(angle)];
  });
  for (const other of others) if (other[0] !== point[0] || other[1] !== point[1]) ring = nearerHalf(ring, point, other);
  const closed = [...ring, ring[0]!];
  return closed.map(([lon, lat]) => [Number(lon.toFixed(5)), Number(lat.toFixed(5))]);
}

/** Sutherland and Hodgman (1974), against the line half-way between the two points. */
function nearerHalf(ring: readonly Position[], point: Position, other: Position): Position[] {
  const [dx, dy] = [other[0] - point[0], other[1] - point[1]];
  const middle = (dx * (point[0] + other[0]) + dy * (point[1] + other[1])) / 2;
  const over = ([x, y]: Position): number => x * dx + y * dy - middle;
  return ring.flatMap((corner, at) => {
    const next = ring[(at + 1) % ring.length]!;
    const [here, there] = [over(corner), over(next)];
    const kept: Position[] = here <= 0 ? [corner] : [];
    if (here < 0 === there < 0 || here === 0 || there === 0) return kept;
    const share = here / (here - there);
    return [...kept, [corner[0] + share * (next[0] - corner[0]), corner[1] + share * (next[1] - corner[1])]];
  });
}
