import type { SectionSet } from './section-set.ts';
import { atSection, sectionAt } from './section-at.ts';

/** A R^(2/3), m^(8/3). */
function conveyance(set: SectionSet, i: number, depth: number): number {
  const area = sectionAt(set, i, depth);
  return area * Math.cbrt(atSection[1]! * atSection[1]!);
}

/**
 * Normal depth, m, of the flow `q`, m3/s, in one barrel of link `i` after Manning: q = beta A R^(2/3).
 *
 * @param beta sqrt(slope) / n, m^(1/3)/s
 * @returns at most the full depth; the full depth where the section carries less than `q` when full
 */
export function normalDepth(set: SectionSet, i: number, q: number, beta: number): number {
  if (q <= 0) return 0;
  const full = set.fullDepth[set.of[i]!]!;
  if (!(beta > 0)) return full;
  const target = q / beta;
  const most = conveyance(set, i, full) - target;
  if (most <= 0) return full;
  // False position that halves the weight of an end which stays (the Illinois rule): some six evaluations instead of 24 halvings.
  let low = 0;
  let high = full;
  let atLow = -target;
  let atHigh = most;
  const enough = 1e-9 * target;
  const near = 1e-7 * full;
  let side = 0;
  let y = full;
  for (let k = 0; k < 60 && high - low > near; k++) {
    y = (low * atHigh - high * atLow) / (atHigh - atLow);
    const miss = conveyance(set, i, y) - target;
    if (miss < enough && miss > -enough) return y;
    if (miss < 0) {
      low = y;
      atLow = miss;
      if (side < 0) atHigh *= 0.5;
      side = -1;
    } else {
      high = y;
      atHigh = miss;
      if (side > 0) atLow *= 0.5;
      side = 1;
    }
  }
  return y;
}

/** d ln y / d ln q of the normal depth at a depth; 0 where the section is full. */
export function normalPower(set: SectionSet, i: number, depth: number): number {
  if (!(depth > 0) || depth >= 0.99 * set.fullDepth[set.of[i]!]!) return 0;
  const rise = conveyance(set, i, 1.005 * depth) / conveyance(set, i, 0.995 * depth) - 1;
  return rise > 0 ? 0.01 / rise : 0;
}

/**
 * `normalDepth` from that of nearly the same flow: a secant through two depths of the nearly straight law between the logarithms of depth
 * and conveyance, within 2e-4 for a change of the flow by 5 %; else the whole search.
 *
 * @param near normal depth of the earlier flow, m
 */
export function normalDepthNear(set: SectionSet, i: number, q: number, beta: number, near: number): number {
  const high = 0.9 * set.fullDepth[set.of[i]!]!;
  if (near > 0 && near < high && q > 0 && beta > 0) {
    const target = q / beta;
    const k0 = conveyance(set, i, near);
    const miss = target / k0 - 1;
    if (miss < 0.05 && miss > -0.05) {
      const second = near * (1 + 0.6 * miss);
      const k1 = conveyance(set, i, second);
      const y = k1 === k0 ? second : second + ((target - k1) * (second - near)) / (k1 - k0);
      if (y > 0 && y < high) return y;
    }
  }
  return normalDepth(set, i, q, beta);
}
