import type { DrainageModel } from '../model/drainage-model.ts';
import { measureCandidates, type Action, type Candidate, type MeasuredDrain, type UnitRates } from './candidate.ts';
import { nodeDamage, type DamageTerms } from './damage.ts';
import { districtsOf } from '../districts/districts.ts';
import { Evaluator, type Problem } from './evaluator.ts';
import { findPlan } from './find-plan.ts';
import { handovers } from './handover.ts';
import type { Ranking, RankedPackage } from './ranking.ts';
import type { Storm, Tide } from './scenario.ts';
import { Screening } from './screening.ts';
import { actionsOf, pricedPicks, type Plan, type SearchSpace } from './search-space.ts';
import { sedimentRange } from './sediment-range.ts';
import { UnusableRanking, type DrainClass } from './sediment-state.ts';
import { engineSimulator, type Simulator } from './simulator.ts';
import { SiteCost } from './site-cost.ts';
import { gainBetween, nodesThatGetWorse, stateFigures } from './state-figures.ts';

/** What a ranking needs besides network, storms, tides, candidates and budget. */
export type RankingOptions = {
  /** `YYYY-MM-DD`: sediment has grown from its inspection until then. */
  readonly today: string;
  readonly drainClasses: Readonly<Record<string, DrainClass>>;
  readonly rates: UnitRates;
  readonly damage: DamageTerms;
  /** Only drains of this owner are chosen; those of others appear under `handover`. Left out: all. */
  readonly owner?: string;
  /** Simulates jobs; left out: this engine in this thread. Give one that spreads jobs over workers for a city. */
  readonly simulator?: Simulator;
  /** Simulations (one district, one storm, one tide) the search may make; left out: a third of what trying each action alone takes. */
  readonly simulations?: number;
  /** Samples of the sediment for the range; 0 gives none. Each takes three states of the whole network. Left out: 0. */
  readonly sedimentSamples?: number;
  readonly seed?: number;
  /** How many drains of another owner are named in a handover; left out: 5. */
  readonly handoverLength?: number;
};

/** Fewest states a search may simulate in a district, however few the actions: a third of very little is nothing. */
const LEAST_STATES = 24;

function checked(storms: readonly Storm[], tides: readonly Tide[], budget: number): string[] {
  if (storms.length === 0 || tides.length === 0) throw new UnusableRanking('Give at least one storm and one tide.');
  if (!(budget >= 0)) throw new UnusableRanking(`A budget of ${budget} Rupiah cannot be spent. Give 0 or more.`);
  const share = tides.reduce((sum, { probability }) => sum + probability, 0);
  return Math.abs(share - 1) > 0.01 ? [`The probabilities of the tides sum to ${share.toFixed(2)}, not to 1.`] : [];
}

function unlisted(network: DrainageModel, candidates: readonly Candidate[]): string[] {
  const listed = new Set(candidates.map(({ link }) => link));
  const silent = network.links.filter(({ kind, name }) => kind === 'conduit' && !listed.has(name)).length;
  return silent === 0
    ? []
    : [`${silent} conduits are no candidates: their sediment is taken as in the network, although it may not be known.`];
}

/**
 * Which drains to clean first, for the money there is: simulated, not by how full they are.
 *
 * Sediment and obstructions of all candidates make the present state. Expected damage a year is that over storms and tides, weighted by
 * how often they come. Every simulation says what each drain is worth to first order, and the actions near the margin of the budget are
 * simulated by themselves on top of the best plan so far (`PlanSearch`); a site pays one mobilisation. Gains are neither additive nor
 * submodular, so each package is told with its gain in its place, alone, and when it alone is left out of the all-clean state.
 *
 * @param network in SI; conduits that are no candidates keep the sediment they have there
 * @param storms with their times a year, see `yearlyShares`
 * @param tides with their probabilities, which sum to 1
 * @param candidates drains with sediment, obstruction, owner and class of access
 * @param budget Rupiah
 * @returns packages in order, figures of the states by storm and tide with continuity, nodes that get worse, the gap to the bound
 * @throws UnusableRanking when something given cannot be; UnusableModel, UnusableSection from the engine
 * @example (await rankCleaning(city, storms, tides, drains, 2e9, options)).packages[0].links
 */
