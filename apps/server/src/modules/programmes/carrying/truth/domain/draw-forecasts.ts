import type { CivilDate } from '@makaverse/calendar';
import { fitSlipModel, forecastProgrammes, slipRecords, type Forecast, type Programme } from '@makaverse/forecast';
import type { KeptForecast } from './kept-forecast.ts';
import { workingDayScale, type WorkingDayScale } from './working-day-scale.ts';

/** A programme's plan and what was confirmed of it, in dates. */
export interface PlannedProgramme {
  readonly id: string;
  /** Whose record of slip counts beside the programme's own. */
  readonly unitId: string;
  /** Invented, so that there is a history to show. */
  readonly isSynthetic: boolean;
  readonly startOn: CivilDate;
  readonly milestones: readonly {
    readonly id: string;
    readonly plannedOn: CivilDate;
    readonly after: readonly string[];
    /** The day the reviewer confirmed it was reached; null until he has. */
    readonly finishedOn: CivilDate | null;
  }[];
}

/** The same seed from week to week: a chance then falls because something happened, not because of other dice. */
const seed = 1;

const latest = (dates: readonly CivilDate[]): CivilDate => dates.reduce((one, other) => (one > other ? one : other));
const earliest = (dates: readonly CivilDate[]): CivilDate => dates.reduce((one, other) => (one < other ? one : other));

/** Programmes as the forecast counts them, and the scale their days are on. */
export function onScale(
  programmes: readonly PlannedProgramme[],
  today: CivilDate,
): { readonly scale: WorkingDayScale; readonly programmes: readonly Programme[] } {
  const planned = programmes.flatMap((one) => one.milestones.map((milestone) => milestone.plannedOn));
  const scale = workingDayScale(
    earliest([today, ...planned, ...programmes.map((one) => one.startOn)]),
    // A year on, so that most of what is drawn is looked up.
    latest([today, ...planned, `${Number(today.slice(0, 4)) + 1}-12-31`]),
  );
  return { scale, programmes: programmes.map((one) => counted(one, scale)) };
}

function counted({ id, unitId, startOn, milestones }: PlannedProgramme, scale: WorkingDayScale): Programme {
  const start = scale.numberOf(startOn);
  return {
    id,
    unit: unitId,
    start,
    due: Math.max(start, ...milestones.map((one) => scale.numberOf(one.plannedOn))),
    milestones: milestones.map((one) => ({
      id: one.id,
      plannedFinish: scale.numberOf(one.plannedOn),
      after: one.after,
      finished: one.finishedOn === null ? null : scale.numberOf(one.finishedOn),
    })),
  };
}

/** Forecasts of the programmes asked for, from what all of them have shown; the days are dates again. */
export function drawForecasts(
  all: readonly PlannedProgramme[],
  today: CivilDate,
  asked: ReadonlySet<string> | null = null,
): ReadonlyMap<string, KeptForecast> {
  const { scale, programmes } = onScale(all, today);
  const now = scale.numberOf(today);
  const model = fitSlipModel(programmes.flatMap((one) => slipRecords(one, now)));
  const wanted = asked === null ? programmes : programmes.filter((one) => asked.has(one.id));
  const due = new Map(wanted.map((one) => [one.id, one.due]));
  const synthetic = all
    .filter((one) => one.isSynthetic)
    .reduce((sum, one) => sum + one.milestones.filter((milestone) => milestone.finishedOn !== null).length, 0);
  return new Map(
    forecastProgrammes(wanted, { today: now, model, seed }).map((one) => [
      one.programme,
      kept(one, { scale, due: due.get(one.programme)!, synthetic }),
    ]),
  );
}

function kept(forecast: Forecast, { scale, due, synthetic }: { scale: WorkingDayScale; due: number; synthetic: number }): KeptForecast {
  switch (forecast.outcome) {
    case 'forecast': {
      const { programme: _, day50, day85, basis, ...rest } = forecast;
      return { ...rest, basis: { ...basis, synthetic }, dueOn: scale.dateOf(due), on50: scale.dateOf(day50), on85: scale.dateOf(day85) };
    }
    case 'not-enough-history': {
      const { programme: _, ...rest } = forecast;
      return rest;
    }
    case 'finished':
      return { outcome: 'finished', finishedOn: scale.dateOf(forecast.finished), isOnTime: forecast.isOnTime };
    case 'no-milestones':
      return { outcome: 'no-milestones' };
  }
}
