import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { delegate } from '@makaverse/contract/identity-directory';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { sendNotices } from './commands/send-notices.ts';
import { openSeat, startedProgramme, type Seat } from './testing/seats.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
beforeEach(async () => {
  // Each test begins with nothing owed by anybody.
  await harness.db.deleteFrom('programmes.nomination').execute();
  harness.clock.set('2022-03-15T21:00:00+08:00');
});
afterAll(() => harness.close());

const at = (instant: string): void => harness.clock.set(`2022-${instant}:00+08:00`);
/** Who is written to when the jobs run at an instant. */
async function lettersAt(instant: string): Promise<string[]> {
  at(instant);
  await harness.settle();
  harness.letters.length = 0;
  await harness.app.runRecurring();
  await harness.settle();
  return harness.letters
    .filter(isNotice)
    .map((letter) => letter.to.name)
    .toSorted();
}
// Other modules have their own clocks; ours speak of proposals of persons in charge.
const isNotice = ({ subject }: { subject: string }): boolean => subject.includes('usulan penanggung jawab');
const noticesOf = async (seat: Seat): Promise<string[]> =>
  (await seat.read()).steps
    .filter((step) => step.action === 'remind' || step.action === 'escalate')
    .map((step) => `${step.at.slice(5, 16)} ${step.action} ${step.workingDays}${step.wasLate ? ' late' : ''}`);
const nextOf = async (seat: Seat): Promise<string | undefined> => {
  const row = await harness.db
    .selectFrom('programmes.nomination')
    .select('next_notice_at')
    .where('id', '=', seat.id)
    .executeTakeFirstOrThrow();
  return row.next_notice_at?.toISOString();
};
const names = (...people: readonly { name: string }[]): string[] => people.map((one) => one.name).toSorted();

describe('a name that does not come', () => {
  it('is asked for a day before, at the deadline, and then on each rung, once each, up to the mayor', async () => {
    const { headPu, assistant1, secretary, mayor, deputyMayor } = city;
    const seat = await openSeat(harness, city);
    expect(await nextOf(seat)).toBe('2022-03-17T08:00:00.000Z');
    expect(await lettersAt('03-17T15:59')).toEqual([]);
    expect(await lettersAt('03-17T16:00')).toEqual(names(headPu));
    expect(harness.letters.find(isNotice)).toMatchObject({ subject: 'Pengingat: 1 usulan penanggung jawab menunggu langkah Anda' });
    expect(harness.letters.find(isNotice)!.text).toContain('Dinas Pekerjaan Umum: nama belum diusulkan. Tenggat tiba dalam sehari.');
    expect(harness.letters.find(isNotice)!.text).toContain(`http://localhost:3000/usulan/${seat.id}`);
    expect(await lettersAt('03-17T16:15'), 'run again').toEqual([]);
    expect(await nextOf(seat)).toBe('2022-03-18T08:00:00.000Z');
    expect(await lettersAt('03-18T16:00')).toEqual(names(headPu));
    // The weekend lies between; the rung is reached when offices close on Tuesday.
    expect(await lettersAt('03-21T23:59')).toEqual([]);
    expect(await lettersAt('03-22T16:00')).toEqual(names(headPu));
    expect(harness.letters.find(isNotice)!.subject).toBe('1 usulan penanggung jawab belum bergerak dan naik ke meja Anda');
    expect(await lettersAt('03-24T16:00')).toEqual(names(assistant1));
    expect(await lettersAt('03-28T16:00')).toEqual(names(secretary));
    expect(await lettersAt('03-30T16:00')).toEqual(names(mayor, deputyMayor));
    expect(harness.letters.find(isNotice)!.text).toContain('Terlambat delapan hari kerja: sampai Wali Kota.');
    expect(await nextOf(seat)).toBeUndefined();
    expect(await lettersAt('04-20T16:00')).toEqual([]);
    expect(await noticesOf(seat)).toEqual([
      '03-17T08:00 remind 2',
      '03-18T08:00 remind 3',
      '03-22T08:00 escalate 5 late',
      '03-24T08:00 escalate 7 late',
      '03-28T08:00 escalate 9 late',
      '03-30T08:00 escalate 11 late',
    ]);
    expect(await seat.read()).toMatchObject({ rung: 'mayor', isLate: true, version: 1 });
  });

  it('climbs while offices are open only: Nyepi and the joint leave of Eid al-Fitr are no days', async () => {
    at('03-01T09:00');
    await openSeat(harness, city, { nominationDueOn: '2022-03-02' });
    await lettersAt('03-02T16:00');
    expect(await lettersAt('03-04T16:00'), 'Nyepi was on the third').toEqual([]);
    expect(await lettersAt('03-07T16:00')).toEqual(names(city.headPu));
    await harness.db.deleteFrom('programmes.nomination').execute();
    at('04-27T09:00');
    await openSeat(harness, city, { nominationDueOn: '2022-04-28' });
    await lettersAt('04-28T16:00');
    for (const day of ['04-29', '05-02', '05-06', '05-09']) expect(await lettersAt(`${day}T16:00`), day).toEqual([]);
    expect(await lettersAt('05-10T16:00')).toEqual(names(city.headPu));
  });

  it('is told in one letter about the latest of stages that passed unseen, and both stand in the story', async () => {
    const seat = await openSeat(harness, city);
    expect(await lettersAt('03-22T18:00')).toEqual(names(city.headPu));
    expect(harness.letters.filter(isNotice).map((letter) => letter.subject)).toEqual([
      '1 usulan penanggung jawab belum bergerak dan naik ke meja Anda',
    ]);
    expect(await noticesOf(seat)).toEqual(['03-22T10:00 remind 5 late', '03-22T10:00 escalate 5 late']);
  });

  it('is one letter a person, however many seats wait, and counts what is too much to list', async () => {
    for (let at = 0; at < 33; at += 1) await startedProgramme(harness, city, { unitIds: [city.units.health, city.units.pu] });
    expect(await lettersAt('03-17T16:00')).toEqual(names(city.headHealth, city.headPu));
    const letter = harness.letters.find(isNotice)!;
    expect(letter.subject).toBe('Pengingat: 33 usulan penanggung jawab menunggu langkah Anda');
    expect(letter.text).toContain('dan 3 lagi.');
  });
});

