import { atSection, sectionAt } from '../sections/section-at.ts';
import type { SectionSet } from '../sections/section-set.ts';
import { CROWN_CUTOFF, SLOT_CUTOFF, slotArea, wetSectionAt } from '../sections/wet-section.ts';
import { LOWER_CRITICAL, SUBCRITICAL, UPPER_CRITICAL, fallingClass } from './free-fall.ts';
import { END_1, END_2, HALF_1, HALF_2, HELD, MIDDLE_WIDTH, type NetworkState } from './network-state.ts';
import { DRY_DEPTH, MAY_FALL, type Network } from './network.ts';

/**
 * Depth up to which a conduit's end holds water for its node, m: the crown of the end does not cut it off, since the conduit lends its
 * node a surface until the node itself is under pressure.
 */
export function heldDepth(net: Network, i: number, n: number, depth: number): number {
  const full = net.sections.fullDepth[i]!;
  const bed = net.from[i] === n ? net.offset1[i]! : net.offset2[i]!;
  const most = n < net.outfallStart ? Math.max(net.pressureCrown[n]! - bed, full) : full;
  return Math.max(DRY_DEPTH, Math.min(most, depth));
}

/** Area of the water that a conduit holds at a depth, m2: near its crown and above it grows with the width that it lends its nodes. */
export function heldArea(set: SectionSet, i: number, y: number, hasSlot: boolean): number {
  const full = set.fullDepth[i]!;
  const isOpen = set.isOpen[i] !== 0;
  const cutoff = isOpen ? full : (hasSlot ? SLOT_CUTOFF : CROWN_CUTOFF) * full;
  if (y <= cutoff) return sectionAt(set, i, y);
  const area = sectionAt(set, i, cutoff);
  return hasSlot && !isOpen ? area + slotArea(set.maxWidth[i]!, full, y) : area + (y - cutoff) * atSection[0]!;
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
  let y1 = heldDepth(net, i, n1, state.depth[n1]! - net.offset1[i]!);
  let y2 = heldDepth(net, i, n2, state.depth[n2]! - net.offset2[i]!);
  const form = (net.special[i]! & MAY_FALL) === 0 ? SUBCRITICAL : fallingClass(net, state, i, y1, y2, state.flow[i]! / many);
  const fall = Math.max(DRY_DEPTH, Math.min(state.critical[i]!, state.normal[i]!));
  if (form === LOWER_CRITICAL) y2 = fall;
  else if (form === UPPER_CRITICAL) y1 = fall;
  const a1 = heldArea(net.sections, i, y1, hasSlot);
  const a2 = heldArea(net.sections, i, y2, hasSlot);
  const am = heldArea(net.sections, i, 0.5 * (y1 + y2), hasSlot);
  wetSectionAt(net.sections, i, Math.min(0.5 * (y1 + y2), hasSlot ? Infinity : net.sections.fullDepth[i]!), hasSlot);
  const at = HELD * i;
  state.held[at + MIDDLE_WIDTH] = atSection[0]!;
  const quarter = net.quarterLength[i]! * many;
  state.held[at + END_1] = y1;
  state.held[at + END_2] = y2;
  state.held[at + HALF_1] = quarter * (a1 + am);
  state.held[at + HALF_2] = quarter * (a2 + am);
}

/** Of the conduit to be booked: its levels over its beds (0, 1), and its end depths within the section (2, 3), m. */
export const atEnds = new Float64Array(4);

/**
 * Books what a conduit took up since the first trial of the last step: each half on the node at its end, all on one node where the other
 * gets no surface. Between the halves the middle is shared such that, at equal widths, each node pays for its own change of depth alone.
 * Depths stand in `atEnds`.
 *
 * @param a1 area at the upper end, `am` in the middle, `a2` at the lower end, m2
 * @param wm width in the middle, m
 * @param has1 whether the conduit gives its upper node a surface, `has2` its lower
 */
export function bookConduit(
  net: Network,
  state: NetworkState,
  i: number,
  a1: number,
  am: number,
  a2: number,
  wm: number,
  has1: boolean,
  has2: boolean,
  hasSlot: boolean,
): void {
  const { debt, held } = state;
  const at = HELD * i;
  const n1 = net.from[i]!;
  const n2 = net.to[i]!;
  const quarter = net.quarterLength[i]! * net.barrels[i]!;
  const cutoff = CROWN_CUTOFF * net.sections.fullDepth[i]!;
  let y1 = atEnds[2]!;
  let y2 = atEnds[3]!;
  let upper = a1;
  let lower = a2;
  let middle = am;
  if (atEnds[0]! > cutoff || atEnds[1]! > cutoff) {
    y1 = heldDepth(net, i, n1, atEnds[0]!);
    y2 = heldDepth(net, i, n2, atEnds[1]!);
    upper = heldArea(net.sections, i, y1, hasSlot);
    lower = heldArea(net.sections, i, y2, hasSlot);
    middle = heldArea(net.sections, i, 0.5 * (y1 + y2), hasSlot);
  }
  const v1 = quarter * (upper + middle);
  const v2 = quarter * (lower + middle);
  const across = 0.25 * quarter * (wm + held[at + MIDDLE_WIDTH]!) * (y2 - held[at + END_2]! - y1 + held[at + END_1]!);
  const taken1 = v1 - held[at + HALF_1]! - across;
  const taken2 = v2 - held[at + HALF_2]! + across;
  if (!has2) debt[n1]! -= taken1 + taken2;
  else if (!has1) debt[n2]! -= taken1 + taken2;
  else {
    debt[n1]! -= taken1;
    debt[n2]! -= taken2;
  }
  held[at + END_1] = y1;
  held[at + END_2] = y2;
  held[at + MIDDLE_WIDTH] = wm;
  held[at + HALF_1] = v1;
  held[at + HALF_2] = v2;
}
