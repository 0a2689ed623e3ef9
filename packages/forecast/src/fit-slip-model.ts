import { normalHazard } from './normal-distribution.ts';
import { unitBelief, type Belief, type SlipModel } from './slip-model.ts';
import type { SlipRecord } from './slip-record.ts';

// One imagined group on each level, differing from the mean by a factor of about 1.35: keeps a variance from collapsing to nothing when
// there are few groups (Chung et al. 2013, "A nondegenerate penalized likelihood estimator for variance parameters").
const IMAGINED_VARIANCE = 0.09;
const MOST_ROUNDS = 200;
const SETTLED = 1e-7;

type Group = {
  readonly id: string;
  readonly finished: number[];
  readonly running: number[];
  mean: number;
  variance: number;
  weight: number;
  sum: number;
};
type Unit = { readonly groups: Map<string, Group>; weight: number; weightedMean: number; mean: number; variance: number };
type Spread = { city: Belief; unit: number; programme: number; milestone: number };

/** Sums are made in this order, so that the same records in another order give the same model to the last bit. */
function bySource(one: SlipRecord, other: SlipRecord): number {
  if (one.unit !== other.unit) return one.unit < other.unit ? -1 : 1;
  if (one.programme !== other.programme) return one.programme < other.programme ? -1 : 1;
  return one.logRatio - other.logRatio;
}

function grouped(records: readonly SlipRecord[]): Map<string, Unit> {
  const units = new Map<string, Unit>();
  for (const record of records) {
    let unit = units.get(record.unit);
    if (unit === undefined) units.set(record.unit, (unit = { groups: new Map(), weight: 0, weightedMean: 0, mean: 0, variance: 0 }));
    let group = unit.groups.get(record.programme);
    if (group === undefined) {
      group = { id: record.programme, finished: [], running: [], mean: 0, variance: 0, weight: 0, sum: 0 };
      unit.groups.set(record.programme, group);
    }
    (record.isRunning ? group.running : group.finished).push(record.logRatio);
  }
  return units;
}

/**
 * A milestone still running is worth a part of a record: the Fisher information h(h - z) of "at least", at the value that a scoring step
 * asks for, m + σ h / (h(h - z)). So it moves the mean as the likelihood says, and counts no more than it knows.
 */
function weigh(group: Group, spread: Spread): void {
  const sigma = Math.sqrt(spread.milestone);
  group.weight = group.finished.length;
  group.sum = group.finished.reduce((sum, value) => sum + value, 0);
  for (const atLeast of group.running) {
    const z = (atLeast - group.mean) / sigma;
    const hazard = normalHazard(z);
    const information = Math.min(1, Math.max(0, hazard * (hazard - z)));
    group.weight += information;
    group.sum += information * group.mean + sigma * hazard;
  }
}

/** Expectation: what each level is believed to be, given the variances. Gelman & Hill 2007, chapter 12. */
function believe(units: ReadonlyMap<string, Unit>, spread: Spread): void {
  let cityWeight = 0;
  let citySum = 0;
  for (const unit of units.values()) {
    unit.weight = 0;
    unit.weightedMean = 0;
    for (const group of unit.groups.values()) {
      weigh(group, spread);
      if (group.weight < 1e-9) continue;
      const precision = 1 / (spread.programme + spread.milestone / group.weight);
      unit.weight += precision;
      unit.weightedMean += (precision * group.sum) / group.weight;
    }
    if (unit.weight < 1e-9) continue;
    const precision = 1 / (spread.unit + 1 / unit.weight);
    cityWeight += precision;
    citySum += (precision * unit.weightedMean) / unit.weight;
  }
  spread.city = { mean: citySum / cityWeight, variance: 1 / cityWeight };
  for (const unit of units.values()) {
    const belief = unitBelief(spread.city, spread.unit, unit);
    unit.mean = belief.mean;
    unit.variance = belief.variance;
    for (const group of unit.groups.values()) {
      const trust = group.weight < 1e-9 ? 0 : spread.programme / (spread.programme + spread.milestone / group.weight);
      group.mean = unit.mean + (trust === 0 ? 0 : trust * (group.sum / group.weight - unit.mean));
      group.variance = spread.programme * (1 - trust) + (1 - trust) ** 2 * unit.variance;
    }
  }
}

