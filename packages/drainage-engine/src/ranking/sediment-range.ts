import { Evaluator, type Problem } from './evaluator.ts';
import type { SedimentRange } from './ranking.ts';
import { latinHypercube } from './sediment-state.ts';
import { gainBetween } from './state-figures.ts';

/** The value below or at which a share of sorted values lies (nearest rank). */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** What a plan spares when the sediment is not what is expected: each sample is simulated now, with the plan, and all done. */
export async function sedimentRange(
  problem: Problem,
  { done, eligible, samples, seed }: { done: readonly number[]; eligible: readonly number[]; samples: number; seed: number },
): Promise<{ readonly range: SedimentRange; readonly runs: number }> {
  const distributions = problem.drains.map(({ sediment }) => sediment);
  const outcomes: { floodVolume: number; damage: number; share: number }[] = [];
  let runs = 0;
  for (const fractions of latinHypercube(distributions, samples, seed)) {
    const evaluator = new Evaluator(problem, fractions);
    const now = await evaluator.all([]);
    const gain = gainBetween(now, await evaluator.all(done));
    const possible = gainBetween(now, await evaluator.all(eligible)).damage;
    outcomes.push({ ...gain, share: possible > 0 ? gain.damage / possible : 0 });
    runs += evaluator.runs;
  }
  const three = (values: readonly number[]): [number, number, number] => [
    quantile(values, 0.1),
    quantile(values, 0.5),
    quantile(values, 0.9),
  ];
  return {
    runs,
    range: {
      samples,
      seed,
      floodVolume: three(outcomes.map(({ floodVolume }) => floodVolume)),
      damage: three(outcomes.map(({ damage }) => damage)),
      shareOfPossible: three(outcomes.map(({ share }) => share)),
    },
  };
}
