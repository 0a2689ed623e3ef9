import { readMayor, readToday, type Ask } from '@makaverse/contract/today';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { delegate } from '@makaverse/contract/identity-directory';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { pendingNominations } from './index.ts';
import { openSeat } from './testing/seats.ts';
import { openTaskSeat } from './testing/task-seats.ts';

const opened: Harness[] = [];
let harness: Harness;
let city: SmallCity;
beforeEach(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  opened.push(harness);
  city = await smallCity(harness);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

const today = (who: Citizen, language: 'id' | 'en' = 'id') => harness.as(who, language)(readToday);
const asksOf = async (who: Citizen): Promise<Ask[]> => (await today(who)).asks.filter((ask) => ask.key.startsWith('nomination:'));
const kindsOf = async (who: Citizen): Promise<string[]> => (await asksOf(who)).map((ask) => ask.kind);

describe('what is asked', () => {
  it('follows the nomination from one to the next, and whoever moved last waits for him', async () => {
    const { headPu, secretaryPu, staffPu, staffPu2, assistant1, mayor } = city;
    const seat = await openSeat(harness, city, { number: 7 });
    expect(await asksOf(headPu)).toMatchObject([
      {
        kind: 'nominate',
        title: 'Usulkan penanggung jawab Dinas Pekerjaan Umum',
        detail: '7 · Longgar dari genangan',
        from: null,
        dueAt: '2022-03-18T08:00:00.000Z',
        isLate: false,
        href: `/usulan/${seat.id}`,
        urgency: 100,
      },
    ]);
    for (const who of [secretaryPu, staffPu, assistant1, mayor]) expect(await kindsOf(who), who.name).toEqual([]);
    await seat.take('propose', headPu);
    expect(await asksOf(headPu)).toEqual([]);
    expect((await today(headPu)).waitingFor).toMatchObject([{ key: `nomination:${seat.id}`, forWhom: 'Rahma Contoh, Asisten I' }]);
    expect(await asksOf(assistant1)).toMatchObject([
      { kind: 'review-nomination', title: 'Telaah usulan Dinas Pekerjaan Umum: Jufri Contoh', from: { id: headPu.id } },
    ]);
    expect((await today(assistant1, 'en')).asks[0]!.title).toBe('Review the proposal of Dinas Pekerjaan Umum: Jufri Contoh');
    await seat.take('recommend', assistant1);
    expect((await today(headPu)).waitingFor, 'only the last mover waits').toEqual([]);
    expect((await today(assistant1)).waitingFor).toMatchObject([{ title: 'Penunjukan untuk Dinas Pekerjaan Umum', forWhom: 'Wali Kota' }]);
    expect(await kindsOf(mayor)).toEqual(['appoint']);
    await seat.take('appoint', mayor);
    expect(await kindsOf(staffPu)).toEqual(['accept-appointment']);
    await seat.take('counter', staffPu, { personId: staffPu2.id });
    expect(await asksOf(headPu)).toMatchObject([{ kind: 'nominate', title: 'Putuskan nama yang disarankan untuk Dinas Pekerjaan Umum' }]);
    expect(await kindsOf(staffPu2)).toEqual([]);
    await seat.take('propose', headPu, { personId: staffPu2.id });
    await seat.take('return', assistant1);
    expect((await asksOf(headPu))[0]!.title).toContain('usulan dikembalikan');
    expect((await today(headPu)).doneToday.map((one) => one.title)).toEqual([
      'Mengusulkan penanggung jawab 7',
      'Mengusulkan penanggung jawab 7',
    ]);
    expect((await today(staffPu)).doneToday).toMatchObject([{ title: 'Menyarankan nama lain untuk 7', href: `/usulan/${seat.id}` }]);
    harness.clock.set('2022-03-16T00:00:00+08:00');
    expect((await today(headPu)).doneToday).toEqual([]);
  });

  it('of whoever holds the power to appoint as of the mayor; of who declined nothing more', async () => {
    const seat = await openSeat(harness, city);
    await seat.bringTo('recommended');
    expect(await kindsOf(city.expert1)).toEqual([]);
    await harness.as(city.mayor)(delegate, {
      body: { toPersonId: city.expert1.id, power: 'appoint', validFrom: '2022-03-15', validUntil: '2022-03-18', reason: 'Dinas' },
    });
    expect(await kindsOf(city.expert1)).toEqual(['appoint']);
    await harness.settle();
    harness.letters.length = 0;
    const other = await openSeat(harness, city);
    await other.bringTo('recommended');
    await harness.settle();
    const told = harness.letters.filter((letter) => letter.subject.startsWith('Menunggu penunjukan')).map((letter) => letter.to.name);
    expect(told.toSorted()).toEqual([city.mayor, city.deputyMayor, city.expert1].map((one) => one.name).toSorted());
    await seat.take('appoint', city.expert1);
    await seat.take('decline', city.staffPu);
    expect(await kindsOf(city.staffPu)).toEqual([]);
    expect((await asksOf(city.headPu))[0]!.title).toBe('Usulkan nama lain untuk Dinas Pekerjaan Umum: Jufri Contoh tidak bersedia');
    expect((await asksOf(city.headPu))[0]!.from).toMatchObject({ id: city.staffPu.id });
  });

  it('grows pressing as its term ends, and is late after it', async () => {
    await openSeat(harness, city);
    const at = async (instant: string) => {
      harness.clock.set(instant);
      return (await asksOf(city.headPu)).map((ask) => [ask.isLate, ask.urgency]);
    };
    expect(await at('2022-03-17T09:00:00+08:00')).toEqual([[false, 120]]);
    expect(await at('2022-03-18T16:00:00+08:00')).toEqual([[false, 150]]);
    expect(await at('2022-03-22T09:00:00+08:00')).toEqual([[true, 202]]);
  });
});

describe('the leadership’s page', () => {
  it('shows what climbed, by whose step it waits, and nothing that is only late or was done', async () => {
    const [first, second, done] = [
      await openSeat(harness, city, { number: 3 }),
      await openTaskSeat(harness, city),
      await openSeat(harness, city),
    ];
    await done.bringTo('accepted');
    await first.bringTo('recommended');
    const climbed = async (who: Citizen) => (await harness.as(who)(readMayor)).escalated.filter((one) => one.href.startsWith('/usulan/'));
    harness.clock.set('2022-03-21T15:59:00+08:00');
    expect(await climbed(city.mayor)).toEqual([]);
    harness.clock.set('2022-03-24T16:00:00+08:00');
    const expected = [
      { title: 'Dinas Pekerjaan Umum belum mengusulkan penanggung jawab', rung: 'assistant', workingDays: 4, href: `/usulan/${second.id}` },
      {
        title: 'Penunjukan untuk Dinas Pekerjaan Umum ditunggu dari Wali Kota',
        detail: '3 · Longgar dari genangan',
        rung: 'assistant',
        workingDays: 5,
      },
    ];
    const shown = await climbed(city.mayor);
    expect(shown).toHaveLength(2);
    expect(shown.toSorted((a, b) => a.workingDays - b.workingDays)).toMatchObject(expected);
    expect(await climbed(city.assistant2)).toEqual(shown);
    expect((await harness.refusal(harness.as(city.headPu)(readMayor))).status).toBe(403);
  });

  it('and the refresh count all seats without a person, of one meeting or of all, late by working days', async () => {
    const programmeSeat = await openSeat(harness, city, { number: 4 });
    const taskSeat = await openTaskSeat(harness, city);
    const elsewhere = await openTaskSeat(harness, city);
    await (await openSeat(harness, city)).bringTo('accepted');
    await (await openTaskSeat(harness, city)).bringTo('cancelled');
    harness.clock.set('2022-03-22T17:00:00+08:00');
    const context = await harness.contextOf(city.mayor);
    const all = await pendingNominations(context);
    expect(all.map((one) => one.nominationId)).toEqual([programmeSeat.id, taskSeat.id, elsewhere.id].toSorted());
    const ofMeeting = await pendingNominations(context, { meetingId: taskSeat.directive.meetingId! });
    expect(ofMeeting).toEqual(all.filter((one) => one.nominationId !== elsewhere.id));
    expect(ofMeeting.find((one) => one.taskId !== null)).toEqual({
      nominationId: taskSeat.id,
      taskId: taskSeat.taskId,
      subject: { kind: 'directive', id: taskSeat.directive.id, number: taskSeat.directive.number, title: taskSeat.directive.words },
      unitId: city.units.pu,
      state: 'open',
      workingDaysLate: 2,
      rung: 'unit-head',
    });
    expect(ofMeeting.find((one) => one.taskId === null)?.subject).toMatchObject({ kind: 'programme', number: '4' });
  });
});
