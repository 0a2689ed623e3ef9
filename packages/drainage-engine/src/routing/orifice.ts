import type { Orifice } from '../model/links.ts';
import { GRAVITY } from '../sections/critical-depth.ts';
import { atSection, sectionAt } from '../sections/section-at.ts';
import type { SectionSet } from '../sections/section-set.ts';
import { flapGateLoss } from './flap-gate.ts';
import { Opening } from './opening.ts';

/** Discharge coefficient of a sharp weir over sqrt(2g), the limit of an orifice whose crown falls dry. */
const WEIR_SHARE = 0.414;

/** Least length of the pipe that stands for a side orifice, m (200 ft). */
const LEAST_LENGTH = 60.96;

/** An orifice: under its crown a weir, above it an orifice, free or drowned (SWMM Reference Manual Vol. II, section 6.2). */
export class OrificeFlow extends Opening {
  readonly #isBottom: boolean;
  readonly #discharge: number;
  readonly #sections: SectionSet;
  readonly #link: number;
  /** Number of its section. */
  readonly #section: number;
  /** Length of the pipe that stands for the opening, m: a wave crosses it in two steps (SWMM Reference Manual Vol. II, section 6.2). */
  readonly #length: number;

  constructor(orifice: Orifice, crest: number, sections: SectionSet, link: number, step: number) {
    super(crest, orifice.hasFlapGate);
    this.#isBottom = orifice.position === 'bottom';
    this.#discharge = orifice.discharge;
    this.#sections = sections;
    this.#link = link;
    this.#section = sections.of[link]!;
    this.#length = Math.max(LEAST_LENGTH, 2 * step * Math.sqrt(GRAVITY * sections.fullDepth[this.#section]!));
  }

  /** Flow, m3/s: under the head, or where the share of it that fills the opening is below 1, over a weir that carries as much at 1. */
  #discharged(full: number, critical: number, share: number, head: number): number {
    if (share >= 1) return full * Math.sqrt(Math.max(0, head));
    return full * Math.sqrt(this.#isBottom ? critical : 0.5 * critical) * share ** 1.5;
  }

  override find(h1: number, h2: number, setting: number): void {
    this.flow = 0;
    this.sensitivity = 0;
    this.surface = 0;
    this.depth = 0;
    const height = this.#sections.fullDepth[this.#section]! * setting;
    if (height <= 0) return;
    const area = sectionAt(this.#sections, this.#link, height);
    const isReversed = h2 > h1;
    const high = isReversed ? h2 : h1;
    const low = isReversed ? h1 : h2;
    if (high <= this.crest || (isReversed && this.hasFlapGate)) return;
    const above = high - this.crest;
    const full = this.#discharge * area * Math.sqrt(2 * GRAVITY);
    // Head on the opening at which it runs full.
    let critical = height;
    let middle = this.crest + 0.5 * height;
    if (this.#isBottom) {
      middle = this.crest;
      const width = this.#sections.maxWidth[this.#section]!;
      const perimeter = this.#sections.kind[this.#section] === 1 ? 2 * (height + width) : Math.PI * height;
      critical = ((this.#discharge / WEIR_SHARE) * area) / perimeter;
    }
    let share = Math.min(1, above / critical);
    let head = low > middle ? high - low : high - middle;
    if (this.hasFlapGate) {
      const open = share < 1 ? sectionAt(this.#sections, this.#link, share * height) : area;
      const over = share < 1 ? above : head;
      const loss = open > 0 ? flapGateLoss(this.#discharged(full, critical, share, head) / open, over) : 0;
      if (share < 1) share = Math.max(0, share - loss / critical);
      else head = Math.max(0, head - loss);
    }
    let q = this.#discharged(full, critical, share, head);
    if (share >= 1) this.sensitivity = head > 0 ? q / (2 * Math.max(head, 1e-4)) : 0;
    else {
      this.sensitivity = share > 0 ? (1.5 * q) / (share * critical) : 0;
      if (low > this.crest) q *= drowned(low - this.crest, above, 1.5);
    }
    this.depth = Math.min(1, above / critical) * height;
    if (this.#isBottom) this.surface = area;
    else {
      sectionAt(this.#sections, this.#link, this.depth);
      this.surface = atSection[0]! * this.#length;
    }
    this.flow = isReversed ? -q : q;
  }
}

/** Villemonte's factor for a drowned weir: (1 - (low / high)^n)^0.385, heads over the crest. */
export function drowned(low: number, high: number, exponent: number): number {
  const ratio = Math.min(1, low / high);
  return (1 - ratio ** exponent) ** 0.385;
}
