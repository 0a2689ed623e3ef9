import { GRAVITY } from '../sections/critical-depth.ts';
import type { Network } from './network.ts';
import { BED_1, BED_2, BETA, FIXED, FRICTION, QUARTER } from './records.ts';

/** Height of a link's upper end over the invert of its node, m; exactly 0 where it lies on it. */
export function offset1(net: Network, i: number): number {
  return net.link[i * FIXED + BED_1]! - net.invert[net.from[i]!]!;
}

/** As `offset1`, of the lower end. */
export function offset2(net: Network, i: number): number {
  return net.link[i * FIXED + BED_2]! - net.invert[net.to[i]!]!;
}

/** Length of a conduit that the equations take, m. */
export function kernelLength({ link }: Network, i: number): number {
  return 4 * link[i * FIXED + QUARTER]!;
}

/** Length of a conduit, m, without what was added to it for the step. */
export function realLength(net: Network, i: number): number {
  const length = kernelLength(net, i);
  return net.volumeFactor.length === 0 ? length : length * net.volumeFactor[i]!;
}

/** Slope of a conduit, by which it runs full, from sqrt(slope) / n and g n2. */
export function slopeOf(net: Network, i: number): number {
  const beta = net.link[i * FIXED + BETA]!;
  return (beta * beta * net.link[i * FIXED + FRICTION]!) / GRAVITY;
}

/** Area of one full barrel, m2. */
export function fullArea({ sections }: Network, i: number): number {
  return sections.fullArea[sections.of[i]!]!;
}

/** Flow of all barrels when full, after Manning, m3/s. */
export function fullFlow({ link, sections, barrels }: Network, i: number): number {
  const section = sections.of[i]!;
  // In this order: the flow at the full depth must not come out smaller by its last digit, for which a lower depth would do.
  return link[i * FIXED + BETA]! * sections.fullArea[section]! * sections.fullRadiusPower[section]! * barrels[i]!;
}

/** Most that may flow, m3/s; Infinity without limit. */
export function flowLimit({ flowLimits }: Network, i: number): number {
  return flowLimits.length === 0 ? Infinity : flowLimits[i]!;
}
