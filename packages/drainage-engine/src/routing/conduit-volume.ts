import { atSection, sectionAt } from '../sections/section-at.ts';
import { CROWN_CUTOFF, type SectionSet } from '../sections/section-set.ts';
import { SLOT_CUTOFF, slotArea } from '../sections/wet-section.ts';
import { LOWER_CRITICAL, SUBCRITICAL, UPPER_CRITICAL, fallDepths, fallingClass } from './free-fall.ts';
import type { NetworkState } from './network-state.ts';
import { offset1, offset2 } from './link-values.ts';
import { DRY_DEPTH, IS_CLOSED, MAY_FALL, type Network } from './network.ts';
import { DEBT, END_1, END_2, FALL, FELL, FIXED, FULL, HALF_1, HALF_2, KEPT_BACK, MIDDLE_WIDTH, MOVING, QUARTER } from './records.ts';

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

/** Depths at the ends up to the top (0, 1, m) and sums of the areas at an end and in the middle (2, 3, m2) left by the last call of `holdEnds`. */
export const heldEnds = new Float64Array(4);

/**
 * What a conduit holds as its levels over its beds have it, m, into `heldEnds`. Above its top it still lends the surface that it has when just
 * full, and holds what stands on that.
 *
 * @returns width in the middle, m
 */
export function holdEnds(net: Network, i: number, y1: number, y2: number, hasSlot: boolean): number {
  const end1 = heldDepth(net, i, net.from[i]!, y1);
  const end2 = heldDepth(net, i, net.to[i]!, y2);
  const top = hasSlot && (net.special[i]! & IS_CLOSED) !== 0 ? Infinity : net.link[FIXED * i + FULL]!;
  const wet1 = end1 < top ? end1 : top;
  const wet2 = end2 < top ? end2 : top;
  const a1 = heldArea(net.sections, i, wet1, hasSlot);
  const w1 = atSection[0]!;
  const a2 = heldArea(net.sections, i, wet2, hasSlot);
  const w2 = atSection[0]!;
  const am = heldArea(net.sections, i, 0.5 * (wet1 + wet2), hasSlot);
  const wm = atSection[0]!;
  heldEnds[0] = wet1;
  heldEnds[1] = wet2;
  heldEnds[2] = a1 + am + (end1 - wet1) * (w1 + wm);
  heldEnds[3] = a2 + am + (end2 - wet2) * (w2 + wm);
  return wm;
}

/**
 * Water in a conduit from whose one end the flow falls freely, as a share of L (A1 + 2 Am + A2) / 4: the surface that it lends the node at
 * its other end, (W + Wm) L / 2, counts for a depth y there while the middle follows at a fixed share of it, so that it holds
 * L (A + Am y / ym) / 2.
 *
 * @param y depth at the end that does not fall, m
 * @param ym in the middle, m
 * @param a area at the former, `am` in the middle, `fallen` at the other, m2
 */
export function fallingShare(y: number, ym: number, a: number, am: number, fallen: number): number {
  return (2 * (a + (am * y) / ym)) / (a + 2 * am + fallen);
}

/** The end from which a conduit of a class falls: 0 none, 1 its lower, 2 its upper. */
export function fallingEnd(form: number): number {
  return form === LOWER_CRITICAL ? 1 : form === UPPER_CRITICAL ? 2 : 0;
}

/**
 * Ends, middle width and water of both halves of a conduit as the node depths of the moment have them, put into the state. The water is
 * L (A1 + 2 Am + A2) / 4: its change with an end's depth is the surface that the conduit gives to that end's node, so that continuity
 * and storage speak of the same water (L Am, which SWMM reports, changes with the middle width instead).
 */
export function setConduitVolume(net: Network, state: NetworkState, i: number, hasSlot: boolean): void {
  const many = net.barrels[i]!;
  let y1 = state.depth[net.from[i]!]! - offset1(net, i);
  let y2 = state.depth[net.to[i]!]! - offset2(net, i);
  let share = 1;
  if ((net.special[i]! & MAY_FALL) !== 0) {
    const form = fallingClass(net, state, i, Math.max(DRY_DEPTH, y1), Math.max(DRY_DEPTH, y2), state.flow[i]! / many);
    state.fall[net.fallOf[i]! * FALL + FELL] = fallingEnd(form);
    const fall = Math.max(DRY_DEPTH, Math.min(fallDepths[0]!, fallDepths[1]!));
    if (form === LOWER_CRITICAL) y2 = fall;
    else if (form === UPPER_CRITICAL) y1 = fall;
    if (form > SUBCRITICAL) {
      const y = Math.min(net.link[FIXED * i + FULL]!, Math.max(DRY_DEPTH, form === LOWER_CRITICAL ? y1 : y2));
      const ym = 0.5 * (y + fall);
      const [a, am, fallen] = [y, ym, fall].map((depth) => sectionAt(net.sections, i, depth)) as [number, number, number];
      share = fallingShare(y, ym, a, am, fallen);
    }
  }
  const { link } = state;
  const at = MOVING * i;
  const quarter = net.link[FIXED * i + QUARTER]! * many * share;
  link[at + MIDDLE_WIDTH] = holdEnds(net, i, y1, y2, hasSlot);
  link[at + END_1] = heldEnds[0]!;
  link[at + END_2] = heldEnds[1]!;
  link[at + HALF_1] = quarter * heldEnds[2]!;
  link[at + HALF_2] = quarter * heldEnds[3]!;
}

/** Time in which what was kept back is handed out, s. */
const KEEP_TIME = 3600;

/** Share of what was kept back that a step hands out. */
export function keptShare(dt: number): number {
  return dt < KEEP_TIME ? dt / KEEP_TIME : 1;
}

/**
 * Where a fall drowns, the conduit lends both its nodes a surface from then on, and holds less than it did as a fall (`fallingShare`); where
 * it falls again, more. The nodes have neither gained nor lost that water. It is kept back until the other change comes, which undoes the
 * first, or is handed out slowly: handed out at once it would be a wave of its own.
 *
 * @param fall records of conduits that may fall, `place` that of the conduit
 * @param falls from 0: no end, 1: its lower, 2: its upper
 * @param node records of the nodes, `m1` and `m2` those at its ends
 * @param y1 depths and water at its ends now, as in `bookConduit`, which is to be called next
 */
export function keepBack(
  fall: Float64Array,
  place: number,
  falls: number,
  link: Float64Array,
  at: number,
  node: Float64Array,
  m1: number,
  m2: number,
  y1: number,
  y2: number,
  v1: number,
  v2: number,
  dt: number,
): void {
  const fell = fall[place + FELL]!;
  if (falls !== fell) {
    fall[place + FELL] = falls;
    fall[place + KEPT_BACK]! += link[at + HALF_1]! + link[at + HALF_2]! - v1 - v2;
    link[at + END_1] = y1;
    link[at + END_2] = y2;
    link[at + HALF_1] = v1;
    link[at + HALF_2] = v2;
  }
  const kept = fall[place + KEPT_BACK]!;
  if (kept === 0) return;
  const out = kept * keptShare(dt);
  fall[place + KEPT_BACK] = kept - out;
  node[(falls === 2 ? m2 : m1) + DEBT]! += out;
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
