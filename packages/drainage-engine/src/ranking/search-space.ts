import type { DistrictState, Evaluator } from './evaluator.ts';
import type { Screening } from './screening.ts';
import type { SiteCost } from './site-cost.ts';

/** What a search for a plan works on. */
export type SearchSpace = {
  readonly evaluator: Evaluator;
  readonly cost: SiteCost;
  readonly screening: Screening;
  /** Actions that may be chosen. */
  readonly eligible: readonly number[];
  /** Rupiah. */
  readonly budget: number;
  /** The state in which all eligible actions are done. */
  readonly allDone: readonly DistrictState[];
};

/** A package taken: the actions it added, what it added to the cost, and the damage it spared on top of those before it. */
export type Pick = { readonly actions: readonly number[]; readonly cost: number; readonly gain: number };

/** A plan within the budget. */
export type Plan = { readonly picks: readonly Pick[]; readonly damage: number };

/** All actions of a plan. */
export function actionsOf(picks: readonly Pick[]): number[] {
  return picks.flatMap(({ actions }) => actions);
}

/** Actions of `more` that are not in `done`. */
export function missingFrom(done: readonly number[], more: readonly number[]): number[] {
  const has = new Set(done);
  return more.filter((action) => !has.has(action));
}

/** Puts actions in order of packages taken: what each adds in cost and gain, on top of those before. */
export async function pricedPicks(space: SearchSpace, groups: readonly (readonly number[])[]): Promise<Plan> {
  const { evaluator, cost } = space;
  const picks: Pick[] = [];
  let done: number[] = [];
  for (const actions of groups) {
    const both = [...done, ...actions];
    picks.push({ actions, cost: cost.of(both) - cost.of(done), gain: await evaluator.gain(done, actions) });
    done = both;
  }
  return { picks, damage: await evaluator.damage(done) };
}
