import { Branches } from './branches.ts';
import { PackageQueue, type Offer, type Waiting } from './package-queue.ts';
import { actionsOf, missingFrom, type Pick, type Plan, type SearchSpace } from './search-space.ts';

/** Share of the simulations allowed that goes into packages tried alone from the present state, before the first is taken. */
const FOR_SCREENING = 0.6;
/** Of that screen, one package in so many comes from the graph, the others by loss of head. */
const GRAPH_EVERY = 6;
/** Packages that may be tried in one simulation of a district, and the least rank beside the best among them. */
const GROUP = 64;
const LEAST_RANK = 0.2;

/**
 * Lazy greedy search (Minoux 1978; Leskovec et al. 2007, KDD): takes packages by gain per Rupiah, re-simulating only the head of the
 * queue. Packages on different branches are tried and taken together. The gains of drains are not submodular, so a package may gain by
 * others: its estimate is renewed from each new state.
 */
export class LazyGreedy {
  readonly #space: SearchSpace;
  readonly #queue: PackageQueue;
  readonly #branches: Branches;

  constructor(space: SearchSpace) {
    this.#space = space;
    this.#queue = new PackageQueue(space);
    this.#branches = new Branches(space.evaluator, space.screening.trees);
  }

  #runsFor(done: readonly number[], more: readonly number[]): number {
    const { evaluator } = this.#space;
    return evaluator.runsFor([...done, ...more], evaluator.touched(more)) + evaluator.runsFor(done, evaluator.touched(more));
  }

  /** Simulates packages that lie apart, together, on top of some actions; notes what each spared. */
  async #try(done: readonly number[], group: readonly { readonly one: Waiting; readonly predicted: number }[]): Promise<void> {
    const { evaluator } = this.#space;
    const packages = group.map(({ one }) => missingFrom(done, one.actions));
    const all = packages.flat();
    const states = async (list: readonly number[]) =>
      new Map(await Promise.all(evaluator.touched(all).map(async (d) => [d, await evaluator.district(d, list)] as const)));
    const [before, after] = await Promise.all([states(done), states([...done, ...all])]);
    const gains = this.#branches.share(packages, before, after);
    group.forEach(({ one, predicted }, k) => this.#queue.note(one, done, gains[k]!, predicted));
  }

  /** Adds a package to the first group in which it lies apart from all others; a group holds few of each district. */
  #place<T extends { readonly one: Waiting }>(groups: T[][], entry: T, most: number): boolean {
    const districts = this.#space.evaluator.touched(entry.one.actions);
    const room = groups.find((group) => {
      const near = group.filter(({ one }) => this.#space.evaluator.touched(one.actions).some((d) => districts.includes(d)));
      return near.length < GROUP && near.every(({ one }) => this.#branches.areApart(one.actions, entry.one.actions));
    });
    if (room) room.push(entry);
    else if (groups.length < most) groups.push([entry]);
    else return false;
    return true;
  }

  /** Simulates the packages that the two screens put first, from the present state. */
  async screen(allowance: number, relief: Float64Array): Promise<void> {
    const { screening, evaluator, allDone } = this.#space;
    const { storms, tides, districts } = evaluator.problem;
    const deficit = new Set(screening.withCapacityDeficit(allDone));
    const offers = this.#queue.offers([], relief, new Set());
    // Single actions first: what a package is worth can be told from them.
    const byRelief = offers
      .filter(({ predicted }) => predicted > 0)
      .toSorted((a, b) => Math.min(2, a.more.length) - Math.min(2, b.more.length) || b.predicted / b.price - a.predicted / a.price);
    const proxy = screening.graphProxy();
    const byGraph = offers
      .filter(({ more }) => more.length === 1 && (deficit.size === 0 || deficit.has(more[0]!)))
      .toSorted((a, b) => proxy[b.more[0]!]! / b.price - proxy[a.more[0]!]! / a.price);
    const order = new Set<Offer>();
    byRelief.forEach((offer, k) => {
      order.add(offer);
      if (k % GRAPH_EVERY === 0 && byGraph.length > 0) order.add(byGraph.shift()!);
    });
    const runs = FOR_SCREENING * (allowance - evaluator.runs);
    const most = Math.max(1, Math.floor(runs / (storms.length * tides.length * districts.length)));
    const groups: Offer[][] = [];
    const until = evaluator.runs + runs;
    for (const offer of order) this.#place(groups, offer, most);
    for (const group of groups) {
      if (
        evaluator.runs +
          this.#runsFor(
            [],
            group.flatMap(({ more }) => more),
          ) >
        until
      )
        return;
      await this.#try([], group);
    }
  }

  /**
   * Takes packages until nothing more fits; when no simulations are left, by what is estimated.
   *
   * @param picks packages taken already
   * @param allowance simulations of the evaluator not to be passed
   * @param banned actions not to take
   */
  async take(picks: readonly Pick[], allowance: number, banned: ReadonlySet<number> = new Set()): Promise<Pick[]> {
    const { evaluator, screening, allDone, eligible } = this.#space;
    const taken = [...picks];
    const may = new Set(eligible.filter((a) => !banned.has(a)));
    const closed = evaluator.problem.actions.map((_, a) => a).filter((a) => !may.has(a));
    let relief: Float64Array | null = null;
    for (;;) {
      const done = actionsOf(taken);
      if (evaluator.runs + evaluator.runsFor(done, evaluator.touched(done)) > allowance) break;
      relief = screening.relief([...closed, ...done], await evaluator.all(done), allDone);
      const offers = this.#queue.offers(done, relief, banned);
      const group = await this.#best(offers, done, allowance);
      if (group === null) break;
      if (group.length === 0) return taken;
      for (const { one, more, price } of group) taken.push({ actions: more, cost: price, gain: one.gain! });
    }
    return relief === null ? taken : this.#queue.filled(taken, relief, banned);
  }

  /** Packages to take now, all simulated from here; none where none helps; null where no simulation is left to say. */
  async #best(offers: readonly Offer[], done: readonly number[], allowance: number): Promise<Offer[] | null> {
    const { evaluator } = this.#space;
    const left = this.#queue.moneyLeft(done);
    for (;;) {
      const ranked = this.#queue.ranked(offers, done);
      const head = ranked[0];
      if (head === undefined) return [];
      const bar = LEAST_RANK * head.rank;
      const stale = ranked.find(({ isFresh }) => !isFresh);
      const isReady = head.isFresh;
      const [group] = this.#groupOf(
        ranked
          .filter(({ rank, isFresh }) => rank >= bar && isFresh === isReady && (!isReady || rank >= (stale?.rank ?? 0)))
          .map(({ offer }) => offer),
        left,
      );
      if (isReady) return group!;
      const whole = this.#runsFor(
        done,
        group!.flatMap(({ more }) => more),
      );
      const tried = evaluator.runs + whole <= allowance ? group! : [head.offer];
      if (
        evaluator.runs +
          this.#runsFor(
            done,
            tried.flatMap(({ more }) => more),
          ) >
        allowance
      )
        return null;
      await this.#try(done, tried);
    }
  }

  /** The first of the offers and those after it that lie apart and that the money pays together. */
  #groupOf(offers: readonly Offer[], left: number): Offer[][] {
    const groups: Offer[][] = [];
    let spent = 0;
    for (const offer of offers) {
      if (spent + offer.price > left || !this.#place(groups, offer, 1)) continue;
      spent += offer.price;
    }
    return groups;
  }

  /** Packages in the order of what each spared from the present state: the plan of a one-at-a-time study of what was screened. */
  byGainAlone(): Pick[] {
    return this.#queue.byGainAlone();
  }

  /** Packages by the middle between their gain alone and their part of the whole, see `PackageQueue`. */
  byBothEnds(relief: Float64Array, share: number): Pick[] {
    return this.#queue.byBothEnds(relief, share);
  }

  /** The one package that spares most by itself. */
  bestAlone(): Pick[] {
    return this.#queue.bestAlone();
  }

  /** A plan with its damage. */
  async planOf(picks: readonly Pick[]): Promise<Plan> {
    return { picks, damage: await this.#space.evaluator.damage(actionsOf(picks)) };
  }
}
