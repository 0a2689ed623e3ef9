import { CROWN_CUTOFF, type SectionSet } from './section-set.ts';
import { atSection, sectionAt } from './section-at.ts';

/** Share of the full depth above which the slot takes over (SLOT). */
export const SLOT_CUTOFF = 0.985257;

/** Width of the Preissmann slot after Sjoberg, m, for a depth over full depth above the cutoff (Sjoberg 1982; the SLOT method of SWMM 5.2). */
export function slotWidth(maxWidth: number, relativeDepth: number): number {
  return relativeDepth > 1.78 ? 0.01 * maxWidth : 0.5423 * maxWidth * Math.exp(-(relativeDepth ** 2.4));
}

const SLOT_STEPS = 128;
const SLOT_TOP = 1.78;
/** Integral of the slot's width over the relative depth from the cutoff on, in shares of the largest width, by trapezia. */
const slotIntegral = new Float64Array(SLOT_STEPS + 1);
for (let k = 1; k <= SLOT_STEPS; k++) {
  const step = (SLOT_TOP - SLOT_CUTOFF) / SLOT_STEPS;
  const x = SLOT_CUTOFF + k * step;
  slotIntegral[k] = slotIntegral[k - 1]! + 0.5 * step * (slotWidth(1, x) + slotWidth(1, x - step));
}

/** Area of the slot up to a depth y above the cutoff, m2. */
export function slotArea(maxWidth: number, full: number, y: number): number {
  const relative = y / full;
  const at = Math.min(SLOT_STEPS, (Math.max(0, relative - SLOT_CUTOFF) / (SLOT_TOP - SLOT_CUTOFF)) * SLOT_STEPS);
  const k = Math.min(SLOT_STEPS - 1, Math.floor(at));
  const share = slotIntegral[k]! + (at - k) * (slotIntegral[k + 1]! - slotIntegral[k]!);
  return maxWidth * full * (share + Math.max(0, relative - SLOT_TOP) * slotWidth(1, SLOT_TOP + 1e-9));
}

/**
 * `sectionAt` as the momentum equation needs it: a closed section keeps a surface near and above its crown, from its width at 96 % of
 * its depth, or from a slot that also holds water.
 *
 * @returns area, m2; width and hydraulic radius in `atSection`, the true width at index 2
 */
export function wetSectionAt(set: SectionSet, i: number, y: number, hasSlot: boolean): number {
  const one = set.of[i]!;
  const full = set.fullDepth[one]!;
  const isOpen = set.isOpen[one] !== 0;
  const area = sectionAt(set, i, isOpen && y > full ? full : y);
  atSection[2] = atSection[0]!;
  if (isOpen) return area;
  if (hasSlot) {
    if (y < SLOT_CUTOFF * full) return area;
    const width = slotWidth(set.maxWidth[one]!, y / full);
    atSection[0] = width;
    return y > full ? area + (y - full) * width : area;
  }
  if (y > CROWN_CUTOFF * full) atSection[0] = set.crownWidth[one]!;
  return area;
}