export async function rankCleaning(
  network: DrainageModel,
  storms: readonly Storm[],
  tides: readonly Tide[],
  candidates: readonly Candidate[],
  budget: number,
  options: RankingOptions,
): Promise<Ranking> {
  const warnings = [...checked(storms, tides, budget), ...unlisted(network, candidates)];
  const { drains, actions } = measureCandidates(network, candidates, options);
  const problem: Problem = {
    districts: districtsOf(network),
    storms,
    tides,
    drains,
    actions,
    damage: nodeDamage(network, options.damage),
    simulator: options.simulator ?? engineSimulator(network, storms, tides),
  };
  const evaluator = new Evaluator(
    problem,
    drains.map(({ fraction }) => fraction),
  );
  const every = actions.map((_, a) => a);
  const eligible = every.filter((a) => options.owner === undefined || actions[a]!.owner === options.owner);
  const cost = new SiteCost(actions, drains);
  const oneAtATime = (eligible.length + problem.districts.length) * storms.length * tides.length;
  const { space, sites } = await searched({ evaluator, cost, eligible, budget, oneAtATime, options });
  const search = evaluator.runs;
  const plan = await pricedPicks(space, sites);
  const done = actionsOf(plan.picks);
  const now = await evaluator.all([]);
  const after = await evaluator.all(done);
  const allClean = await evaluator.all(every);
  const packages = await rankedPackages(evaluator, plan, every);
  const samples = options.sedimentSamples ?? 0;
  const range = samples > 0 ? await sedimentRange(problem, { done, eligible, samples, seed: options.seed ?? 1 }) : null;
  const handover =
    options.owner === undefined
      ? []
      : await handovers({ evaluator, cost, done, owner: options.owner, length: options.handoverLength ?? 5 });
  const possible = gainBetween(now, space.allDone).damage;
  const gain = gainBetween(now, after);
  return {
    packages,
    budget,
    cost: cost.of(done),
    rates: { source: options.rates.source, date: options.rates.date },
    now: stateFigures(problem, now),
    plan: stateFigures(problem, after),
    allOwn: stateFigures(problem, space.allDone),
    allClean: stateFigures(problem, allClean),
    gain,
    shareOfPossible: possible > 0 ? gain.damage / possible : 0,
    worse: nodesThatGetWorse(problem, now, after),
    sedimentRange: range?.range ?? null,
    handover,
    runs: { search, figures: evaluator.runs - search + (range?.runs ?? 0), oneAtATime },
    warnings,
  };
}

async function searched(given: {
  readonly evaluator: Evaluator;
  readonly cost: SiteCost;
  readonly eligible: readonly number[];
  readonly budget: number;
  readonly oneAtATime: number;
  readonly options: RankingOptions;
}): Promise<{ readonly space: SearchSpace; readonly sites: readonly (readonly number[])[] }> {
  const { evaluator, cost, eligible, budget, oneAtATime, options } = given;
  const { storms, tides } = evaluator.problem;
  const allDone = await evaluator.all(eligible);
  const space: SearchSpace = { evaluator, cost, screening: new Screening(evaluator), eligible, budget, allDone };
  const allowance = options.simulations ?? Math.max(LEAST_STATES * storms.length * tides.length, Math.floor(oneAtATime / 3));
  return { space, sites: await findPlan(space, allowance) };
}

function sedimentOf({ candidate, sediment }: MeasuredDrain): RankedPackage['links'][number]['sediment'] {
  return { ...sediment, date: candidate.sediment.kind === 'inspected' ? candidate.sediment.date : null };
}

async function rankedPackages(evaluator: Evaluator, plan: Plan, every: readonly number[]): Promise<RankedPackage[]> {
  const { actions, drains } = evaluator.problem;
  const named = (action: Action): RankedPackage['links'][number] => ({
    link: action.link,
    action: action.kind,
    sediment: sedimentOf(drains[action.candidate]!),
  });
  const ranked: RankedPackage[] = [];
  const done: number[] = [];
  for (const pick of plan.picks) {
    const own = new Set(pick.actions);
    const states = async (list: readonly number[]) => evaluator.all(list);
    const before = await states(done);
    done.push(...pick.actions);
    ranked.push({
      links: pick.actions.map((a) => named(actions[a]!)),
      owner: actions[pick.actions[0]!]!.owner,
      cost: pick.cost,
      volume: pick.actions.reduce((sum, a) => sum + actions[a]!.volume, 0),
      gain: gainBetween(before, await states(done)),
      gainAlone: gainBetween(await states([]), await states(pick.actions)),
      leftOut: gainBetween(await states(every.filter((a) => !own.has(a))), await states(every)),
    });
  }
  return ranked;
}
