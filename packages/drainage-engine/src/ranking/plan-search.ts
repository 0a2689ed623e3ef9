import { DistrictChoices } from './district-choices.ts';
import { OwedDamage } from './owed-damage.ts';
import type { SearchSpace } from './search-space.ts';
import { filledByValue } from './value-knapsack.ts';

/** Weight of what was measured in another state than the present one, beside what was never measured. */
const STALE = 0.1;
/** How much more an action of the plan counts than its value when the budget is filled anew: a plan is left for clear gains only. */
const LOYALTY = 1.2;
/** How far values follow what a change of many actions together has shown. */
const LEARNING = 0.5;
/** Share of its conveyance that a drain filled to the crown counts with. */
const LEAST_LEFT = 1e-3;
/** How many times its estimate an action may prove to be worth: more is the noise of an estimate near nothing. */
const MOST_CORRECTED = 3;

/**
 * Search by prices. Every simulation of a district prices all drains by what each is worth if it carried more (`worthOfLinks`); the budget
 * is filled anew by these prices, the new plan is simulated, and the best mixture of the district states seen, one a district, is the plan
 * of the next round. Prices are of first order, so the actions near the margin of the budget are simulated one by one on top of the plan,
 * and what they prove to be worth corrects their prices. (Choosing among states seen, by the prices they give, is column generation,
 * Dantzig and Wolfe 1960, Operations Research 8(1).)
 */
export class PlanSearch {
  readonly #space: SearchSpace;
  readonly #owed: OwedDamage;
  readonly #choices: DistrictChoices;
  /** Damage an action would spare a year, to first order, in the last plan that had it not. */
  readonly #estimate: Float64Array;
  /** What an action proved to be worth over its estimate. */
  readonly #correction: Float64Array;
  /** What an action spared on top of its district's state, or without it, when it was last simulated by itself. */
  readonly #proved = new Map<number, { readonly state: string; readonly gain: number }>();
  /** What is done in each district in the plan that is priced. */
  readonly #state: string[] = [];
  readonly #priceAlone: readonly number[];
  readonly #linkOf: readonly number[];
  /** How much more each action lets its drain carry, as the logarithm of the ratio. */
  readonly #carriesMore: readonly number[];

