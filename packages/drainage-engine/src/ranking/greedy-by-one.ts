import { missingFrom, type Pick, type SearchSpace } from './search-space.ts';

/**
 * Plain greedy: simulates every single action that still fits, takes the one with the best gain per Rupiah, and begins again. Exact and
 * dear; a floor for small networks and a rival for large ones.
 *
 * @param allowance simulations of the evaluator not to be passed
 * @returns null where the allowance ends before the plan is whole
 */
export async function greedyByOne({ evaluator, cost, eligible, budget }: SearchSpace, allowance: number): Promise<Pick[] | null> {
  const picks: Pick[] = [];
  let done: number[] = [];
  let spent = 0;
  for (;;) {
    let best: Pick | null = null;
    for (const action of missingFrom(done, eligible)) {
      const both = [...done, action];
      const price = cost.of(both) - spent;
      if (spent + price > budget + 1e-6) continue;
      if (evaluator.runs + evaluator.runsFor(both, evaluator.touched([action])) > allowance) return null;
      const gain = await evaluator.gain(done, [action]);
      if (gain > 0 && (best === null || gain / Math.max(1e-6, price) > best.gain / Math.max(1e-6, best.cost)))
        best = { actions: [action], cost: price, gain };
    }
    if (best === null) return picks;
    picks.push(best);
    done = [...done, ...best.actions];
    spent += best.cost;
  }
}