describe('each step of the way', () => {
  it('is asked of whose it is, and never after it was taken', async () => {
    const { assistant1, mayor, deputyMayor, staffPu, headPu, expert1 } = city;
    await harness.as(mayor)(delegate, {
      body: { toPersonId: expert1.id, power: 'appoint', validFrom: '2022-03-15', validUntil: '2022-03-25', reason: 'Dinas' },
    });
    const seat = await openSeat(harness, city);
    at('03-17T10:00');
    await seat.take('propose', headPu);
    expect(await lettersAt('03-17T16:00'), 'the head has proposed').toEqual([]);
    expect(await lettersAt('03-20T16:00'), 'a Sunday, a day before by the clock').toEqual(names(assistant1));
    expect(await lettersAt('03-21T16:00')).toEqual(names(assistant1));
    expect(await lettersAt('03-23T16:00'), 'the first rung is the unit’s head, beside whose step it is').toEqual(names(assistant1, headPu));
    await seat.take('recommend', assistant1);
    expect(await lettersAt('03-24T16:00'), 'two days before the mayor’s term ends one is left').toEqual(names(mayor, deputyMayor, expert1));
    at('03-25T10:00');
    await seat.take('appoint', mayor);
    expect(await nextOf(seat)).toBe('2022-03-26T02:00:00.000Z');
    expect(await lettersAt('03-26T10:00')).toEqual(names(staffPu));
    expect(await lettersAt('03-27T10:00')).toEqual(names(staffPu));
    expect(await lettersAt('03-29T16:00')).toEqual(names(staffPu, headPu));
    expect(await lettersAt('03-31T16:00')).toEqual(names(assistant1));
    await seat.take('accept', staffPu);
    expect(await nextOf(seat)).toBeUndefined();
    for (const day of ['04-04', '04-06', '04-20']) expect(await lettersAt(`${day}T16:00`), day).toEqual([]);
    at('04-20T17:00');
    await seat.take('replace', headPu);
    expect(await lettersAt('04-22T16:00'), 'a new term, told anew').toEqual(names(headPu));
    expect(await lettersAt('05-24T16:00'), 'everything that passed unseen is one letter').toEqual(names(mayor, deputyMayor));
  });

  it('is told of once, also when several runs look at the same moment', async () => {
    const seats = await Promise.all(Array.from({ length: 8 }, () => openSeat(harness, city)));
    await harness.settle();
    harness.letters.length = 0;
    at('03-18T16:00');
    await Promise.all(
      Array.from({ length: 4 }, () => harness.transact(null, (tx) => sendNotices(tx as Parameters<typeof sendNotices>[0]))),
    );
    await harness.settle();
    const told = harness.letters.filter(isNotice);
    expect(told.map((letter) => letter.to.name)).toContain(city.headPu.name);
    // Runs share the seats among them; together they tell of each seat once.
    const counts = told.map((letter) => Number(/\d+/.exec(letter.subject)![0]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(seats.length);
    for (const seat of seats) expect(await noticesOf(seat)).toEqual(['03-18T08:00 remind 3']);
  });

  it('waits for nobody once the seat is gone', async () => {
    const seat = await openSeat(harness, city);
    await seat.bringTo('cancelled');
    expect(await nextOf(seat)).toBeUndefined();
    expect(await lettersAt('03-18T16:00')).toEqual([]);
  });
});
