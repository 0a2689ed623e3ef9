/** Other ways of choosing drains under the same budget and prices, judged by the same simulations: each is an order that is worked off. */
import { measureCandidates } from '../../packages/drainage-engine/src/ranking/candidate.ts';
import { nodeDamage } from '../../packages/drainage-engine/src/ranking/damage.ts';
import { districtsOf } from '../../packages/drainage-engine/src/districts/districts.ts';
import { Evaluator } from '../../packages/drainage-engine/src/ranking/evaluator.ts';
import { Screening } from '../../packages/drainage-engine/src/ranking/screening.ts';
import { chance } from '../../packages/drainage-engine/src/ranking/sediment-state.ts';
import type { Simulator } from '../../packages/drainage-engine/src/ranking/simulator.ts';
import { SiteCost } from '../../packages/drainage-engine/src/ranking/site-cost.ts';
import type { SiltedCity } from '../ground/silted-city.ts';

/** What the lists achieve: damage now and all clean, the whole cost, and each list's plan. */
export interface CleaningLists {
  readonly now: number;
  readonly allClean: number;
  readonly costOfAll: number;
  readonly actions: number;
  /** Damage left by a list, and how many drains it cleans; the budget in Rupiah. */
  random(budget: number, draws: number): Promise<Achieved>;
  worstFirst(budget: number): Promise<Achieved>;
  graphProxy(budget: number): Promise<Achieved>;
  /** Every drain simulated alone, taken by gain per Rupiah; says how many simulations that was, the present state included. */
  oneAtATime(budget: number): Promise<Achieved & { readonly runs: number }>;
}

/** One list worked off. */
export interface Achieved {
  readonly damage: number;
  readonly drains: number;
}

/** Lays a city out for the lists. */
export async function cleaningLists(city: SiltedCity, simulator: Simulator): Promise<CleaningLists> {
  const { model, storms, tides, candidates, options } = city;
  const { drains, actions } = measureCandidates(model, candidates, options);
  const damage = nodeDamage(model, options.damage);
  const evaluator = new Evaluator(
    { districts: districtsOf(model), storms, tides, drains, actions, damage, simulator },
    drains.map(({ fraction }) => fraction),
  );
  const cost = new SiteCost(actions, drains);
  const every = actions.map((_, a) => a);
  const now = await evaluator.damage([]);
  const runsNow = evaluator.runs;
  const workedOff = async (order: readonly number[], budget: number): Promise<Achieved> => {
    const done: number[] = [];
    for (const action of order) if (cost.of([...done, action]) <= budget) done.push(action);
    return { damage: await evaluator.damage(done), drains: done.length };
  };
  const by = (value: (action: number) => number): number[] => every.toSorted((a, b) => value(b) - value(a));
  return {
    now,
    allClean: await evaluator.damage(every),
    costOfAll: cost.of(every),
    actions: actions.length,
    random: async (budget, draws) => {
      const next = chance(draws);
      const drawn: Achieved[] = [];
      for (let draw = 0; draw < draws; draw += 1) {
        const keys = every.map(() => next());
        drawn.push(await workedOff(
          by((action) => keys[action]!),
          budget,
        )); // prettier-ignore
      }
      const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / draws;
      return { damage: mean(drawn.map((one) => one.damage)), drains: Math.round(mean(drawn.map((one) => one.drains))) };
    },
    worstFirst: (budget) =>
      workedOff(
        by((action) => drains[actions[action]!.candidate]!.fraction),
        budget,
      ),
    graphProxy: (budget) => {
      const proxy = new Screening(evaluator).graphProxy();
      return workedOff(
        by((action) => proxy[action]! / cost.of([action])),
        budget,
      );
    },
    oneAtATime: async (budget) => {
      const before = evaluator.runs;
      const gains = await Promise.all(every.map((action) => evaluator.gain([], [action])));
      const runs = evaluator.runs - before + runsNow;
      const useful = by((action) => gains[action]! / cost.of([action])).filter((action) => gains[action]! > 0);
      return { ...(await workedOff(useful, budget)), runs };
    },
  };
}
