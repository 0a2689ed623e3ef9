import type { Transaction } from '#platform/context';
import { addMonths, addWorkingDays } from '@makaverse/calendar';
import { listStandings } from '@makaverse/contract/programmes-truth';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallCity, type SmallCity } from '../../../../testing/city.ts';
import { startHarness, type Harness } from '../../../../testing/harness.ts';
import { keepPastProgrammes, keepScoreJob, type PastProgramme } from '../../index.ts';

const today = '2022-03-15';
/** The one day of the past on which programmes are under way that are due by now. */
const madeOn = addMonths(today, -1);

const opened: Harness[] = [];
let harness: Harness;
let city: SmallCity;
beforeEach(async () => {
  harness = await startHarness({ now: `${today}T19:00:00+08:00` });
  opened.push(harness);
  city = await smallCity(harness);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

type Step = readonly [planned: number, finished: number | null];
/** A programme whose milestones follow one another; working days after its start, planned and reached. */
function programme(name: string, startOn: string, steps: readonly Step[], claims: PastProgramme['claims'] = []): PastProgramme {
  return {
    name,
    unitId: city.units.pu,
    isSynthetic: true,
    startOn,
    claims,
    milestones: steps.map(([planned, finished], at) => ({
      id: `${name}-${at}`,
      plannedOn: addWorkingDays(startOn, planned),
      after: at === 0 ? [] : [`${name}-${at - 1}`],
      finishedOn: finished === null ? null : addWorkingDays(startOn, finished),
    })),
  };
}
/** Decided long ago, every step about as long as planned: `onTime` of them kept their day, the others missed it by some days. */
const decided = (onTime: number, late: number): PastProgramme[] =>
  Array.from({ length: onTime + late }, (_, index) => {
    const slip = index < onTime ? 0 : 3;
    return programme(`lama-${index}`, addWorkingDays('2018-01-08', index * 3), [
      [20, 20],
      [40, 40 + slip],
      [60, 60 + slip],
    ]);
  });
/**
 * Begun after the forecasts of the month before and due four working days after the day the forecast was made, with a step of fourteen days
 * just begun, because the first took fourteen instead of five: hopeless, whatever came.
 */
const hopeless = (name: string, isOnTime: boolean): PastProgramme =>
  programme(name, addWorkingDays(madeOn, -15), [
    [5, 14],
    [19, isOnTime ? 18 : null],
  ]);

async function scoreOf(past: readonly PastProgramme[]) {
  await harness.transact(null, (tx) => keepPastProgrammes(tx as Transaction<null>, past));
  await harness.transact(null, (tx) => Promise.resolve(tx.enqueue({ name: keepScoreJob, payload: {} })));
  await harness.settle();
  return (await harness.as(city.mayor)(listStandings)).score;
}

it('is the mean square of what was said less what came, by hand', async () => {
  // Twenty-four forecasts of (almost) no chance; six came true against them: (18 x 0² + 6 x 1²) / 24 = 0.25.
  const cases = Array.from({ length: 24 }, (_, index) => hopeless(`kasus-${index}`, index < 6));
  const score = await scoreOf([...decided(30, 10), ...cases]);
  expect(score).toMatchObject({ cases: 24, programmes: 24, synthetic: 24 });
  expect(score!.score).toBeCloseTo(0.25, 2);
  // The base rate was 30 of 40: (6 x 0.25² + 18 x 0.75²) / 24. Nobody claimed anything, so the owners' rival says the same.
  expect(score!.baseRateScore).toBeCloseTo((6 * 0.25 ** 2 + 18 * 0.75 ** 2) / 24, 10);
  expect(score!.percentDoneScore).toBeCloseTo(score!.baseRateScore, 10);
});

it('is nought where no chance was given and none came, and one where all came', async () => {
  const never = Array.from({ length: 20 }, (_, index) => hopeless(`kasus-${index}`, false));
  expect((await scoreOf([...decided(20, 20), ...never]))!.score).toBeCloseTo(0, 3);
});

it('is one where every forecast was as wrong as can be', async () => {
  const always = Array.from({ length: 20 }, (_, index) => hopeless(`kasus-${index}`, true));
  const score = await scoreOf([...decided(40, 0), ...always]);
  expect(score!.score).toBeCloseTo(1, 1);
  expect(score!.baseRateScore).toBeCloseTo(0, 10);
});

it('is not told from nineteen forecasts, nor from what was due before anything was decided', async () => {
  const cases = Array.from({ length: 19 }, (_, index) => hopeless(`kasus-${index}`, false));
  expect(await scoreOf([...decided(30, 10), ...cases])).toBeNull();
});
