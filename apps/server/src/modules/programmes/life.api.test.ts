import { readTask } from '@makaverse/contract/directives';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { openSeat, type Detail } from './testing/seats.ts';
import { openTaskSeat, type TaskSeat } from './testing/task-seats.ts';

const at = (instant: string): void => harness.clock.set(`2022-${instant}:00+08:00`);
let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
beforeEach(() => at('03-15T21:00'));
afterAll(() => harness.close());

const story = ({ steps }: Detail): string[] =>
  steps.map(
    ({ at: instant, action, by, person, workingDays, wasLate }) =>
      `${instant.slice(5, 16)} ${action} ${by?.name.split(' ')[0] ?? '-'} ${person?.name.split(' ')[0] ?? '-'} ${workingDays}${wasLate ? ' late' : ''}`,
  );

describe('the life of a nomination', () => {
  it('runs through every state, each step dated, counted and judged, until somebody agreed, and once more after a replacement', async () => {
    const { headPu, assistant1, mayor, staffPu, staffPu2, secretaryPu } = city;
    const seat = await openSeat(harness, city);
    expect(await seat.read(headPu)).toMatchObject({ state: 'open', dueAt: '2022-03-18T08:00:00.000Z', person: null, mayDo: ['propose'] });
    // Monday, a working day after the day named.
    at('03-21T09:00');
    const proposed = await seat.take('propose', headPu, { personId: staffPu.id, words: 'Paling mengenal saluran.' });
    expect(proposed).toMatchObject({ state: 'proposed', person: { id: staffPu.id }, reasons: 'Paling mengenal saluran.', version: 2 });
    expect(proposed.dueAt).toBe('2022-03-23T08:00:00.000Z');
    expect(proposed.dueFrom).toBe('Rahma Contoh, Asisten I');
    at('03-22T09:00');
    const returned = await seat.take('return', assistant1, { words: 'Sudah memegang banyak.' });
    expect(returned).toMatchObject({ state: 'returned', person: { id: staffPu.id }, dueAt: '2022-03-24T08:00:00.000Z' });
    at('03-23T09:00');
    expect((await seat.take('propose', headPu, { personId: staffPu.id })).state).toBe('proposed');
    at('03-24T09:00');
    expect(await seat.take('recommend', assistant1)).toMatchObject({ state: 'recommended', dueFrom: 'Wali Kota' });
    // Friday 10.00: 48 hours are over on Sunday.
    at('03-25T10:00');
    expect(await seat.take('appoint', mayor)).toMatchObject({ state: 'appointed', dueAt: '2022-03-27T02:00:00.000Z' });
    at('03-28T08:00');
    expect(await seat.take('decline', staffPu, { words: 'Akan pensiun.' })).toMatchObject({
      state: 'declined',
      person: { id: staffPu.id },
    });
    await seat.take('propose', headPu, { personId: staffPu2.id });
    await seat.take('recommend', assistant1);
    await seat.take('appoint', mayor);
    const countered = await seat.take('counter', staffPu2, { personId: secretaryPu.id });
    expect(countered).toMatchObject({ state: 'countered', person: { id: staffPu2.id }, suggested: { id: secretaryPu.id } });
    expect(await seat.take('propose', headPu, { personId: secretaryPu.id })).toMatchObject({ suggested: null });
    await seat.take('recommend', assistant1);
    await seat.take('appoint', mayor);
    const accepted = await seat.take('accept', secretaryPu);
    expect(accepted).toMatchObject({ state: 'accepted', person: { id: secretaryPu.id }, dueAt: null, dueFrom: '', isLate: false });
    at('04-04T08:00');
    const replaced = await seat.take('replace', headPu, { words: 'Pindah tugas.' });
    expect(replaced).toMatchObject({ state: 'open', person: null, reasons: null, dueAt: '2022-04-06T08:00:00.000Z' });
    expect(story(replaced)).toEqual([
      '03-15T13:00 open - - 0',
      '03-21T01:00 propose Hasan Jufri 4 late',
      '03-22T01:00 return Rahma Jufri 1',
      '03-23T01:00 propose Hasan Jufri 1',
      '03-24T01:00 recommend Rahma Jufri 1',
      '03-25T02:00 appoint Andi Jufri 1',
      '03-28T00:00 decline Jufri Jufri 1 late',
      '03-28T00:00 propose Hasan Kasma 0',
      '03-28T00:00 recommend Rahma Kasma 0',
      '03-28T00:00 appoint Andi Kasma 0',
      '03-28T00:00 counter Kasma Irma 0',
      '03-28T00:00 propose Hasan Irma 0',
      '03-28T00:00 recommend Rahma Irma 0',
      '03-28T00:00 appoint Andi Irma 0',
      '03-28T00:00 accept Irma Irma 0',
      '04-04T00:00 replace Hasan Irma 5',
    ]);
  });

  it('can be given back by the mayor when it lies on his table', async () => {
    const seat = await openSeat(harness, city);
    await seat.bringTo('recommended');
    expect(await seat.take('return', city.mayor, { words: 'Cari yang lain.' })).toMatchObject({ state: 'returned' });
  });

  it('writes to who moves next and to whom it concerns, not to who moved, and gives nobody a page he may not read', async () => {
    const seat = await openSeat(harness, city);
    const told = async (move: () => Promise<unknown>): Promise<string[]> => {
      await harness.settle();
      harness.letters.length = 0;
      await move();
      await harness.settle();
      return harness.letters.map((letter) => letter.to.name).toSorted();
    };
    const names = (...people: readonly { name: string }[]): string[] => people.map((one) => one.name).toSorted();
    const { headPu, assistant1, mayor, deputyMayor, staffPu } = city;
    expect(await told(() => seat.take('propose', headPu, { words: 'rahasia-1' }))).toEqual(names(assistant1));
    expect(harness.letters[0]!.text).toContain(`http://localhost:3000/usulan/${seat.id}`);
    expect(harness.letters[0]!.text).not.toContain('rahasia-1');
    expect(await told(() => seat.take('recommend', assistant1))).toEqual(names(mayor, deputyMayor));
    expect(await told(() => seat.take('appoint', deputyMayor))).toEqual(names(staffPu));
    expect(harness.letters[0]!.text).toContain('Penunjukan baru berlaku bila Anda bersedia.');
    expect(harness.letters[0]!.text).toContain('17 Maret 2022');
    expect(await told(() => seat.take('accept', staffPu))).toEqual(names(headPu, assistant1));
    expect(await told(() => seat.take('replace', assistant1))).toEqual(names(headPu, staffPu));
    for (const { to, text } of harness.letters) {
      expect(text.includes(`/usulan/${seat.id}`), to.name).toBe(to.name === headPu.name);
      expect(text.includes('http://localhost:3000/'), to.name).toBe(true);
    }
    expect((await harness.refusal(seat.read(staffPu))).status).toBe(404);
  });

  it('is kept in the audit log move by move, without anybody’s reasons', async () => {
    const seat = await openSeat(harness, city);
    await seat.take('propose', city.headPu, { words: 'Sangat rahasia.' });
    await seat.take('return', city.assistant1, { words: 'Sangat rahasia.' });
    const lines = await harness.db.selectFrom('platform.audit').selectAll().where('object_id', '=', seat.id).orderBy('seq').execute();
    expect(lines.map((line) => [line.action, line.actor_id])).toEqual([
      ['nomination.opened', city.secretary.id],
      ['nomination.proposed', city.headPu.id],
      ['nomination.returned', city.assistant1.id],
    ]);
    expect(JSON.stringify(lines)).not.toContain('rahasia');
  });

  it('takes only people of the unit or of one below it', async () => {
    const seat = await openSeat(harness, city, { unitIds: [city.units.kecamatanA] });
    const propose = (personId: string) => seat.take('propose', city.camatA, { personId });
    for (const outsider of [city.camatB, city.lurahB1, city.mayor, city.headPu]) {
      const refused = await harness.refusal(propose(outsider.id));
      expect(refused).toMatchObject({ status: 422, code: 'nomination-nominee-outside-unit' });
      expect(refused.title).toContain('Kecamatan Mariso');
    }
    expect((await harness.refusal(propose(seat.id))).code).toBe('nomination-nominee-outside-unit');
    expect(await propose(city.lurahA1.id)).toMatchObject({ state: 'proposed', person: { name: city.lurahA1.name } });
    await seat.take('recommend', city.assistant1);
    await seat.take('appoint', city.mayor);
    const counter = (personId: string) => seat.take('counter', city.lurahA1, { personId });
    expect((await harness.refusal(counter(city.lurahB1.id))).code).toBe('nomination-nominee-outside-unit');
    expect((await harness.refusal(counter(city.lurahA1.id))).code).toBe('nomination-counter-names-self');
    expect((await seat.read()).version).toBe(4);
  });
});