/** Maximisation: the variances, given the beliefs (Dempster, Laird & Rubin 1977, section 4.5; truncated normals as in Schmee & Hahn 1979). */
function respread(units: ReadonlyMap<string, Unit>, spread: Spread): Spread {
  let [unitSum, programmeSum, milestoneSum] = [IMAGINED_VARIANCE, IMAGINED_VARIANCE, IMAGINED_VARIANCE];
  let [unitCount, programmeCount, milestoneCount] = [1, 1, 1];
  const sigma = Math.sqrt(spread.milestone);
  for (const unit of units.values()) {
    unitSum += (unit.mean - spread.city.mean) ** 2 + unit.variance;
    unitCount++;
    for (const group of unit.groups.values()) {
      const trust = group.weight < 1e-9 ? 0 : spread.programme / (spread.programme + spread.milestone / group.weight);
      programmeSum += (group.mean - unit.mean) ** 2 + spread.programme * (1 - trust) + trust ** 2 * unit.variance;
      programmeCount++;
      for (const value of group.finished) milestoneSum += (value - group.mean) ** 2 + group.variance;
      for (const atLeast of group.running) {
        const z = (atLeast - group.mean) / sigma;
        milestoneSum += spread.milestone * (1 + z * normalHazard(z));
      }
      milestoneCount += group.finished.length + group.running.length;
    }
  }
  return {
    city: spread.city,
    unit: unitSum / unitCount,
    programme: programmeSum / programmeCount,
    milestone: milestoneSum / milestoneCount,
  };
}

/** What a programme adds to its unit's sums. */
function sharesOf(group: Group, spread: Spread): { weight: number; weightedMean: number } {
  if (group.weight < 1e-9) return { weight: 0, weightedMean: 0 };
  const weight = 1 / (spread.programme + spread.milestone / group.weight);
  return { weight, weightedMean: (weight * group.sum) / group.weight };
}

/**
 * Learns the city's slip from its records: empirical Bayes, so that a level with little of its own is drawn towards the wider one
 * (Efron & Morris 1975, "Data analysis using Stein's estimator and its generalizations"). Deterministic; records in any order.
 *
 * It never refuses for want of history: whether there is enough is `hasEnoughHistory`.
 *
 * @example fitSlipModel(programmes.flatMap((programme) => slipRecords(programme, today)))
 */
export function fitSlipModel(records: readonly SlipRecord[]): SlipModel {
  const units = grouped(records.toSorted(bySource));
  const finished = records.filter((record) => !record.isRunning);
  let spread: Spread = { city: { mean: 0, variance: 1 }, unit: IMAGINED_VARIANCE, programme: IMAGINED_VARIANCE, milestone: 0.25 };
  const finishedIn = new Set(finished.map((record) => record.programme)).size;
  for (let round = 0; finished.length > 0 && round < MOST_ROUNDS; round++) {
    believe(units, spread);
    const next = respread(units, spread);
    const moved =
      Math.abs(next.unit - spread.unit) + Math.abs(next.programme - spread.programme) + Math.abs(next.milestone - spread.milestone);
    spread = next;
    if (moved < SETTLED) break;
  }
  if (finished.length > 0) believe(units, spread);
  return {
    city: spread.city,
    unitVariance: spread.unit,
    programmeVariance: spread.programme,
    milestoneVariance: spread.milestone,
    units: new Map(
      [...units].map(([id, unit]) => [
        id,
        {
          weight: unit.weight,
          weightedMean: unit.weightedMean,
          shares: new Map([...unit.groups.values()].map((group) => [group.id, sharesOf(group, spread)])),
          finishedMilestones: [...unit.groups.values()].reduce((sum, group) => sum + group.finished.length, 0),
        },
      ]),
    ),
    finishedMilestones: finished.length,
    finishedIn,
  };
}
