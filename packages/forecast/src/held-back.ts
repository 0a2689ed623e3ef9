import { fitSlipModel } from './fit-slip-model.ts';
import { forecastProgrammes } from './forecast.ts';
import type { Programme, WorkingDay } from './programme.ts';
import { fitLogistic, type Logistic } from './rivals.ts';
import type { ScoredChance } from './scoring.ts';
import { hasEnoughHistory } from './slip-model.ts';
import { slipRecords } from './slip-record.ts';

/** What the owner said on a day: the share done, 0 to 1. */
export type OwnerClaim = { readonly day: WorkingDay; readonly share: number };

/** A programme with all that has happened, and what its owner said on the way, oldest first. */
export type TrackedProgramme = Programme & { readonly claims: readonly OwnerClaim[] };

/** One forecast made as if on an earlier day, with both rivals' chances on the same day, and what came. */
export type HeldBackForecast = ScoredChance & {
  readonly programme: string;
  readonly day: WorkingDay;
  /** Rival: the share of the programmes due before that day that were on time. */
  readonly baseRate: number;
  /** Rival: the best chance that earlier cases teach to read from the owner's percent done. */
  readonly fromPercentDone: number;
};

// A base rate of fewer is no rival.
const LEAST_DECIDED = 20;

/**
 * A programme as it was known at the end of an earlier day: what was reached later is not reached. All else is as it was given.
 *
 * @example asOf(drains, 25).milestones[0].finished // null; it was reached on day 26
 */
export function asOf<Tracked extends Programme>(programme: Tracked, day: WorkingDay): Tracked {
  const milestones = programme.milestones.map((one) => ({
    ...one,
    finished: one.finished === null || one.finished > day ? null : one.finished,
  }));
  return { ...programme, milestones };
}

/** Whether it was on time; `null` before the due day, even if it is finished: else the early ones would be counted before the late. */
function outcome({ milestones, due }: Programme, until: WorkingDay): boolean | null {
  return due > until ? null : milestones.every(({ finished }) => finished !== null && finished <= due);
}

/** Share done beside share of time gone: their difference is what an owner's figure says about being on time. */
function featuresOf(programme: TrackedProgramme, day: WorkingDay, share: number): number[] {
  const gone = Math.min(1, Math.max(0, (day - programme.start) / Math.max(1, programme.due - programme.start)));
  return [share - gone, gone, (share - gone) * gone];
}

function learnFromClaims(decided: readonly TrackedProgramme[], day: WorkingDay): Logistic {
  return fitLogistic(
    decided.flatMap((programme) =>
      programme.claims
        .filter((claim) => claim.day < programme.due && !isFinishedAt(programme, claim.day))
        .map((claim) => ({ features: featuresOf(programme, claim.day, claim.share), isOnTime: outcome(programme, day) === true })),
    ),
  );
}

function isFinishedAt(programme: Programme, day: WorkingDay): boolean {
  return programme.milestones.every(({ finished }) => finished !== null && finished <= day);
}

/**
 * Forecasts as they would have been on earlier days, from what was known then and nothing else, with two rivals that had the same
 * knowledge. Only cases still open then are taken (not finished, not yet due) that are due by now. Days on which history was
 * not enough, or fewer than 20 programmes had been decided, give none.
 *
 * @param until the day up to which `programmes` is complete
 * @throws the refusals of `forecastProgrammes`
 * @example heldBackForecasts({ programmes, days: [500, 750], until: 1250, seed: 1 })
 */
export function heldBackForecasts(history: {
  readonly programmes: readonly TrackedProgramme[];
  readonly days: readonly WorkingDay[];
  readonly until: WorkingDay;
  readonly seed: number;
  readonly draws?: number;
}): HeldBackForecast[] {
  const { programmes, days, until, seed, draws = 10_000 } = history;
  return days.flatMap((day) => {
    const known = programmes.filter((programme) => programme.start <= day).map((programme) => asOf(programme, day));
    const model = fitSlipModel(known.flatMap((programme) => slipRecords(programme, day)));
    const decided = known.filter((programme) => programme.due <= day);
    if (!hasEnoughHistory(model) || decided.length < LEAST_DECIDED) return [];
    const baseRate = decided.filter((programme) => outcome(programme, day) === true).length / decided.length;
    const fromClaims = learnFromClaims(decided, day);
    const outcomes = new Map(programmes.map((programme) => [programme.id, outcome(programme, until)]));
    const open = known.filter((programme) => programme.due > day && !isFinishedAt(programme, day) && outcomes.get(programme.id) !== null);
    const forecasts = forecastProgrammes(open, { today: day, model, seed, draws });
    return open.flatMap((programme, index) => {
      const forecast = forecasts[index];
      const isOnTime = outcomes.get(programme.id);
      if (forecast?.outcome !== 'forecast' || isOnTime === undefined || isOnTime === null) return [];
      const claim = programme.claims.findLast((one) => one.day <= day);
      const fromPercentDone = claim === undefined ? baseRate : fromClaims(featuresOf(programme, day, claim.share));
      return [{ programme: programme.id, day, chance: forecast.chance, baseRate, fromPercentDone, isOnTime }];
    });
  });
}
