import { greedyByOne } from './greedy-by-one.ts';
import type { SearchSpace } from './search-space.ts';
import { PlanSearch } from './plan-search.ts';

/**
 * Finds a plan within the budget: by prices, after plain greedy where the simulations allow it.
 *
 * @param allowance simulations of the evaluator, those already made included
 * @returns the plan's packages: its sites, best value for money first
 */
export async function findPlan(space: SearchSpace, allowance: number): Promise<number[][]> {
  const { evaluator, cost } = space;
  const search = new PlanSearch(space, await evaluator.all([]));
  const { storms, tides } = evaluator.problem;
  const dearestGreedy = 0.5 * space.eligible.length * (space.eligible.length + 1) * storms.length * tides.length;
  if (evaluator.runs + dearestGreedy <= allowance) await search.offer((await greedyByOne(space, allowance)) ?? [], [], allowance);
  const sites = cost.sitesOf(await search.run(allowance));
  return sites.toSorted((a, b) => search.rank(b) - search.rank(a));
}
