import { greedyByOne } from './greedy-by-one.ts';
import { LazyGreedy } from './lazy-greedy.ts';
import { actionsOf, type Pick, type Plan, type SearchSpace } from './search-space.ts';
import { swapSearch } from './swap-search.ts';

/** Share of the simulations that screening and greedy may use; the rest is for other plans and exchanges. */
const FOR_GREEDY = 0.65;

/** Weights of the screening's estimate in plans made from both ends. */
const BOTH_ENDS = [0.3, 0.6];

/**
 * Finds a plan within the budget: screen, lazy greedy by simulated gain per Rupiah, then the best of that, of the one-at-a-time order of
 * what was simulated, of the order by both ends, and of the best single package (Khuller, Moss and Naor 1999 show why greedy by ratio needs that comparison); plain
 * greedy too where the simulations allow it; exchanges at the end.
 *
 * @param allowance simulations of the evaluator, those already made included
 */
export async function findPlan(space: SearchSpace, relief: Float64Array, allowance: number): Promise<Plan> {
  const { evaluator } = space;
  const queue = new LazyGreedy(space);
  const greedyUntil = evaluator.runs + FOR_GREEDY * (allowance - evaluator.runs);
  await queue.screen(greedyUntil, relief);
  const starts: Pick[][] = [
    [],
    await queue.take([], greedyUntil),
    queue.byGainAlone(),
    ...BOTH_ENDS.map((share) => queue.byBothEnds(relief, share)),
    queue.bestAlone(),
  ];
  const { storms, tides } = evaluator.problem;
  const dearestGreedy = 0.5 * space.eligible.length * (space.eligible.length + 1) * storms.length * tides.length;
  if (evaluator.runs + dearestGreedy <= allowance) starts.push((await greedyByOne(space, allowance)) ?? []);
  let best: Plan | null = null;
  for (const picks of starts) {
    const done = actionsOf(picks);
    if (evaluator.runs + evaluator.runsFor(done, evaluator.touched(done)) > allowance) continue;
    const plan = await queue.planOf(picks);
    if (best === null || plan.damage < best.damage) best = plan;
  }
  return swapSearch(space, queue, await completed(queue, best!, allowance), allowance);
}

/** A plan that was not found by the queue may have left money that the queue still knows a use for. */
async function completed(queue: LazyGreedy, plan: Plan, allowance: number): Promise<Plan> {
  const more = await queue.planOf(await queue.take(plan.picks, allowance));
  return more.damage < plan.damage ? more : plan;
}
