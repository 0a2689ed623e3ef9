import type { SearchSpace } from './search-space.ts';

/** Rupiah under which two costs are the same. */
const CENT = 1e-6;
/** Share of the budget under which what is left decides nothing: the price of money is what the last action before that gained. */
const SMALL_CHANGE = 0.02;
/** Share of the value that has to make room for an action, which that must have to be tried: smaller ones may fill what is left. */
const WORTH_TRYING = 0.5;

/** What a filling needs to know. */
type Purse = Pick<SearchSpace, 'eligible' | 'cost' | 'budget'>;

type Filling = { readonly actions: readonly number[]; readonly lastGain: number };

/**
 * Fills the budget by value for money, the best first; each action is priced on top of those before it, whose sites it may share. What was
 * too dear when its turn came is then tried in the place of the last ones, as a dear action may be worth more than all that fill its room
 * (the greedy of the knapsack problem and its repair: Kellerer, Pferschy and Pisinger 2004, Knapsack Problems, section 2.1).
 *
 * @param value expected damage spared a year, by action
 * @returns the actions, and damage spared by the last Rupiah
 */
export function filledByValue(space: Purse, value: (action: number) => number): Filling {
  const { eligible, cost, budget } = space;
  const useful = eligible.filter((action) => value(action) > 0);
  const { actions, lastGain } = toppedUp(space, useful, value, []);
  const total = (list: readonly number[]): number => list.reduce((sum, action) => sum + value(action), 0);
  let best = actions;
  const dearest = useful.filter((action) => cost.of([action]) <= budget + CENT).toSorted((one, other) => value(other) - value(one));
  for (const action of dearest) {
    if (best.includes(action)) continue;
    const kept = roomFor(space, action, best);
    if (value(action) <= WORTH_TRYING * total(best.slice(kept.length))) continue;
    const exchanged = toppedUp(space, useful, value, [action, ...kept]).actions;
    if (total(exchanged) > total(best)) best = exchanged;
  }
  return { actions: best, lastGain };
}

/** The first of a list of actions that the budget pays besides one more. */
function roomFor({ cost, budget }: Purse, action: number, list: readonly number[]): readonly number[] {
  let fits = 0;
  let tooMany = list.length + 1;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (cost.of([action, ...list.slice(0, middle)]) <= budget + CENT) fits = middle;
    else tooMany = middle;
  }
  return list.slice(0, fits);
}

/** Adds actions to some as long as the budget pays one, the best value for money first. */
function toppedUp(
  { cost, budget }: Purse,
  useful: readonly number[],
  value: (action: number) => number,
  begun: readonly number[],
): Filling {
  const actions = [...begun];
  const waiting = new Set(useful);
  for (const action of begun) waiting.delete(action);
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
