import { milestoneNetwork, type MilestoneNetwork } from './milestone-network.ts';
import type { Programme, WorkingDay } from './programme.ts';
import { strongestReasons, type Reason } from './reasons.ts';
import { DuplicateId, InvalidDraws } from './refusals.ts';
import { drawRoom, simulate, type DrawRoom, type Slips } from './simulate.ts';
import { drawPaces, slipTable } from './slip-draws.ts';
import { ENOUGH_HISTORY, hasEnoughHistory, paceOf, type SlipModel } from './slip-model.ts';
import { slipRecordsOf, type SlipRecord } from './slip-record.ts';

/**
 * How a programme's finish looks from a day.
 *
 * * `forecast`: `chance` (0 to 1) that it is finished by the end of its due day; the days by whose end it is with 50 and 85 %; how many
 *   milestones reached the forecast rests on; at most three reasons for lateness, strongest first.
 * * `not-enough-history`: the city has too few milestones reached to say; with what there is and what it takes.
 * * `finished`: nothing is left to draw.
 * * `no-milestones`: there is no plan to draw from.
 */
export type Forecast =
  | {
      readonly outcome: 'forecast';
      readonly programme: string;
      readonly chance: number;
      readonly day50: WorkingDay;
      readonly day85: WorkingDay;
      readonly basis: { readonly programme: number; readonly unit: number; readonly city: number };
      readonly reasons: readonly Reason[];
    }
  | {
      readonly outcome: 'not-enough-history';
      readonly programme: string;
      readonly finishedMilestones: number;
      readonly finishedIn: number;
      readonly needed: { readonly milestones: number; readonly programmes: number };
    }
  | { readonly outcome: 'finished'; readonly programme: string; readonly finished: WorkingDay; readonly isOnTime: boolean }
  | { readonly outcome: 'no-milestones'; readonly programme: string };

/** What a forecast is made from, beside the programmes. */
export type ForecastBasis = {
  /** The day it is seen from: all that happened by its end is known. */
  readonly today: WorkingDay;
  /** What the city has shown of slip; `fitSlipModel` over the records of all its programmes, running ones too. */
  readonly model: SlipModel;
  /** A whole number; the same seed and input give the same forecast. Keep it from week to week. */
  readonly seed: number;
  /** 100 to 1,000,000; 10,000 if left out (the chance is then known to within half a percent). */
  readonly draws?: number;
};

function checkDraws(draws: number, seed: number): void {
  if (!Number.isInteger(draws) || draws < 100 || draws > 1_000_000) throw new InvalidDraws(`100 to 1,000,000 draws, not ${draws}`);
  if (!Number.isSafeInteger(seed)) throw new InvalidDraws(`the seed is a whole number, not ${seed}`);
}

/** Work ends within a day, and the day counts to its end. */
function dayAt(sorted: Float64Array, share: number): WorkingDay {
  return Math.ceil(sorted[Math.ceil(share * sorted.length) - 1] as number);
}

function chanceBy(sorted: Float64Array, due: WorkingDay): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= due) low = middle + 1;
    else high = middle;
  }
  return low / sorted.length;
}

/** The programme's pace in each draw, from its records and what still runs. */
function slipsOf(
  records: readonly SlipRecord[],
  model: SlipModel,
  table: Float64Array,
  pace: ReturnType<typeof paceOf>,
  draws: number,
): Slips {
  const sigma = Math.sqrt(model.milestoneVariance);
  const paces = new Float64Array(draws);
  const atLeast = records.filter((record) => record.isRunning).map((record) => record.logRatio);
  drawPaces(pace.programme, sigma, atLeast, paces);
  return { table, sigma, paces };
}

function foretell(
  programme: Programme,
  network: MilestoneNetwork,
  basis: Required<ForecastBasis>,
  table: Float64Array,
  room: DrawRoom,
): Forecast {
  const { model, today, seed } = basis;
  const { milestones } = network;
  if (milestones.length === 0) return { outcome: 'no-milestones', programme: programme.id };
  if (milestones.every((milestone) => milestone.finished !== null)) {
    const finished = Math.max(...milestones.map((milestone) => milestone.finished ?? today));
    return { outcome: 'finished', programme: programme.id, finished, isOnTime: finished <= programme.due };
  }
  if (!hasEnoughHistory(model)) {
    const { finishedMilestones, finishedIn } = model;
    return { outcome: 'not-enough-history', programme: programme.id, finishedMilestones, finishedIn, needed: ENOUGH_HISTORY };
  }
  const records = slipRecordsOf(programme, network, today);
  const pace = paceOf(
    model,
    programme,
    records.filter((record) => !record.isRunning).map((record) => record.logRatio),
  );
  const slips = slipsOf(records, model, table, pace, room.draws);
  const last = simulate({ programme, network, today, seed, slips }, room);
  const reasons = strongestReasons({ programme, network, last, room }, today, pace, model.milestoneVariance);
  const sorted = room.finish.sort();
  return {
    outcome: 'forecast',
    programme: programme.id,
    chance: chanceBy(sorted, programme.due),
    day50: dayAt(sorted, 0.5),
    day85: dayAt(sorted, 0.85),
    basis: { programme: pace.programme.records, unit: pace.unit.records, city: pace.city.records },
    reasons,
  };
}

/**
 * The forecasts of many programmes, in their order; each is what `forecastProgramme` gives for it alone.
 *
 * @throws the refusals of `milestoneNetwork`; DuplicateId for two programmes of one id; InvalidDraws
 * @example forecastProgrammes(programmes, { today: 120, model, seed: 1 })
 */
export function forecastProgrammes(programmes: readonly Programme[], basis: ForecastBasis): Forecast[] {
  const { draws = 10_000 } = basis;
  checkDraws(draws, basis.seed);
  const seen = new Set<string>();
  for (const { id } of programmes) {
    if (seen.has(id)) throw new DuplicateId(id);
    seen.add(id);
  }
  const room = drawRoom(draws);
  const table = slipTable(Math.sqrt(basis.model.milestoneVariance));
  return programmes.map((programme) => foretell(programme, milestoneNetwork(programme, basis.today), { ...basis, draws }, table, room));
}

/**
 * The chance that a programme is finished on time, and the days by which it will be with 50 and 85 %.
 *
 * Each draw takes one pace for the whole programme, from its own, its unit's and the city's history, and one slip for each milestone
 * that is left; a milestone begins when all it waits for are reached (Monte Carlo of a stochastic project network: Van Slyke 1963).
 *
 * @throws the refusals of `milestoneNetwork`, InvalidDraws
 * @example
 * const model = fitSlipModel(history.flatMap((programme) => slipRecords(programme, 120)))
 * forecastProgramme(drains, { today: 120, model, seed: 1 }) // { outcome: 'forecast', chance: 0.31, day50: 158, day85: 183, ... }
 */
export function forecastProgramme(programme: Programme, basis: ForecastBasis): Forecast {
  return forecastProgrammes([programme], basis)[0] as Forecast;
}
