import type { Orifice } from '../model/links.ts';
import { GRAVITY } from '../sections/critical-depth.ts';
import { sectionAt } from '../sections/section-at.ts';
import type { SectionSet } from '../sections/section-set.ts';
import { Opening } from './opening.ts';

/** Discharge coefficient of a sharp weir over sqrt(2g), the limit of an orifice whose crown falls dry. */
const WEIR_SHARE = 0.414;

/** An orifice: under its crown a weir, above it an orifice, free or drowned (SWMM Reference Manual Vol. II, section 3.5). */
export class OrificeFlow extends Opening {
  readonly #isBottom: boolean;
  readonly #discharge: number;
  readonly #sections: SectionSet;
  readonly #link: number;

  constructor(orifice: Orifice, crest: number, sections: SectionSet, link: number) {
    super(crest, orifice.hasFlapGate);
    this.#isBottom = orifice.position === 'bottom';
    this.#discharge = orifice.discharge;
    this.#sections = sections;
    this.#link = link;
  }

  override find(h1: number, h2: number, setting: number): void {
    this.flow = 0;
    this.sensitivity = 0;
    this.surface = 0;
    this.depth = 0;
    const height = this.#sections.fullDepth[this.#link]! * setting;
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
      const width = this.#sections.maxWidth[this.#link]!;
      const perimeter = this.#sections.kind[this.#link] === 1 ? 2 * (height + width) : Math.PI * height;
      critical = ((this.#discharge / WEIR_SHARE) * area) / perimeter;
    }
    let q: number;
    const share = Math.min(1, above / critical);
    if (share >= 1) {
      const head = low > middle ? high - low : high - middle;
      q = full * Math.sqrt(Math.max(0, head));
      this.sensitivity = head > 0 ? q / (2 * Math.max(head, 1e-4)) : 0;
    } else {
      // The weir that carries as much as the orifice when it begins to run full.
      q = full * Math.sqrt(this.#isBottom ? critical : 0.5 * critical) * share ** 1.5;
      this.sensitivity = above > 0 ? (1.5 * q) / above : 0;
      if (low > this.crest) q *= drowned(low - this.crest, above, 1.5);
    }
    this.depth = share * height;
    // Only an opening in the floor has a water surface of its own.
    this.surface = this.#isBottom ? area : 0;
    this.flow = isReversed ? -q : q;
  }
}

/** Villemonte's factor for a drowned weir: (1 - (low / high)^n)^0.385, heads over the crest. */
export function drowned(low: number, high: number, exponent: number): number {
  const ratio = Math.min(1, low / high);
  return (1 - ratio ** exponent) ** 0.385;
}
