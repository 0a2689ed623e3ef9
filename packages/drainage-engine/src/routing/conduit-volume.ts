import { atSection, sectionAt } from '../sections/section-at.ts';
import { CROWN_CUTOFF, type SectionSet } from '../sections/section-set.ts';
import { SLOT_CUTOFF, slotArea, wetSectionAt } from '../sections/wet-section.ts';
import { LOWER_CRITICAL, SUBCRITICAL, UPPER_CRITICAL, fallDepths, fallingClass } from './free-fall.ts';
import type { NetworkState } from './network-state.ts';
import { offset1, offset2 } from './link-values.ts';
import { DRY_DEPTH, MAY_FALL, type Network } from './network.ts';
import { DEBT, END_1, END_2, FIXED, FULL, HALF_1, HALF_2, MIDDLE_WIDTH, MOVING, QUARTER } from './records.ts';

/**
 * Depth up to which a conduit's end holds water for its node, m: the crown of the end does not cut it off, since the conduit lends its
 * node a surface until the node itself is under pressure.
 */
export function heldDepth(net: Network, i: number, n: number, depth: number): number {
  const full = net.link[i * FIXED + FULL]!;
  const bed = net.from[i] === n ? offset1(net, i) : offset2(net, i);
  const most = n < net.outfallStart ? Math.max(net.pressureCrown[n]! - bed, full) : full;
  return Math.max(DRY_DEPTH, Math.min(most, depth));
}

/** Area of the water that a conduit holds at a depth, m2: near its crown and above it grows with the width that it lends its nodes. */
export function heldArea(set: SectionSet, i: number, y: number, hasSlot: boolean): number {
  const one = set.of[i]!;
  const full = set.fullDepth[one]!;
  const isOpen = set.isOpen[one] !== 0;
  const cutoff = isOpen ? full : (hasSlot ? SLOT_CUTOFF : CROWN_CUTOFF) * full;
  if (y <= cutoff) return sectionAt(set, i, y);
  const area = sectionAt(set, i, cutoff);
  return hasSlot && !isOpen ? area + slotArea(set.maxWidth[one]!, full, y) : area + (y - cutoff) * atSection[0]!;
}

/**
 * Ends, middle width and water of both halves of a conduit as the node depths of the moment have them, put into the state. The water is
 * L (A1 + 2 Am + A2) / 4: its change with an end's depth is the surface that the conduit gives to that end's node, so that continuity
 * and storage speak of the same water (L Am, which SWMM reports, changes with the middle width instead).
 */
export function setConduitVolume(net: Network, state: NetworkState, i: number, hasSlot: boolean): void {
  const many = net.barrels[i]!;
  const n1 = net.from[i]!;
  const n2 = net.to[i]!;
  let y1 = heldDepth(net, i, n1, state.depth[n1]! - offset1(net, i));
  let y2 = heldDepth(net, i, n2, state.depth[n2]! - offset2(net, i));
  const form = (net.special[i]! & MAY_FALL) === 0 ? SUBCRITICAL : fallingClass(net, state, i, y1, y2, state.flow[i]! / many);
  const fall = Math.max(DRY_DEPTH, Math.min(fallDepths[0]!, fallDepths[1]!));
  if (form === LOWER_CRITICAL) y2 = fall;
  else if (form === UPPER_CRITICAL) y1 = fall;
  const a1 = heldArea(net.sections, i, y1, hasSlot);
  const a2 = heldArea(net.sections, i, y2, hasSlot);
  const am = heldArea(net.sections, i, 0.5 * (y1 + y2), hasSlot);
  wetSectionAt(net.sections, i, Math.min(0.5 * (y1 + y2), hasSlot ? Infinity : net.link[FIXED * i + FULL]!), hasSlot);
  const { link } = state;
  const at = MOVING * i;
  const quarter = net.link[FIXED * i + QUARTER]! * many;
  link[at + MIDDLE_WIDTH] = atSection[0]!;
  link[at + END_1] = y1;
  link[at + END_2] = y2;
  link[at + HALF_1] = quarter * (a1 + am);
  link[at + HALF_2] = quarter * (a2 + am);
}

/** End depths (0, 1, m) and areas at the upper end, the middle and the lower end (2, 3, 4, m2) left by the last call of `holdEnds`. */
export const heldEnds = new Float64Array(5);

/** What a conduit holds near its crown or above it, into `heldEnds`; `y1` and `y2` are its levels over its beds, m. */
export function holdEnds(net: Network, i: number, y1: number, y2: number, hasSlot: boolean): void {
  const end1 = heldDepth(net, i, net.from[i]!, y1);
  const end2 = heldDepth(net, i, net.to[i]!, y2);
  heldEnds[0] = end1;
  heldEnds[1] = end2;
  heldEnds[2] = heldArea(net.sections, i, end1, hasSlot);
  heldEnds[3] = heldArea(net.sections, i, 0.5 * (end1 + end2), hasSlot);
  heldEnds[4] = heldArea(net.sections, i, end2, hasSlot);
}

/**
 * Books what a conduit took up since the first trial of the last step: each half on the node at its end, all on one node where the other
 * gets no surface. Between the halves the middle is shared such that, at equal widths, each node pays for its own change of depth alone.
 *
 * @param link records of the links, `at` that of the conduit
 * @param node records of the nodes, `m1` and `m2` those at its ends
 * @param y1 depth at the upper end, `y2` at the lower end, m
 * @param wm width in the middle, m
 * @param v1 water in the upper half, `v2` in the lower, m3
 * @param quarter of the length of all barrels, m
 * @param given 1: the conduit gives its upper node a surface, 2: its lower, 3: both
 */
export function bookConduit(
  link: Float64Array,
  at: number,
  node: Float64Array,
  m1: number,
  m2: number,
  y1: number,
  y2: number,
  wm: number,
  v1: number,
  v2: number,
  quarter: number,
  given: number,
): void {
  const across = 0.25 * quarter * (wm + link[at + MIDDLE_WIDTH]!) * (y2 - link[at + END_2]! - y1 + link[at + END_1]!);
  const taken1 = v1 - link[at + HALF_1]! - across;
  const taken2 = v2 - link[at + HALF_2]! + across;
  if (given === 3) {
    node[m1 + DEBT]! -= taken1;
    node[m2 + DEBT]! -= taken2;
  } else if (given === 2) node[m2 + DEBT]! -= taken1 + taken2;
  else node[m1 + DEBT]! -= taken1 + taken2;
  link[at + END_1] = y1;
  link[at + END_2] = y2;
  link[at + MIDDLE_WIDTH] = wm;
  link[at + HALF_1] = v1;
  link[at + HALF_2] = v2;
}
