import { mononobeStorm } from '../../packages/drainage-engine/src/hydrology/design-storm.ts';
import { parseInp } from '../../packages/drainage-engine/src/inp/parse-inp.ts';
import type { DrainageModel } from '../../packages/drainage-engine/src/model/drainage-model.ts';
import type { Candidate } from '../../packages/drainage-engine/src/ranking/candidate.ts';
import type { RankingOptions } from '../../packages/drainage-engine/src/ranking/rank-cleaning.ts';
import { yearlyShares, type Storm, type Tide } from '../../packages/drainage-engine/src/ranking/scenario.ts';
import { chance } from '../../packages/drainage-engine/src/ranking/sediment-state.ts';
import { tidalCity } from '../../packages/drainage-engine/verification/tidal-city.ts';

/** A city whose drains are partly silted, and what a ranking of it is given. */
export interface SiltedCity {
  readonly model: DrainageModel;
  readonly storms: readonly Storm[];
  readonly tides: readonly Tide[];
  readonly candidates: readonly Candidate[];
  readonly options: RankingOptions;
}

/** As in the trial of the method: about 143 of 400 drains, canals and ditches alike, filled by 15 to 65 %. */
const siltedShare = 143 / 400;
const today = '2026-01-01';

/**
 * Makes the city of a seed, under one storm and one or two tides. Prices are round numbers: 5 m3 of sediment cost as much as coming to the site.
 */
export function siltedCity(conduits: number, seed: number, tideCount: 1 | 2): SiltedCity {
  const text = tidalCity({ conduits, seed, options: { END_TIME: '02:00:00', ROUTING_STEP: 15 } });
  const { model } = parseInp(text);
  const next = chance(seed + 1000);
  const candidates = model.links.flatMap((link): Candidate[] => {
    const isSilted = next() < siltedShare;
    const fraction = 0.15 + 0.5 * next();
    if (!isSilted) return [];
    const sediment = { kind: 'inspected' as const, fraction, spread: 0.1, date: today, drainClass: 'any' };
    return [{ link: link.name, owner: 'city', access: 'any', sediment, obstruction: null }];
  });
  // As in the trial the clean city still floods by about a fifth of what the silted one does: 300 mm a day is among Makassar's extremes.
  const [perYear = 0] = yearlyShares([10]);
  const storm = { name: '10 years', perYear, rain: mononobeStorm(300, 80, 10), startsAfter: 300 };
  const tides = [
    { name: 'mean sea', probability: 0.8, level: 0.3 },
    { name: 'spring high water', probability: 0.2, level: 0.95 },
  ];
  return {
    model,
    storms: [storm],
    tides: tideCount === 2 ? tides : [{ name: 'high water', probability: 1, level: 0.7 }],
    candidates,
    options: {
      today,
      drainClasses: { any: { fraction: { least: 0.15, likely: 0.4, most: 0.65 }, growthPerYear: { least: 0, likely: 0.05, most: 0.1 } } },
      rates: { source: 'round numbers', date: today, classes: { any: { perCubicMetre: 100_000, mobilisation: 500_000 } } },
      damage: { stakes: [], plainWeight: 1, weights: {}, floodedFrom: 1 },
    },
  };
}
