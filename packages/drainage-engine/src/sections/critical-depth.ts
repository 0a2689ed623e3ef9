import { BOX, RECTANGLE, type SectionSet } from './section-set.ts';
import { atSection, sectionAt } from './section-at.ts';

/** Acceleration of gravity, m/s2. */
export const GRAVITY = 9.81;

/**
 * Critical depth, m, of the flow `q`, m3/s, in one barrel of link `i`: q2 W = g A3 (SWMM Reference Manual Vol. II, section 5.5).
 * At most the full depth.
 */
export function criticalDepth(set: SectionSet, i: number, q: number): number {
  if (q <= 0) return 0;
  const full = set.fullDepth[i]!;
  const kind = set.kind[i]!;
  if (kind === RECTANGLE || kind === BOX) {
    const unit = q / set.bottom[i]!;
    const depth = Math.cbrt((unit * unit) / GRAVITY);
    return depth < full ? depth : full;
  }
  const target = q * q;
  let low = 0;
  let high = full;
  // Near the crown of a closed section the width goes to 0 and any flow looks subcritical; 0.99 keeps the root real.
  if (set.isOpen[i] === 0) high = 0.99 * full;
  let area = sectionAt(set, i, high);
  if (GRAVITY * area * area * area < target * Math.max(1e-9, atSection[0]!)) return full;
  for (let k = 0; k < 22; k++) {
    const middle = 0.5 * (low + high);
    area = sectionAt(set, i, middle);
    if (GRAVITY * area * area * area < target * atSection[0]!) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
