import { ActionTree } from './action-tree.ts';
import { DistrictChoices } from './district-choices.ts';
import type { SearchSpace } from './search-space.ts';
import { filledByValue } from './value-knapsack.ts';

/** Weight of what was measured in another state than the present one, beside what was never measured. */
const STALE = 0.1;
/** How much more an action of the plan counts than its value when the budget is filled anew: a plan is left for clear gains only. */
const LOYALTY = 2;
/** How far values follow what a change of many actions together has shown. */
const LEARNING = 0.5;

/**
 * Search by sweeps. One simulation of a district changes many actions at once of which none lies below another, and what each node spared
 * or lost is owed to the change next on its way down: so a handful of simulations prices every action on top of the plan, what would be
 * added and what would be missed. The budget is filled anew by these prices, the new plan is simulated, and the best mixture of district
 * states seen is the plan of the next sweep. (Measuring many at once is group testing, Dorfman 1943, Annals of Mathematical Statistics
 * 14(4); choosing among states seen is column generation, Dantzig and Wolfe 1960, Operations Research 8(1).)
 */
export class SweepSearch {
  readonly #space: SearchSpace;
  readonly #tree: ActionTree;
  readonly #choices: DistrictChoices;
  /** Damage an action spares a year on top of the others of the plan, as far as is known. */
  readonly #value: Float64Array;
  /** What was done in its district when an action was last measured by itself. */
  readonly #measuredIn = new Map<number, string>();
  readonly #swept = new Set<string>();
  readonly #priceAlone: readonly number[];

  /** @param relief estimates to begin with, by action */
  constructor(space: SearchSpace, relief: Float64Array, untouched: readonly { readonly damage: number }[]) {
    this.#space = space;
    this.#tree = new ActionTree(space.evaluator, space.screening.trees);
    this.#choices = new DistrictChoices(space, untouched);
    this.#value = Float64Array.from(relief);
    this.#priceAlone = space.evaluator.problem.actions.map((_, action) => Math.max(1, space.cost.of([action])));
  }

  #own(district: number, actions: readonly number[]): number[] {
    const { districtOf } = this.#space.evaluator;
    return actions.filter((action) => districtOf[action] === district).toSorted((a, b) => a - b);
  }

  #isPaid(district: number, actions: readonly number[], allowance: number): boolean {
    const { evaluator } = this.#space;
    return evaluator.runs + evaluator.runsFor(actions, [district]) <= allowance;
  }

  /** Simulates a plan, district by district; where it differs from the one before, values learn from the difference. */
  async offer(plan: readonly number[], base: readonly number[], allowance: number): Promise<void> {
    const { evaluator } = this.#space;
    let damage = 0;
    for (let d = 0; d < evaluator.problem.districts.length; d++) {
      const own = this.#own(d, plan);
      const isNew = evaluator.runsFor(own, [d]) > 0;
      if (!this.#isPaid(d, own, allowance)) {
        damage = Infinity;
        continue;
      }
      const after = await evaluator.district(d, own);
      damage += after.damage;
      this.#choices.note(d, own, after.damage);
      const was = this.#own(d, base);
      if (!isNew || evaluator.runsFor(was, [d]) > 0) continue;
      const changed = [...own.filter((a) => !was.includes(a)), ...was.filter((a) => !own.includes(a))].filter((a) =>
        this.#tree.isOnTree(a),
      );
      const { spared } = this.#tree.share(d, changed, await evaluator.district(d, was), after);
      changed.forEach((action, k) => {
        const shown = was.includes(action) ? -spared[k]! : spared[k]!;
        this.#value[action]! += LEARNING * (shown - this.#value[action]!);
      });
    }
    this.#choices.noteWhole(plan, damage);
  }

  /**
   * What to change in a sweep: actions that cost much, whose value for money lies near that of the last Rupiah (the others are decided) and
   * that were not measured yet. The root of the price lets many small drains weigh up one large canal.
   */
  #interest(action: number, state: string, lastGain: number): number {
    const measured = this.#measuredIn.get(action);
    if (measured === state) return 0;
    const price = this.#priceAlone[action]!;
    const rank = Math.max(this.#value[action]!, Number.MIN_VALUE) / price;
    const near = lastGain > 0 ? Math.min(rank / lastGain, lastGain / rank) : 1;
    return (measured === undefined ? 1 : STALE) * Math.sqrt(price) * near;
  }

  /** Measures actions of one district on top of the plan. */
  async #sweep(d: number, base: readonly number[], lastGain: number, allowance: number): Promise<void> {
    const { evaluator, eligible } = this.#space;
    const own = this.#own(d, base);
    const state = own.join();
    const mine = this.#own(d, eligible);
    const may = new Set(mine);
    const interest = (action: number): number => (may.has(action) ? this.#interest(action, state, lastGain) : 0);
    const apart = this.#tree.apart(d, interest).filter((action) => interest(action) > 0);
    const [loose] = mine.filter((a) => !this.#tree.isOnTree(a)).toSorted((a, b) => interest(b) - interest(a));
    const sum = apart.reduce((total, action) => total + interest(action), 0);
    const changed = loose !== undefined && interest(loose) > sum ? [loose] : apart;
    const key = `${d} ${state} ${changed.join()}`;
    if (changed.length === 0 || this.#swept.has(key)) return;
    const flips = new Set(changed);
    const swept = [...own.filter((a) => !flips.has(a)), ...changed.filter((a) => !own.includes(a))];
    if (!this.#isPaid(d, own, allowance) || !this.#isPaid(d, swept, allowance)) return;
    this.#swept.add(key);
    const [before, after] = [await evaluator.district(d, own), await evaluator.district(d, swept)];
    this.#choices.note(d, swept, after.damage);
    const { spared, rest } =
      changed.length === 1 ? { spared: [before.damage - after.damage], rest: 0 } : this.#tree.share(d, changed, before, after);
    const total = spared.reduce((s, one) => s + Math.abs(one), 0);
    changed.forEach((action, k) => {
      // What all changes together did further down is owed to each by what it moved.
      const shown = spared[k]! + (total > 0 ? (rest * Math.abs(spared[k]!)) / total : 0);
      this.#value[action] = own.includes(action) ? -shown : shown;
      this.#measuredIn.set(action, state);
    });
  }

  /**
   * Sweeps until nothing new is asked for or the allowance is used.
   *
   * @param allowance simulations of the evaluator not to be passed
   * @returns actions of the best plan simulated
   */
  async run(allowance: number): Promise<number[]> {
    const { evaluator } = this.#space;
    let base = this.#choices.best();
    for (;;) {
      const before = evaluator.runs;
      const inPlan = new Set(base);
      const { actions, lastGain } = filledByValue(this.#space, (a) => this.#value[a]! * (inPlan.has(a) ? LOYALTY : 1));
      await this.offer(actions, base, allowance);
      base = this.#choices.best();
      for (let d = 0; d < evaluator.problem.districts.length; d++) await this.#sweep(d, base, lastGain, allowance);
      base = this.#choices.best();
      if (evaluator.runs === before) return base;
    }
  }

  /** Value for money of actions of a plan, as far as is known: what is told first. */
  rank(actions: readonly number[]): number {
    const { cost } = this.#space;
    return actions.reduce((sum, action) => sum + this.#value[action]!, 0) / Math.max(1, cost.of(actions));
  }
}