describe('the task below', () => {
  const taskOf = (seat: TaskSeat) => harness.as(city.mayor)(readTask, { params: { id: seat.taskId } });

  it('shows that somebody was proposed, and a name only of who agreed', async () => {
    const seat = await openTaskSeat(harness, city);
    expect(await taskOf(seat)).toMatchObject({ step: 'sent', pic: null, nominationDueOn: '2022-03-18' });
    for (const state of ['proposed', 'recommended', 'appointed'] as const) {
      if (state === 'proposed') await seat.take('propose', city.headPu);
      if (state === 'recommended') await seat.take('recommend', city.assistant1);
      if (state === 'appointed') await seat.take('appoint', city.mayor);
      expect(await taskOf(seat), state).toMatchObject({ step: 'named', pic: null });
    }
    await seat.take('accept', city.staffPu);
    expect(await taskOf(seat)).toMatchObject({ step: 'accepted', pic: { id: city.staffPu.id } });
    await seat.take('replace', city.assistant1);
    expect(await taskOf(seat)).toMatchObject({ step: 'sent', pic: null, nominationDueOn: '2022-03-17' });
  });

  it('is owed a name again when the appointed person declines or names another', async () => {
    for (const state of ['declined', 'countered'] as const) {
      const seat = await openTaskSeat(harness, city);
      await seat.bringTo(state);
      expect(await taskOf(seat), state).toMatchObject({ step: 'sent', pic: null, nominationDueOn: '2022-03-17' });
    }
  });

  it('waits for the answer of the person the directive itself names, as of anybody', async () => {
    const named = { addressees: [{ unitId: city.units.pu, picId: city.staffPu.id, nominationDueOn: null }] };
    const seat = await openTaskSeat(harness, city, named);
    const opened = await seat.read(city.staffPu);
    expect(opened).toMatchObject({ state: 'appointed', person: { id: city.staffPu.id }, mayDo: ['accept', 'decline', 'counter'] });
    expect(opened.dueAt).toBe('2022-03-17T13:00:00.000Z');
    expect(story(opened)).toEqual(['03-15T13:00 open - - 0', '03-15T13:00 appoint Andi Jufri 0']);
    expect((await taskOf(seat)).pic).toBeNull();
    await seat.take('accept', city.staffPu);
    expect((await taskOf(seat)).pic).toMatchObject({ id: city.staffPu.id });

    const declining = await openTaskSeat(harness, city, named);
    expect(await declining.take('decline', city.staffPu)).toMatchObject({ state: 'declined', dueFrom: expect.stringContaining('Hasan') });
    expect(await taskOf(declining)).toMatchObject({ step: 'sent', pic: null, nominationDueOn: '2022-03-17' });
  });
});
