import { LazyGreedy } from './lazy-greedy.ts';
import { actionsOf, pricedPicks, type Pick, type Plan, type SearchSpace } from './search-space.ts';

/** Least share of the damage by which an exchange must better the plan: below it is noise of the solver. */
const NOISE = 1e-6;

/**
 * Exchanges: takes one pick out, the poorest first, and spends its money and what is left anew without it; keeps what spares more. Ends
 * when no exchange helps or the allowance is used.
 *
 * @param queue knows what was simulated before
 * @param allowance simulations of the evaluator not to be passed
 */
export async function swapSearch(space: SearchSpace, queue: LazyGreedy, plan: Plan, allowance: number): Promise<Plan> {
  const { evaluator } = space;
  const { storms, tides } = evaluator.problem;
  const reserve = storms.length * tides.length;
  let best = plan;
  const tried = new Set<string>();
  for (;;) {
    const poorest = best.picks
      .filter(({ actions }) => !tried.has(keyOf(actions)))
      .toSorted((a, b) => a.gain / Math.max(1e-6, a.cost) - b.gain / Math.max(1e-6, b.cost))[0];
    if (poorest === undefined || evaluator.runs + 2 * reserve > allowance) return best;
    tried.add(keyOf(poorest.actions));
    const rest = best.picks.filter((pick) => pick !== poorest);
    const missing = evaluator.runsFor(actionsOf(rest), evaluator.touched(poorest.actions));
    if (evaluator.runs + missing > allowance) return best;
    const repriced = repricedPicks(space, rest);
    const picks = await queue.take(repriced, allowance - reserve, new Set(poorest.actions));
    if (evaluator.runs + evaluator.runsFor(actionsOf(picks), evaluator.touched(actionsOf(picks))) > allowance) continue;
    const other = await queue.planOf(picks);
    if (other.damage < best.damage * (1 - NOISE)) {
      best = other;
      tried.clear();
    }
  }
}

const keyOf = (actions: readonly number[]): string => actions.join();

/** The picks left when one is gone: drains that shared its site now pay their own mobilisation. Gains stay those of their taking. */
function repricedPicks({ cost }: SearchSpace, picks: readonly Pick[]): Pick[] {
  const done: number[] = [];
  return picks.map((pick) => {
    const before = cost.of(done);
    done.push(...pick.actions);
    return { ...pick, cost: cost.of(done) - before };
  });
}

/** The plan with the gains that its picks have on top of each other, in the order of taking. */
export function withOwnGains(space: SearchSpace, plan: Plan): Promise<Plan> {
  return pricedPicks(
    space,
    plan.picks.map(({ actions }) => actions),
  );
}
