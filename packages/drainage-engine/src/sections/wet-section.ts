import type { SectionSet } from './section-set.ts';
import { atSection, sectionAt } from './section-at.ts';

/** Share of the full depth above which a closed section keeps its width (EXTRAN; SWMM Reference Manual Vol. II, section 3.3). */
export const CROWN_CUTOFF = 0.96;
/** Share of the full depth above which the slot takes over (SLOT). */
export const SLOT_CUTOFF = 0.985257;

/** Width of the Preissmann slot after Sjoberg, m, for a depth over full depth above the cutoff (SWMM Reference Manual Vol. II, eq. 3-23). */
export function slotWidth(maxWidth: number, relativeDepth: number): number {
  return relativeDepth > 1.78 ? 0.01 * maxWidth : 0.5423 * maxWidth * Math.exp(-(relativeDepth ** 2.4));
}

/**
 * `sectionAt` as the momentum equation needs it: a closed section keeps a surface near and above its crown, from its width at 96 % of
 * its depth, or from a slot that also holds water.
 *
 * @returns area, m2; width and hydraulic radius in `atSection`, the true width at index 2
 */
export function wetSectionAt(set: SectionSet, i: number, y: number, hasSlot: boolean): number {
  const area = sectionAt(set, i, y);
  atSection[2] = atSection[0]!;
  if (set.isOpen[i] !== 0) return area;
  const full = set.fullDepth[i]!;
  if (hasSlot) {
    if (y < SLOT_CUTOFF * full) return area;
    const width = slotWidth(set.maxWidth[i]!, y / full);
    atSection[0] = width;
    return y > full ? area + (y - full) * width : area;
  }
  if (y > CROWN_CUTOFF * full) {
    const radius = atSection[1]!;
    sectionAt(set, i, CROWN_CUTOFF * full);
    atSection[1] = radius;
  }
  return area;
}
