import type { Weir } from '../model/links.ts';
import { flapGateLoss } from './flap-gate.ts';
import { Opening } from './opening.ts';
import { drowned } from './orifice.ts';
import { roadwayCoefficient, roadwayDrowning } from './roadway.ts';
import type { SeriesReader } from './series-reader.ts';

/** A weir of any of the five forms (SWMM Reference Manual Vol. II, section 6.3). */
export class WeirFlow extends Opening {
  readonly #weir: Weir;
  readonly #height: number;
  /** Length of the crest, m. */
  readonly #length: number;
  /** Mean side slope, run over rise, of V-notches and the ends of trapezia. */
  readonly #slope: number;
  readonly #coefficients: SeriesReader | null;

  constructor(weir: Weir, crest: number, coefficients: SeriesReader | null) {
    super(crest, weir.hasFlapGate);
    this.#weir = weir;
    this.#coefficients = coefficients;
    const { section } = weir;
    this.#height = 'depth' in section ? section.depth : 0;
    this.#length = 0;
    this.#slope = 0;
    if (section.shape === 'rect-open') this.#length = section.width;
    else if (section.shape === 'triangular') this.#slope = section.topWidth / section.depth / 2;
    else if (section.shape === 'trapezoidal') {
      this.#length = section.bottomWidth;
      this.#slope = 0.5 * (section.leftSlope + section.rightSlope);
    }
  }

  /** Flow over the crest at a head, m3/s, not drowned. */
  #over(head: number, isReversed: boolean): number {
    const { form, discharge, endContractions, endDischarge } = this.#weir;
    const c = this.#coefficients === null ? discharge : this.#coefficients.at(head);
    switch (form) {
      case 'transverse':
        return c * Math.max(0, this.#length - 0.1 * endContractions * head) * head ** 1.5;
      case 'side-flow':
        // The exponents make up for each other in any unit of length, so that one coefficient holds in feet and metres.
        return isReversed ? c * this.#length * head ** 1.5 : c * this.#length ** 0.83 * head ** 1.67;
      case 'v-notch':
        return c * this.#slope * head ** 2.5;
      case 'trapezoidal':
        return c * this.#length * head ** 1.5 + endDischarge * this.#slope * head ** 2.5;
      case 'roadway':
        return (this.#weir.roadSurface === null ? c : roadwayCoefficient(head, this.#weir)) * this.#length * head ** 1.5;
    }
  }

  /** Head that the weir's flap gate takes, m, of a flow through the opening up to a height. */
  #flapLoss(flow: number, height: number, head: number): number {
    const area = (this.#length + this.#slope * height) * height;
    return area > 0 ? flapGateLoss(flow / area, head) : 0;
  }

  override find(h1: number, h2: number, setting: number): void {
    this.flow = 0;
    this.sensitivity = 0;
    this.surface = 0;
    this.depth = 0;
    // A gate that is partly shut stands as a higher crest.
    const opening = this.#height * setting;
    const crest = this.crest + this.#height - opening;
    const crown = this.crest + this.#height;
    const isReversed = h2 > h1;
    const high = isReversed ? h2 : h1;
    const low = isReversed ? h1 : h2;
    if (opening <= 0 || high <= crest || (isReversed && this.hasFlapGate)) return;
    const { form, canSurcharge } = this.#weir;
    let q: number;
    if (high > crown && canSurcharge && form !== 'roadway') {
      // Above its crown the opening is an orifice that carries as much as the weir when just full.
      const middle = crest + 0.5 * opening;
      const head = low > middle ? high - low : high - middle;
      const whole = this.#over(opening, isReversed) / Math.sqrt(0.5 * opening);
      const left = this.hasFlapGate ? head - this.#flapLoss(whole * Math.sqrt(Math.max(0, head)), opening, head) : head;
      q = whole * Math.sqrt(Math.max(0, left));
      this.sensitivity = head > 1e-6 ? q / (2 * head) : 0;
    } else {
      let head = Math.min(high - crest, form === 'roadway' ? Infinity : opening);
      if (this.hasFlapGate) head = Math.max(0, head - this.#flapLoss(this.#over(head, isReversed), head, head));
      const exponent = form === 'v-notch' ? 2.5 : form === 'side-flow' ? 1.67 : 1.5;
      q = this.#over(head, isReversed);
      // Of the free flow also where it is drowned: that answers to the head behind the weir the more, the nearer both levels lie.
      this.sensitivity = head > 0 ? (exponent * q) / head : 0;
      if (low > crest) {
        q *= form === 'roadway' ? roadwayDrowning((low - crest) / head, this.#weir) : drowned(low - crest, high - crest, exponent);
      }
    }
    this.depth = Math.min(high - crest, opening);
    this.surface = 0;
    this.flow = isReversed ? -q : q;
  }
}
