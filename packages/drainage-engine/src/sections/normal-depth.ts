import type { SectionSet } from './section-set.ts';
import { atSection, sectionAt } from './section-at.ts';

/**
 * Normal depth, m, of the flow `q`, m3/s, in one barrel of link `i` after Manning: q = beta A R^(2/3).
 *
 * @param beta sqrt(slope) / n, 1/(s m^(1/3))^-1 in SI: m^(1/3)/s
 * @returns at most the full depth; the full depth where the section carries less than `q` when full
 */
export function normalDepth(set: SectionSet, i: number, q: number, beta: number): number {
  if (q <= 0) return 0;
  const full = set.fullDepth[i]!;
  if (!(beta > 0)) return full;
  const target = q / beta;
  let area = sectionAt(set, i, full);
  if (area * Math.cbrt(atSection[1]! * atSection[1]!) <= target) return full;
  let low = 0;
  let high = full;
  for (let k = 0; k < 24; k++) {
    const middle = 0.5 * (low + high);
    area = sectionAt(set, i, middle);
    if (area * Math.cbrt(atSection[1]! * atSection[1]!) < target) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
