import { addMonths, type CivilDate } from '@makaverse/calendar';
import type { ForecastScore } from '@makaverse/contract/programmes-truth';
import { brierScore, heldBackForecasts, type TrackedProgramme } from '@makaverse/forecast';
import { onScale, type PlannedProgramme } from './draw-forecasts.ts';

/** What an owner said of the share done, in per cent. */
export interface Claim {
  readonly on: CivilDate;
  readonly progress: number;
}

/** So many months are gone back; a forecast of years ago says little about how they are made now. */
const monthsBack = 24;
/** Coarser than the forecasts that are shown: a score over many cases does not need the last half per cent. */
const draws = 1_000;
/** Fewer cases than these say nothing of how good forecasts are. */
const leastCases = 20;

/**
 * How good the forecasts have been: made again as if on the same day of earlier months, from what was known then, and held against what
 * came; beside two rivals with the same knowledge. Null while there is too little to say.
 */
export function scoreForecasts(
  all: readonly PlannedProgramme[],
  claimsOf: (programmeId: string) => readonly Claim[],
  today: CivilDate,
): ForecastScore | null {
  const { scale, programmes } = onScale(all, today);
  const until = scale.numberOf(today);
  const first = scale.dateOf(0);
  const days = Array.from({ length: monthsBack }, (_, month) => addMonths(today, -month - 1))
    .filter((day) => day > first)
    .map((day) => scale.numberOf(day));
  const tracked: TrackedProgramme[] = programmes.map((one) => ({
    ...one,
    claims: claimsOf(one.id)
      .filter((claim) => claim.on >= first && claim.on <= today)
      .map((claim) => ({ day: scale.numberOf(claim.on), share: claim.progress / 100 })),
  }));
  const cases = heldBackForecasts({ programmes: tracked, days, until, seed: 1, draws });
  if (cases.length < leastCases) return null;
  const scoreOf = (chances: readonly number[]): number =>
    brierScore(cases.map(({ isOnTime }, index) => ({ isOnTime, chance: chances[index]! }))).score;
  const judged = new Set(cases.map((one) => one.programme));
  return {
    cases: cases.length,
    programmes: judged.size,
    synthetic: all.filter((one) => one.isSynthetic && judged.has(one.id)).length,
    score: scoreOf(cases.map((one) => one.chance)),
    baseRateScore: scoreOf(cases.map((one) => one.baseRate)),
    percentDoneScore: scoreOf(cases.map((one) => one.fromPercentDone)),
  };
}