  constructor(space: SearchSpace, untouched: readonly { readonly damage: number }[]) {
    this.#space = space;
    const { evaluator, cost, screening } = space;
    const { actions, drains, districts } = evaluator.problem;
    this.#owed = new OwedDamage(evaluator, screening.trees);
    this.#choices = new DistrictChoices(space, untouched);
    this.#estimate = new Float64Array(actions.length);
    this.#correction = new Float64Array(actions.length).fill(1);
    this.#priceAlone = actions.map((_, action) => Math.max(1, cost.of([action])));
    const places = districts.map(({ model }) => new Map(model.links.map(({ name }, i) => [name, i])));
    this.#linkOf = actions.map(({ link }, action) => places[evaluator.districtOf[action]!]!.get(link)!);
    // Ends of a drain give way as it carries more, so that its flow grows by less than its conveyance: by the logarithm of it.
    this.#carriesMore = actions.map(({ candidate }) => {
      const onDrain = actions.filter((other) => other.candidate === candidate).length;
      return -Math.log(Math.max(LEAST_LEFT, 1 - drains[candidate]!.lostConveyance)) / onDrain;
    });
  }

  #own(district: number, actions: readonly number[]): number[] {
    const { districtOf } = this.#space.evaluator;
    return actions.filter((action) => districtOf[action] === district).toSorted((a, b) => a - b);
  }

  get #districts(): number[] {
    return this.#space.evaluator.problem.districts.map((_, d) => d);
  }

  /** Prices all actions in the states of a plan that were simulated. What is done keeps its price: to first order it is worth nothing more. */
  async #priceIn(plan: readonly number[]): Promise<void> {
    const { evaluator, eligible, allDone } = this.#space;
    for (const d of this.#districts) {
      const own = this.#own(d, plan);
      if (evaluator.runsFor(own, [d]) > 0) continue;
      const { worth, damage } = await evaluator.district(d, own);
      const possible = Math.max(0, damage - allDone[d]!.damage);
      const done = new Set(own);
      this.#state[d] = own.join();
      for (const action of this.#own(d, eligible)) {
        if (done.has(action)) continue;
        this.#estimate[action] = Math.min(possible, worth[this.#linkOf[action]!]! * this.#carriesMore[action]!);
      }
    }
  }

  /** What an action proved in the state of the plan, or its price. */
  #value(action: number): number {
    const proved = this.#proved.get(action);
    if (proved?.state === this.#state[this.#space.evaluator.districtOf[action]!]) return proved!.gain;
    return this.#estimate[action]! * this.#correction[action]!;
  }

  #learn(action: number, shown: number, rate: number): void {
    const estimate = this.#estimate[action]!;
    const ratio = estimate > 0 ? Math.min(MOST_CORRECTED, Math.max(0, shown / estimate)) : 1;
    this.#correction[action]! += rate * (ratio - this.#correction[action]!);
  }

  /**
   * Simulates a plan, district by district; where it differs from the one before, prices learn from the difference.
   *
   * @param allowance simulations of the evaluator not to be passed
   */
  async offer(plan: readonly number[], base: readonly number[], allowance: number): Promise<void> {
    const damages = await Promise.all(this.#districts.map((d) => this.#offerIn(d, plan, base, allowance)));
    this.#choices.noteWhole(
      plan,
      damages.reduce((sum, one) => sum + one, 0),
    );
  }

  async #offerIn(d: number, plan: readonly number[], base: readonly number[], allowance: number): Promise<number> {
    const { evaluator } = this.#space;
    const own = this.#own(d, plan);
    const missing = evaluator.runsFor(own, [d]);
    if (evaluator.runs + missing > allowance) return Infinity;
    const after = await evaluator.district(d, own);
    this.#choices.note(d, own, after.damage);
    const was = this.#own(d, base);
    if (missing === 0 || evaluator.runsFor(was, [d]) > 0) return after.damage;
    const [has, had] = [new Set(own), new Set(was)];
    const changed = [...own.filter((a) => !had.has(a)), ...was.filter((a) => !has.has(a))];
    const spared = this.#owed.share(d, changed, await evaluator.district(d, was), after);
    changed.forEach((action, k) => this.#learn(action, had.has(action) ? -spared[k]! : spared[k]!, LEARNING));
    return after.damage;
  }

  /**
   * How much is to be learnt from simulating an action by itself: most where it costs much, its value for money lies near that of the last
   * Rupiah (the others are decided) and it was not simulated yet. The root of the price lets many small drains weigh up one large canal.
   */
  #interest(action: number, lastGain: number): number {
    const proved = this.#proved.get(action);
    if (proved?.state === this.#state[this.#space.evaluator.districtOf[action]!]) return 0;
    const price = this.#priceAlone[action]!;
    const rank = Math.max(this.#value(action), Number.MIN_VALUE) / price;
    const near = lastGain > 0 ? Math.min(rank / lastGain, lastGain / rank) : 1;
    return (proved === undefined ? 1 : STALE) * Math.sqrt(price) * near;
  }

  /** Simulates as many actions by themselves as there are districts, on top of the plan or without them, the most interesting first. */
  async #prove(base: readonly number[], lastGain: number, allowance: number): Promise<void> {
    const { eligible } = this.#space;
    const interest = new Map(eligible.map((action) => [action, this.#interest(action, lastGain)]));
    const asked = eligible.filter((action) => interest.get(action)! > 0).toSorted((a, b) => interest.get(b)! - interest.get(a)!);
    await Promise.all(asked.slice(0, this.#districts.length).map((action) => this.#proveOne(action, base, allowance)));
  }

  async #proveOne(action: number, base: readonly number[], allowance: number): Promise<void> {
    const { evaluator } = this.#space;
    const d = evaluator.districtOf[action]!;
    const own = this.#own(d, base);
    const isDone = own.includes(action);
    const flipped = isDone ? own.filter((a) => a !== action) : [...own, action];
    if (evaluator.runs + evaluator.runsFor(own, [d]) + evaluator.runsFor(flipped, [d]) > allowance) return;
    const [before, after] = await Promise.all([evaluator.district(d, own), evaluator.district(d, flipped)]);
    this.#choices.note(d, flipped, after.damage);
    const gain = isDone ? after.damage - before.damage : before.damage - after.damage;
    this.#proved.set(action, { state: own.join(), gain });
    this.#learn(action, gain, 1);
  }

  /**
   * Searches until nothing new is asked for or the allowance is used.
   *
   * @param allowance simulations of the evaluator not to be passed
   * @returns actions of the best plan simulated
   */
  async run(allowance: number): Promise<number[]> {
    const { evaluator } = this.#space;
    await this.#priceIn([]);
    let base = this.#choices.best();
    for (;;) {
      const before = evaluator.runs;
      await this.#priceIn(base);
      const inPlan = new Set(base);
      const { actions, lastGain } = filledByValue(this.#space, (a) => this.#value(a) * (inPlan.has(a) ? LOYALTY : 1));
      await this.offer(actions, base, allowance);
      base = this.#choices.best();
      await this.#priceIn(base);
      await this.#prove(base, lastGain, allowance);
      base = this.#choices.best();
      if (evaluator.runs === before) return base;
    }
  }

  /** Value for money of actions of a plan, as far as is known: what is told first. */
  rank(actions: readonly number[]): number {
    return actions.reduce((sum, action) => sum + this.#value(action), 0) / Math.max(1, this.#space.cost.of(actions));
  }
}
