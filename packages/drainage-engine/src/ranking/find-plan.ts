import { greedyByOne } from './greedy-by-one.ts';
import type { SearchSpace } from './search-space.ts';
import { SweepSearch } from './sweep-search.ts';

/**
 * Finds a plan within the budget: by sweeps, after plain greedy where the simulations allow it.
 *
 * @param relief estimates of the screening, by action
 * @param allowance simulations of the evaluator, those already made included
 * @returns the plan's packages: its sites, best value for money first
 */
export async function findPlan(space: SearchSpace, relief: Float64Array, allowance: number): Promise<number[][]> {
  const { evaluator, cost } = space;
  const search = new SweepSearch(space, relief, await evaluator.all([]));
  const { storms, tides } = evaluator.problem;
  const dearestGreedy = 0.5 * space.eligible.length * (space.eligible.length + 1) * storms.length * tides.length;
  if (evaluator.runs + dearestGreedy <= allowance) await search.offer((await greedyByOne(space, allowance)) ?? [], [], allowance);
  const sites = cost.sitesOf(await search.run(allowance));
  return sites.toSorted((a, b) => search.rank(b) - search.rank(a));
}
