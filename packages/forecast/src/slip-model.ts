/** A level's mean of ln(actual / planned) as it is believed to be, with the variance of that belief. */
export type Belief = { readonly mean: number; readonly variance: number };

/** A sum of precisions, and of means times their precision. */
export type WeightedSum = { readonly weight: number; readonly weightedMean: number };

/** A unit's evidence, and each programme's share in it, so that one programme can be taken out again. */
type UnitEvidence = WeightedSum & { readonly shares: ReadonlyMap<string, WeightedSum>; readonly finishedMilestones: number };

/**
 * What the city's history says about slip. Three levels, each normal on the scale of logarithms: the city's mean, units around the city,
 * programmes around their unit, milestones around their programme.
 */
export type SlipModel = {
  readonly city: Belief;
  /** Variance of units around the city, of programmes around their unit, and of milestones around their programme. */
  readonly unitVariance: number;
  readonly programmeVariance: number;
  readonly milestoneVariance: number;
  readonly units: ReadonlyMap<string, UnitEvidence>;
  /** Milestones reached, and the programmes they belong to. */
  readonly finishedMilestones: number;
  readonly finishedIn: number;
};

/**
 * The fewest milestones reached, and programmes they belong to, from which a forecast is made. Nineteen: with fewer, even the slowest of
 * them need not lie beyond the day kept in 85 of 100 cases (Wilks 1941: 1 - 0.85^19 is the first above 95 %). Five programmes, because
 * nineteen milestones of a single one say nothing of how programmes differ.
 *
 * @example ENOUGH_HISTORY.milestones // 19
 */
export const ENOUGH_HISTORY: { readonly milestones: number; readonly programmes: number } = { milestones: 19, programmes: 5 };

/**
 * Whether a model rests on enough to forecast from.
 *
 * @example hasEnoughHistory(fitSlipModel([])) // false
 */
export function hasEnoughHistory(model: SlipModel): boolean {
  return model.finishedMilestones >= ENOUGH_HISTORY.milestones && model.finishedIn >= ENOUGH_HISTORY.programmes;
}

/**
 * The unit's mean between its own programmes and the city: Lindley & Smith 1972, for known variances.
 *
 * @example unitBelief(model.city, model.unitVariance, { weight: 0, weightedMean: 0 }).mean // the city's: nothing is known of the unit
 */
export function unitBelief(city: Belief, unitVariance: number, evidence: WeightedSum): Belief {
  if (evidence.weight < 1e-9) return { mean: city.mean, variance: unitVariance + city.variance };
  const trust = unitVariance / (unitVariance + 1 / evidence.weight);
  const mean = city.mean + trust * (evidence.weightedMean / evidence.weight - city.mean);
  return { mean, variance: unitVariance * (1 - trust) + (1 - trust) ** 2 * city.variance };
}

/** The belief about a programme's pace on each level, from wide to narrow, with the number of milestones reached that each adds. */
export type LevelledBelief = {
  readonly city: Belief & { readonly records: number };
  readonly unit: Belief & { readonly records: number };
  readonly programme: Belief & { readonly records: number };
};

/**
 * What is believed about one programme's pace. The unit's part leaves the programme itself out, so that nothing counts twice; the
 * programme's part takes the milestones it has reached, not those running (the draws take these in, each at its own place).
 *
 * @param finished ln(actual / planned) of each milestone the programme has reached
 * @example paceOf(model, { id: 'p1', unit: 'pu' }, [0.26]).programme.mean // between 0.26 and the unit's mean
 */
export function paceOf(
  model: SlipModel,
  programme: { readonly id: string; readonly unit: string },
  finished: readonly number[],
): LevelledBelief {
  const evidence = model.units.get(programme.unit);
  const share = evidence?.shares.get(programme.id);
  const others = {
    weight: Math.max(0, (evidence?.weight ?? 0) - (share?.weight ?? 0)),
    weightedMean: (evidence?.weightedMean ?? 0) - (share?.weightedMean ?? 0),
  };
  const unit = unitBelief(model.city, model.unitVariance, others);
  const before = unit.variance + model.programmeVariance;
  const own = finished.reduce((sum, value) => sum + value, 0);
  const precision = 1 / before + finished.length / model.milestoneVariance;
  const mean = (unit.mean / before + own / model.milestoneVariance) / precision;
  return {
    city: { ...model.city, records: model.finishedMilestones },
    unit: { ...unit, records: Math.max(0, (evidence?.finishedMilestones ?? 0) - (share === undefined ? 0 : finished.length)) },
    programme: { mean, variance: 1 / precision, records: finished.length },
  };
}
