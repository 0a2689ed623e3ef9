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
  const one = set.of[i]!;
  const full = set.fullDepth[one]!;
  const kind = set.kind[one]!;
  if (kind === RECTANGLE || kind === BOX) {
    const unit = q / set.bottom[one]!;
    const depth = Math.cbrt((unit * unit) / GRAVITY);
    return depth < full ? depth : full;
  }
  const target = q * q;
  let low = 0;
  let high = full;
  // Near the crown of a closed section the width goes to 0 and any flow looks subcritical; 0.99 keeps the root real.
  if (set.isOpen[one] === 0) high = 0.99 * full;
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

/** The flow, m3/s, that is critical at a depth. */
function criticalFlow(set: SectionSet, i: number, depth: number): number {
  const area = sectionAt(set, i, depth);
  return area * Math.sqrt((GRAVITY * area) / Math.max(1e-9, atSection[0]!));
}

/** d ln y / d ln q of the critical depth at a depth; 0 where the section is full. */
export function criticalPower(set: SectionSet, i: number, depth: number): number {
  if (!(depth > 0) || depth >= 0.98 * set.fullDepth[set.of[i]!]!) return 0;
  const rise = criticalFlow(set, i, 1.005 * depth) / criticalFlow(set, i, 0.995 * depth) - 1;
  return rise > 0 ? 0.01 / rise : 0;
}

/**
 * `criticalDepth` from that of nearly the same flow by one secant, as `normalDepthNear`; else the whole search.
 *
 * @param near critical depth of the earlier flow, m
 */
export function criticalDepthNear(set: SectionSet, i: number, q: number, near: number): number {
  const one = set.of[i]!;
  const high = 0.9 * set.fullDepth[one]!;
  if (set.kind[one]! > BOX && near > 0 && near < high && q > 0) {
    const q0 = criticalFlow(set, i, near);
    const miss = q / q0 - 1;
    if (miss < 0.05 && miss > -0.05) {
      const second = near * (1 + 0.6 * miss);
      const q1 = criticalFlow(set, i, second);
      const y = q1 === q0 ? second : second + ((q - q1) * (second - near)) / (q1 - q0);
      if (y > 0 && y < high) return y;
    }
  }
  return criticalDepth(set, i, q);
}
