import { actionsOf, missingFrom, type Pick, type Plan, type SearchSpace } from './search-space.ts';

/** A package in the queue. `gain` is what a simulation gave, or null where only the screening has an estimate. */
type Waiting = { readonly actions: readonly number[]; gain: number | null; state: string };

/** Packages simulated before the first is taken, as shares of the simulations allowed: by head loss and by the graph. */
const BY_RELIEF = 0.25;
const BY_GRAPH = 0.05;
/** Rupiah under which two costs are the same. */
const CENT = 1e-6;

/** The queue of a lazy greedy search, and what it knows. */
export class LazyGreedy {
  readonly #space: SearchSpace;
  readonly #waiting: Waiting[];
  /** Packages simulated together: each asks for all scenarios, which fill the simulator by themselves when they are many. */
  readonly #atOnce: number;
  #simulated = 0;
  #predicted = 0;

  constructor(space: SearchSpace) {
    this.#space = space;
    this.#waiting = space.packages.map((actions) => ({ actions, gain: null, state: '' }));
    const { simulator, storms, tides } = space.evaluator.problem;
    this.#atOnce = Math.max(1, Math.floor(simulator.width / (storms.length * tides.length)));
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

  #runsFor(done: readonly number[], actions: readonly number[]): number {
    const { evaluator } = this.#space;
    return evaluator.runsFor([...done, ...actions], evaluator.touched(actions));
  }

