import { BOX, RECTANGLE, TRAPEZIUM, type SectionSet } from './section-set.ts';
import { TABLE_STEPS, TABLE_STRIDE, areaBetween, between } from './section-table.ts';

/** Width (index 0, m) and hydraulic radius (index 1, m) of the last call of `sectionAt`; a result object would be garbage per call. */
export const atSection = new Float64Array(3);

/**
 * Area of link `i` at depth `y`, m2; leaves width and hydraulic radius in `atSection`. Depths are taken within [0, full].
 * The wet lid of a closed rectangle is blended in over its highest 2 %, as in `rectangle`.
 */
export function sectionAt(set: SectionSet, i: number, y: number): number {
  const one = set.of[i]!;
  const full = set.fullDepth[one]!;
  const depth = y < full ? (y > 0 ? y : 0) : full;
  const kind = set.kind[one]!;
  if (kind <= TRAPEZIUM) {
    const bottom = set.bottom[one]!;
    if (kind === RECTANGLE || kind === BOX) {
      const area = bottom * depth;
      let perimeter = bottom + 2 * depth;
      if (kind === BOX && depth > 0.98 * full) perimeter += bottom * (depth / full - 0.98) * 50;
      atSection[0] = bottom;
      atSection[1] = area / perimeter;
      return area;
    }
    const slopes = set.slopes[one]!;
    const area = (bottom + 0.5 * slopes * depth) * depth;
    atSection[0] = bottom + slopes * depth;
    atSection[1] = depth > 0 ? area / (bottom + set.sides[one]! * depth) : 0;
    return area;
  }
  const x = (depth / full) * TABLE_STEPS;
  let k = x | 0;
  if (k >= TABLE_STEPS) k = TABLE_STEPS - 1;
  const f = x - k;
  const { tables } = set;
  const at = set.tableStart[one]! + k * TABLE_STRIDE;
  atSection[0] = between(tables, at + 1, f) * full;
  atSection[1] = between(tables, at + 2, f) * full;
  return areaBetween(tables, at, f) * full * full;
}

/** Depth of link `i`, m, at which it has the area `area`, m2; within [0, full]. */
export function depthOfArea(set: SectionSet, i: number, area: number): number {
  const one = set.of[i]!;
  const full = set.fullDepth[one]!;
  if (area <= 0) return 0;
  if (area >= set.fullArea[one]!) return full;
  const kind = set.kind[one]!;
  const bottom = set.bottom[one]!;
  if (kind === RECTANGLE || kind === BOX) return area / bottom;
  if (kind === TRAPEZIUM) {
    // Root of (slopes / 2) y2 + bottom y = area, in the form that has no cancellation.
    return (2 * area) / (bottom + Math.sqrt(bottom * bottom + 2 * set.slopes[one]! * area));
  }
  let low = 0;
  let high = full;
  for (let k = 0; k < 40 && high - low > 1e-9 * full; k++) {
    const middle = 0.5 * (low + high);
    if (sectionAt(set, i, middle) < area) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
