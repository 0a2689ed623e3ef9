import type { SiteCost } from './site-cost.ts';

/** Longest reach offered as one package, drains. A longer one is found by taking packages one after the other. */
const LONGEST_REACH = 6;
/** How many actions of the way down from a flooded node are offered together. */
const PATH_LENGTHS = [2, 3, 5, 8];

/**
 * Packages of actions to choose among: each action alone, reaches of adjoining drains going up from each, and the worst drains on the
 * way down from flooded nodes. The last two are there because a chain of two blocked links shows no gain when one is cleaned.
 *
 * @param eligible actions that may be chosen
 * @param cost knows which actions adjoin
 * @param weight larger for the branch that a reach should follow upwards, by action
 * @param paths actions on ways down, each with a value by which they are taken first
 */
export function packagesOf(
  eligible: readonly number[],
  cost: SiteCost,
  weight: Float64Array,
  paths: readonly (readonly number[])[],
  relief: Float64Array,
): number[][] {
  const may = new Set(eligible);
  const found = new Map<string, number[]>();
  const offer = (actions: readonly number[]): void => {
    const sorted = [...new Set(actions)].toSorted((a, b) => a - b);
    if (sorted.length > 0) found.set(sorted.join(), sorted);
  };
  for (const action of eligible) {
    offer([action]);
    const reach = [action];
    let at = action;
    while (reach.length < LONGEST_REACH) {
      const { from } = cost.endsOf(at);
      const above = cost.neighbours[at]!.filter((other) => may.has(other) && !reach.includes(other) && adjoinsFrom(cost, other, from));
      if (above.length === 0) break;
      at = above.toSorted((a, b) => weight[b]! - weight[a]! || a - b)[0]!;
      reach.push(at);
      offer(reach);
    }
  }
  for (const path of paths) {
    const worst = path.filter((action) => may.has(action)).toSorted((a, b) => relief[b]! - relief[a]! || a - b);
    for (const length of PATH_LENGTHS) if (worst.length >= length) offer(worst.slice(0, length));
  }
  return [...found.values()];
}

/** Whether a drain touches the upper node of another: it lies above it, or beside it on the same drain. */
function adjoinsFrom(cost: SiteCost, action: number, upper: string): boolean {
  const { from, to } = cost.endsOf(action);
  return to === upper || from === upper;
}
