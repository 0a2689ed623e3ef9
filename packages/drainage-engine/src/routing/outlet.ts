import type { Outlet } from '../model/links.ts';
import { Opening } from './opening.ts';
import type { SeriesReader } from './series-reader.ts';

/** An outlet: flow by a rating of depth over its level, or of head difference (SWMM Reference Manual Vol. II, section 6.4). */
export class OutletFlow extends Opening {
  readonly #outlet: Outlet;
  readonly #curve: SeriesReader | null;

  constructor(outlet: Outlet, crest: number, curve: SeriesReader | null) {
    super(crest, outlet.hasFlapGate);
    this.#outlet = outlet;
    this.#curve = curve;
  }

  #rate(head: number): number {
    const { rating } = this.#outlet;
    if (rating.kind === 'functional') return rating.coefficient * head ** rating.exponent;
    return this.#curve === null ? 0 : this.#curve.at(head);
  }

  override find(h1: number, h2: number, setting: number): void {
    this.flow = 0;
    this.sensitivity = 0;
    this.depth = 0;
    const isReversed = h2 > h1;
    const high = isReversed ? h2 : h1;
    const low = isReversed ? h1 : h2;
    if (high <= this.crest || setting <= 0 || (isReversed && this.hasFlapGate)) return;
    const head = this.#outlet.basis === 'head' ? high - Math.max(low, this.crest) : high - this.crest;
    if (head <= 0) return;
    const q = setting * this.#rate(head);
    const step = Math.min(0.01, head);
    this.sensitivity = Math.max(0, (q - setting * this.#rate(head - step)) / step);
    this.depth = high - this.crest;
    this.flow = isReversed ? -q : q;
  }
}
