/** How much an action's own simulation weighs beside what others of its size have shown. */
const OWN_WEIGHT = 3;
/** An estimate is not raised beyond so many times. */
const MOST = 3;

type Sums = { simulated: number; predicted: number };
const ratio = ({ simulated, predicted }: Sums, otherwise: number): number =>
  predicted > 0 ? Math.min(MOST, Math.max(0, simulated) / predicted) : otherwise;

/**
 * How the estimates of the screening have turned out in simulations: for an action itself, for drains with about as much area above them
 * (a ditch and a canal err differently), and for all. It corrects the estimates that follow.
 */
export class Trust {
  readonly #sizes: readonly number[];
  readonly #own = new Map<number, Sums>();
  readonly #ofSize = new Map<number, Sums>();
  readonly #all: Sums = { simulated: 0, predicted: 0 };

  /** @param areas m2 above each action */
  constructor(areas: Float64Array) {
    // Powers of four: a ditch, a branch, a canal, its lower end.
    this.#sizes = Array.from(areas, (area) => Math.floor(Math.log2(1 + area) / 2));
  }

  /** Notes what a single action spared where so much was expected. */
  note(action: number, simulated: number, predicted: number): void {
    if (predicted <= 0) return;
    const size = this.#sizes[action]!;
    const ofSize = this.#ofSize.get(size) ?? { simulated: 0, predicted: 0 };
    this.#ofSize.set(size, ofSize);
    for (const sums of [ofSize, this.#all]) {
      sums.simulated += simulated;
      sums.predicted += predicted;
    }
    this.#own.set(action, { simulated, predicted });
  }

  /** Factor on the estimate of an action. */
  of(action: number): number {
    const all = ratio(this.#all, 1);
    const size = ratio(this.#ofSize.get(this.#sizes[action]!) ?? { simulated: 0, predicted: 0 }, all);
    const own = this.#own.get(action);
    return own === undefined ? size : (OWN_WEIGHT * ratio(own, size) + size) / (OWN_WEIGHT + 1);
  }
}
