/**
 * The chance that a programme is finished on time, from what the city's programmes have shown so far, and how good such forecasts were.
 * Pure: no clock, no chance of its own, no calendar, no imports.
 */
export { fitSlipModel } from './fit-slip-model.ts';
export { forecastProgramme, forecastProgrammes, type Forecast, type ForecastBasis } from './forecast.ts';
export { asOf, heldBackForecasts, type HeldBackForecast, type OwnerClaim, type TrackedProgramme } from './held-back.ts';
export type { Milestone, Programme, WorkingDay } from './programme.ts';
export type { Reason } from './reasons.ts';
export {
  DependencyCycle,
  DuplicateId,
  FinishedInFuture,
  InvalidDraws,
  InvalidScoring,
  InvalidWorkingDay,
  TooManyMilestones,
  UnknownDependency,
} from './refusals.ts';
export {
  brierGain,
  brierScore,
  calibrationBins,
  type BrierGain,
  type BrierScore,
  type CalibrationBin,
  type ScoredChance,
} from './scoring.ts';
export { ENOUGH_HISTORY, hasEnoughHistory, type SlipModel } from './slip-model.ts';
export { slipRecords, type SlipRecord } from './slip-record.ts';
