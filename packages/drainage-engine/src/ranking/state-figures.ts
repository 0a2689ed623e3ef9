import type { DistrictState, Problem } from './evaluator.ts';
import type { Gain, ScenarioFigures, StateFigures, WorseNode } from './ranking.ts';

function summed(states: readonly DistrictState[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { affected } of states) for (const [kind, amount] of affected) sums[kind] = (sums[kind] ?? 0) + amount;
  return sums;
}

const volumeOf = (states: readonly DistrictState[]): number =>
  states.reduce((sum, { floodVolume }) => sum + floodVolume.reduce((total, one) => total + one, 0), 0);
const damageOf = (states: readonly DistrictState[]): number => states.reduce((sum, { damage }) => sum + damage, 0);

/** Puts the districts of one state together, with the worst continuity of each scenario. */
export function stateFigures({ storms, tides }: Problem, states: readonly DistrictState[]): StateFigures {
  const scenarios = storms.flatMap((storm, s) =>
    tides.map((tide, t): ScenarioFigures => {
      const parts = states.map((state) => state.scenarios[s * tides.length + t]!);
      const worst = parts.reduce((most, part) => (Math.abs(part.continuityError) > Math.abs(most) ? part.continuityError : most), 0);
      return {
        storm: storm.name,
        tide: tide.name,
        perYear: storm.perYear * tide.probability,
        floodVolume: parts.reduce((sum, part) => sum + part.floodVolume, 0),
        damage: parts.reduce((sum, part) => sum + part.damage, 0),
        continuityError: worst,
        notConverging: parts.reduce((most, part) => Math.max(most, part.notConverging), 0),
      };
    }),
  );
  return { floodVolume: volumeOf(states), damage: damageOf(states), affected: summed(states), scenarios };
}

/** What is spared from one state to another. */
export function gainBetween(before: readonly DistrictState[], after: readonly DistrictState[]): Gain {
  const [was, is] = [summed(before), summed(after)];
  return {
    floodVolume: volumeOf(before) - volumeOf(after),
    damage: damageOf(before) - damageOf(after),
    affected: Object.fromEntries(Object.keys(was).map((kind) => [kind, was[kind]! - is[kind]!])),
  };
}

/** Nodes that flood more after than before, worst first; a rise under 1 m3 a year is the solver's noise. */
export function nodesThatGetWorse({ districts }: Problem, before: readonly DistrictState[], after: readonly DistrictState[]): WorseNode[] {
  const worse = districts.flatMap(({ model }, d) =>
    model.nodes.map(({ name }, n) => ({
      node: name,
      floodVolumeBefore: before[d]!.floodVolume[n]!,
      floodVolumeAfter: after[d]!.floodVolume[n]!,
    })),
  );
  const rise = (one: WorseNode): number => one.floodVolumeAfter - one.floodVolumeBefore;
  return worse.filter((one) => rise(one) > 1).toSorted((a, b) => rise(b) - rise(a));
}
