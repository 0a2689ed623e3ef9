import { missingFrom, type SearchSpace } from './search-space.ts';

/**
 * Plain greedy: simulates every single action that still fits, takes the one with the best gain per Rupiah, and begins again. Exact and
 * dear; a floor for small networks and a rival for large ones.
 *
 * @param allowance simulations of the evaluator not to be passed
 * @returns the actions taken; null where the allowance ends before the plan is whole
 */
export async function greedyByOne({ evaluator, cost, eligible, budget }: SearchSpace, allowance: number): Promise<number[] | null> {
  const done: number[] = [];
  let spent = 0;
  for (;;) {
    let best: { readonly action: number; readonly price: number; readonly rank: number } | null = null;
    for (const action of missingFrom(done, eligible)) {
      const both = [...done, action];
      const price = cost.of(both) - spent;
      if (spent + price > budget + 1e-6) continue;
      if (evaluator.runs + evaluator.runsFor(both, evaluator.touched([action])) > allowance) return null;
      const gain = await evaluator.gain(done, [action]);
      const rank = gain / Math.max(1e-6, price);
      if (rank > 0 && (best === null || rank > best.rank)) best = { action, price, rank };
    }
    if (best === null) return done;
    done.push(best.action);
    spent += best.price;
  }
}
