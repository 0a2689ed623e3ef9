import { addWorkingDays, workingDaysBetween, type CivilDate } from '@makaverse/calendar';
import { keepPastProgrammes, keepScoreJob, type PastProgramme } from '#modules/programmes';
import type { Composition } from '../composition.ts';
import type { StoryCity } from './city-people.ts';

const programmes = 64;
const stepsEach = 6;
const firstStart = '2018-03-05';
/** A new one begins each so many working days, so that at any time some are under way. */
const between = 14;
const plannedDays = [15, 22, 30, 18, 40, 26] as const;
const today = '2022-03-01';
/** The owner says something each so many working days. */
const claimEvery = 20;

/** Numbers between 0 and 1 that are the same in every telling (Lehmer 1951, multiplier of Park & Miller 1988). */
function sameNumbers(): () => number {
  let state = 20_220_322;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * Invented programmes of the years before, all of them marked synthetic: without any the forecast would have nothing to say in the demo.
 * Some units are quicker than others, one step in nine stalls, and owners claim more than is so.
 */
export function syntheticYears(unitIds: readonly string[]): PastProgramme[] {
  const next = sameNumbers();
  const paces = unitIds.map(() => 0.8 + 0.7 * next());
  return Array.from({ length: programmes }, (_, index) => {
    const startOn = addWorkingDays(firstStart, index * between);
    const pace = paces[index % unitIds.length]! * (0.85 + 0.35 * next());
    let planned = 0;
    let done = 0;
    const milestones = Array.from({ length: stepsEach }, (__, step) => {
      const days = plannedDays[(index + step) % plannedDays.length]!;
      planned += days;
      done += Math.max(2, Math.round(days * pace * (0.7 + 0.6 * next()) + (next() < 1 / 9 ? 25 * next() : 0)));
      const finishedOn = addWorkingDays(startOn, done);
      return {
        id: `${index}-${step}`,
        // What is planned has some slack, as plans have.
        plannedOn: addWorkingDays(startOn, Math.round(planned * 1.12)),
        after: step === 0 ? [] : [`${index}-${step - 1}`],
        finishedOn: finishedOn <= today ? finishedOn : null,
      };
    });
    return {
      name: `Program sintetis ${index + 1} (contoh)`,
      unitId: unitIds[index % unitIds.length]!,
      isSynthetic: true,
      startOn,
      milestones,
      claims: claimsOn(startOn, milestones, next),
    };
  });
}

function claimsOn(
  startOn: CivilDate,
  milestones: readonly { readonly plannedOn: CivilDate; readonly finishedOn: CivilDate | null }[],
  next: () => number,
): PastProgramme['claims'] {
  const last = milestones.map((one) => one.finishedOn ?? today).reduce((one, other) => (one > other ? one : other));
  const length = Math.floor(workingDaysBetween(startOn, last) / claimEvery);
  return Array.from({ length }, (_, index) => {
    const on = addWorkingDays(startOn, claimEvery * (index + 1));
    const share = (date: (one: (typeof milestones)[number]) => CivilDate | null): number =>
      milestones.filter((one) => (date(one) ?? '9999') <= on).length / milestones.length;
    const said = (share((one) => one.finishedOn) + share((one) => one.plannedOn)) / 2 + 0.1 * next();
    return { on, progress: Math.round(100 * Math.min(0.95, said)) };
  });
}

/** Keeps the invented years; in one statement, because everybody waits for the demo to begin. */
export async function tellSyntheticYears(composition: Composition, city: StoryCity): Promise<void> {
  const unitIds = city.units.filter((unit) => unit.kind === 'agency').map((unit) => unit.id);
  await composition.transactor.run(composition.systemContext(), (tx) => keepPastProgrammes(tx, syntheticYears(unitIds)));
}

/** Lets the forecasts be scored by the first process that is free, when the demo has begun. */
export async function scoreSoon({ transactor, systemContext }: Composition): Promise<void> {
  await transactor.run(systemContext(), (tx) => Promise.resolve(tx.enqueue({ name: keepScoreJob, payload: {} })));
}