  async #simulate(done: readonly number[], one: Waiting, predicted: number): Promise<void> {
    const more = missingFrom(done, one.actions);
    const isFirst = one.gain === null;
    one.gain = await this.#space.evaluator.gain(done, more);
    one.state = this.#stateOf(done, one.actions);
    if (isFirst && predicted > 0) {
      this.#simulated += Math.max(0, one.gain);
      this.#predicted += predicted;
    }
  }

  /** What the screening expects, corrected by how its estimates have turned out so far. */
  #expected(relief: number): number {
    const trust = this.#predicted > 0 ? this.#simulated / this.#predicted : 1;
    return relief * trust;
  }

  /** Simulates the packages that the two screens put first, each alone. */
  async screen(allowance: number, relief: Float64Array): Promise<void> {
    const { cost, screening, evaluator } = this.#space;
    const proxy = screening.graphProxy();
    const deficit = new Set(screening.withCapacityDeficit(this.#space.allDone));
    const sumOf = (values: Float64Array, { actions }: Waiting): number => actions.reduce((sum, a) => sum + values[a]!, 0);
    const price = new Map(this.#waiting.map((one) => [one, cost.of(one.actions)]));
    const affordable = this.#waiting.filter((one) => price.get(one)! <= this.#space.budget + CENT);
    const by = (values: Float64Array, list: Waiting[]): Waiting[] =>
      list
        .map((one) => ({ one, rank: sumOf(values, one) / price.get(one)! }))
        .filter(({ rank }) => rank > 0)
        .toSorted((a, b) => b.rank - a.rank)
        .map(({ one }) => one);
    const singles = affordable.filter(({ actions }) => actions.length === 1);
    const lacking = singles.filter(({ actions }) => deficit.has(actions[0]!));
    const start = evaluator.runs;
    for (const { list, share } of [
      { list: by(relief, affordable), share: BY_RELIEF },
      { list: by(proxy, lacking.length > 0 ? lacking : singles), share: BY_GRAPH },
    ]) {
      const until = evaluator.runs + share * (allowance - start);
      for (let at = 0; at < list.length && evaluator.runs < until; at += this.#atOnce)
        await Promise.all(list.slice(at, at + this.#atOnce).map((one) => this.#simulate([], one, sumOf(relief, one))));
    }
  }

  /**
   * Takes packages by gain per Rupiah until nothing more fits, re-simulating only the head of the queue (Minoux 1978; Leskovec et al.
   * 2007, KDD). The gains of drains are not submodular, so a package may gain by others: its estimate is renewed from each new state.
   *
   * @param picks packages taken already
   * @param allowance simulations of the evaluator not to be passed
   * @param banned actions not to take
   */
  async take(picks: readonly Pick[], allowance: number, banned: ReadonlySet<number> = new Set()): Promise<Pick[]> {
    const { evaluator, cost, budget, screening, allDone, eligible } = this.#space;
    const taken = [...picks];
    const all = Array.from({ length: evaluator.problem.actions.length }, (_, a) => a);
    const may = new Set(eligible.filter((a) => !banned.has(a)));
    const closed = all.filter((a) => !may.has(a));
    let done = actionsOf(taken);
    let spent = cost.of(done);
    for (;;) {
      const now = await evaluator.all(done);
      const relief = screening.relief([...closed, ...done], now, allDone);
      const offers = this.#offers(done, spent, budget, relief, banned);
      const best = await this.#best(offers, done, allowance);
      if (best === null) return taken;
      const actions = missingFrom(done, best.one.actions);
      taken.push({ actions, cost: best.price, gain: best.one.gain! });
      done = [...done, ...actions];
      spent += best.price;
    }
  }

  #offers(done: readonly number[], spent: number, budget: number, relief: Float64Array, banned: ReadonlySet<number>): Offer[] {
    const { cost } = this.#space;
    const priceOf = cost.onTopOf(done);
    const has = new Set(done);
    return this.#waiting.flatMap((one) => {
      const more = one.actions.filter((a) => !has.has(a));
      if (more.length === 0 || more.some((a) => banned.has(a))) return [];
      const price = priceOf(more);
      if (spent + price > budget + CENT) return [];
      const predicted = more.reduce((sum, a) => sum + relief[a]!, 0);
      return [{ one, more, price: Math.max(CENT, price), predicted }];
    });
  }

  async #best(offers: readonly Offer[], done: readonly number[], allowance: number): Promise<Offer | null> {
    const { evaluator } = this.#space;
    const states = new Map(offers.map((offer) => [offer, this.#stateOf(done, offer.one.actions)]));
    const isFresh = (offer: Offer): boolean => offer.one.gain !== null && offer.one.state === states.get(offer);
    const rank = (offer: Offer): number => {
      const expected = this.#expected(offer.predicted);
      const { gain } = offer.one;
      if (gain === null) return expected / offer.price;
      if (isFresh(offer)) return gain / offer.price;
      // What spared nothing before may do so now that a drain below it is open.
      return Math.max(gain, 0.5 * (gain + expected)) / offer.price;
    };
    for (;;) {
      const ranked = offers.filter((offer) => rank(offer) > 0).toSorted((a, b) => rank(b) - rank(a));
      const head = ranked[0];
      if (head === undefined) return null;
      if (isFresh(head)) return head;
      // Without simulations left only what needs none is still taken.
      const payable = ranked.slice(0, this.#atOnce).filter((offer) => !isFresh(offer));
      const affordable = payable.filter((offer) => evaluator.runs + this.#runsFor(done, offer.more) <= allowance);
      if (affordable.length === 0) return ranked.find(isFresh) ?? null;
      await Promise.all(affordable.map((offer) => this.#simulate(done, offer.one, offer.predicted)));
    }
  }

  /** Packages simulated alone from the present state, best gain per Rupiah first: the plan of a one-at-a-time study of what was screened. */
  async byGainAlone(): Promise<Pick[]> {
    const { cost, budget, evaluator } = this.#space;
    const alone: { actions: readonly number[]; rank: number; gain: number }[] = [];
    for (const { actions } of this.#waiting) {
      if (this.#runsFor([], actions) > 0) continue;
      const gain = await evaluator.gain([], actions);
      if (gain > 0) alone.push({ actions, gain, rank: gain / cost.of(actions) });
    }
    const picks: Pick[] = [];
    let done: number[] = [];
    let spent = 0;
    for (const { actions, gain } of alone.toSorted((a, b) => b.rank - a.rank)) {
      const more = missingFrom(done, actions);
      const price = cost.of([...done, ...more]) - spent;
      if (more.length === 0 || spent + price > budget + CENT) continue;
      picks.push({ actions: more, cost: price, gain });
      done = [...done, ...more];
      spent += price;
    }
    return picks;
  }

  /** The one package that spares most by itself. */
  async bestAlone(): Promise<Pick[]> {
    const { cost, budget, evaluator } = this.#space;
    let best: Pick | null = null;
    for (const { actions } of this.#waiting) {
      const price = cost.of(actions);
      if (price > budget + CENT || this.#runsFor([], actions) > 0) continue;
      const gain = await evaluator.gain([], actions);
      if (gain > (best?.gain ?? 0)) best = { actions, cost: price, gain };
    }
    return best === null ? [] : [best];
  }

  /** A plan with its damage. */
  async planOf(picks: readonly Pick[]): Promise<Plan> {
    return { picks, damage: await this.#space.evaluator.damage(actionsOf(picks)) };
  }
}

type Offer = { readonly one: Waiting; readonly more: readonly number[]; readonly price: number; readonly predicted: number };
