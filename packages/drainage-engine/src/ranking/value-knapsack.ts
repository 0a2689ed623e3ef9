import type { SearchSpace } from './search-space.ts';

/** Rupiah under which two costs are the same. */
const CENT = 1e-6;
/** Share of the budget under which what is left decides nothing: the price of money is what the last action before that gained. */
const SMALL_CHANGE = 0.02;

/**
 * Fills the budget by value for money, the best first; each action is priced on top of those before it, whose sites it may share.
 *
 * @param value expected damage spared a year, by action
 * @returns the actions, and damage spared by the last Rupiah
 */
export function filledByValue(
  { eligible, cost, budget }: SearchSpace,
  value: (action: number) => number,
): { readonly actions: number[]; readonly lastGain: number } {
  const actions: number[] = [];
  const waiting = new Set(eligible.filter((action) => value(action) > 0));
  let lastGain = 0;
  for (;;) {
    const left = budget + CENT - cost.of(actions);
    const priceOf = cost.onTopOf(actions);
    let best = -1;
    let bestRank = 0;
    for (const action of waiting) {
      const price = Math.max(CENT, priceOf([action]));
      const rank = value(action) / price;
      if (price > left || rank <= bestRank) continue;
      best = action;
      bestRank = rank;
    }
    if (best < 0) return { actions, lastGain };
    actions.push(best);
    waiting.delete(best);
    if (left > SMALL_CHANGE * budget) lastGain = bestRank;
  }
}
