import { GRAVITY } from '../sections/critical-depth.ts';

/** ft^0.5/s per m^0.5/s, since the exponent of the formula counts in feet. */
const PER_METRE = Math.sqrt(1 / 0.3048);

/**
 * Head that the leaf of a flap gate takes, m: 4 v2 / g exp(-1.15 v / sqrt(h)), v and h of the exponent in feet (measured by Armco; SWMM
 * Reference Manual Vol. II, chapter 6).
 *
 * @param velocity in the opening, m/s
 * @param head on the opening, m
 * @example flapGateLoss(1, 0.5) // 0.021
 */
export function flapGateLoss(velocity: number, head: number): number {
  if (!(head > 0)) return 0;
  return ((4 * velocity * velocity) / GRAVITY) * Math.exp((-1.15 * PER_METRE * velocity) / Math.sqrt(head));
}
