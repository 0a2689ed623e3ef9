import { actionsOf, type Pick, type SearchSpace } from './search-space.ts';
import { Trust } from './trust.ts';

/** A package and what is known of it. */
export type Waiting = {
  readonly actions: readonly number[];
  /** What it spared in its last simulation; null: never tried. */
  gain: number | null;
  /** What was done around it then. */
  state: string;
  /** What it spared from the present state; null: not tried there. */
  alone: number | null;
};

/** A package that fits the money left: the actions it would add, their price, the estimate of the screening, and that corrected. */
export type Offer = {
  readonly one: Waiting;
  readonly more: readonly number[];
  readonly price: number;
  readonly predicted: number;
  readonly expected: number;
};

/** An offer with its gain per Rupiah, simulated from the state asked for or estimated. */
export type Ranked = { readonly offer: Offer; readonly rank: number; readonly isFresh: boolean };

/** Rupiah under which two costs are the same. */
const CENT = 1e-6;

/** Packages waiting to be taken, and what simulations have said of them. */
export class PackageQueue {
  readonly #space: SearchSpace;
  readonly #waiting: readonly Waiting[];
  readonly #trust: Trust;

  constructor(space: SearchSpace) {
    this.#space = space;
    this.#waiting = space.packages.map((actions) => ({ actions, gain: null, state: '', alone: null }));
    this.#trust = new Trust(space.screening.areaAbove());
  }

  /** What is done already where a package lies: a gain simulated on top of something else is stale. */
  #stateOf(done: readonly number[], actions: readonly number[]): string {
    const { evaluator } = this.#space;
    const districts = new Set(evaluator.touched(actions));
    return done
      .filter((a) => districts.has(evaluator.districtOf[a]!))
      .toSorted((a, b) => a - b)
      .join();
  }

  /** Notes what a simulation said. */
  note(one: Waiting, done: readonly number[], gain: number, predicted: number): void {
    if (one.actions.length === 1) this.#trust.note(one.actions[0]!, gain, predicted);
    one.gain = gain;
    one.state = this.#stateOf(done, one.actions);
    if (done.length === 0) one.alone = gain;
  }

  moneyLeft(done: readonly number[]): number {
    return this.#space.budget + CENT - this.#space.cost.of(done);
  }

  /** Packages that fit the money left on top of some actions. */
  offers(done: readonly number[], relief: Float64Array, banned: ReadonlySet<number>): Offer[] {
    const left = this.moneyLeft(done);
    const priceOf = this.#space.cost.onTopOf(done);
    const has = new Set(done);
    return this.#waiting.flatMap((one) => {
      const more = one.actions.filter((a) => !has.has(a));
      if (more.length === 0 || more.some((a) => banned.has(a))) return [];
      const price = Math.max(CENT, priceOf(more));
      const sumOf = (value: (action: number) => number): number => more.reduce((sum, a) => sum + value(a), 0);
      return price > left
        ? []
        : [{ one, more, price, predicted: sumOf((a) => relief[a]!), expected: sumOf((a) => relief[a]! * this.#trust.of(a)) }];
    });
  }

  /** Offers worth something, best gain per Rupiah first. */
  ranked(offers: readonly Offer[], done: readonly number[]): Ranked[] {
    return offers
      .map((offer): Ranked => {
        const { gain, state, actions } = offer.one;
        const { expected } = offer;
        if (gain === null) return { offer, rank: expected / offer.price, isFresh: false };
        const isFresh = state === this.#stateOf(done, actions);
        // What spared nothing before may do so now that a drain below it is open.
        return { offer, rank: (isFresh ? gain : Math.max(gain, 0.5 * (gain + expected))) / offer.price, isFresh };
      })
      .filter(({ rank }) => rank > 0)
      .toSorted((a, b) => b.rank - a.rank);
  }

  /** Spends what is left by estimates alone. */
  filled(picks: readonly Pick[], relief: Float64Array, banned: ReadonlySet<number>): Pick[] {
    const taken = [...picks];
    for (;;) {
      const done = actionsOf(taken);
      const [best] = this.ranked(this.offers(done, relief, banned), done);
      if (best === undefined) return taken;
      const { more, price } = best.offer;
      taken.push({ actions: more, cost: price, gain: best.rank * price });
    }
  }

  /** Packages in the order of what each spared from the present state, while they fit. */
  byGainAlone(): Pick[] {
    const { cost } = this.#space;
    const tried = this.#waiting.filter(({ alone }) => (alone ?? 0) > 0).map((one) => ({ one, rank: one.alone! / cost.of(one.actions) }));
    const picks: Pick[] = [];
    for (const { one } of tried.toSorted((a, b) => b.rank - a.rank)) {
      const done = actionsOf(picks);
      const more = one.actions.filter((a) => !done.includes(a));
      const price = cost.onTopOf(done)(more);
      if (more.length > 0 && price <= this.moneyLeft(done)) picks.push({ actions: more, cost: price, gain: one.alone! });
    }
    return picks;
  }

  /**
   * Packages by the middle between what each spared alone and what the screening owes it of the whole: the first knows nothing of what
   * drains do together, the second only that.
   *
   * @param share of the screening's estimate, 0 to 1
   */
  byBothEnds(relief: Float64Array, share: number): Pick[] {
    const picks: Pick[] = [];
    for (;;) {
      const done = actionsOf(picks);
      let best: Pick | null = null;
      for (const { one, more, price, predicted, expected } of this.offers(done, relief, new Set())) {
        const gain = (1 - share) * (one.alone ?? expected) + share * predicted;
        if (gain > 0 && (best === null || gain / price > best.gain / best.cost)) best = { actions: more, cost: price, gain };
      }
      if (best === null) return picks;
      picks.push(best);
    }
  }

  /** The one package that spares most by itself. */
  bestAlone(): Pick[] {
    const { cost, budget } = this.#space;
    const paid = this.#waiting.filter(({ actions, alone }) => (alone ?? 0) > 0 && cost.of(actions) <= budget + CENT);
    return paid
      .toSorted((a, b) => b.alone! - a.alone!)
      .slice(0, 1)
      .map(({ actions, alone }) => ({ actions, cost: cost.of(actions), gain: alone! }));
  }
}
