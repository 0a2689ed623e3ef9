import { listCheckIns, readCheckIn, readCheckInForm, sendCheckIn } from '@makaverse/contract/programmes-check-in';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportingCity, type ReportingCity } from './testing/reporting-city.ts';

const opened: ReportingCity[] = [];
let here: ReportingCity;
beforeEach(async () => {
  here = await reportingCity();
  opened.push(here);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.harness.close())));

const params = () => ({ id: here.programmeId });
const pic = () => here.harness.as(here.city.staffPu);
const send = (wishes?: Parameters<ReportingCity['fields']>[0]) => pic()(sendCheckIn, { params: params(), body: here.fields(wishes) });
const moves = () => here.harness.db.selectFrom('programmes.promise_move').selectAll().execute();
const milestone = (id: string) =>
  here.harness.db.selectFrom('programmes.milestone').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('a report', () => {
  it('is kept with its words, progress, what is done and the next promise, and read by every official', async () => {
    const [survey, contract] = here.milestones;
    const sent = await send({
      doneMilestoneIds: [survey],
      promise: { milestoneId: contract, on: '2022-04-08', reason: 'Lelang diulang' },
    });
    expect(sent).toMatchObject({
      progress: 30,
      via: 'app',
      isLate: false,
      dueAt: '2022-03-18T08:00:00.000Z',
      promise: { milestone: { title: 'Kontrak pengerukan' }, on: '2022-04-08', from: '2022-04-01', reason: 'Lelang diulang' },
      done: [{ id: survey, title: 'Survei saluran' }],
      evidence: [],
    });
    expect(await moves()).toMatchObject([
      { milestone_id: contract, from_on: '2022-04-01', to_on: '2022-04-08', by_id: here.city.staffPu.id, check_in_id: sent.id },
    ]);
    expect(await milestone(survey)).toMatchObject({ reported_done_on: '2022-03-17', confirmed_at: null });
    expect(await milestone(contract)).toMatchObject({ planned_on: '2022-04-01', promised_on: '2022-04-08' });
    expect(await here.harness.as(here.city.lurahA1)(readCheckIn, { params: { id: sent.id } })).toEqual(sent);
    here.harness.clock.advanceHours(1);
    const second = await send({ progress: 40 });
    const listed = await here.harness.as(here.city.headHealth)(listCheckIns, { params: params(), query: { limit: 1 } });
    expect(listed.items).toEqual([second]);
    const rest = await here.harness.as(here.city.headHealth)(listCheckIns, { params: params(), query: { cursor: listed.next! } });
    expect(rest).toEqual({ items: [sent], next: null });
  });

  it('sent twice, also at once, is kept once', async () => {
    const body = here.fields({ promise: { milestoneId: here.milestones[1], on: '2022-04-08', reason: 'Lelang diulang' } });
    const [first, second] = await Promise.all([1, 2].map(() => pic()(sendCheckIn, { params: params(), body })));
    expect(second).toEqual(first);
    here.harness.clock.advanceHours(30);
    expect(await pic()(sendCheckIn, { params: params(), body })).toEqual(first);
    expect(await moves()).toHaveLength(1);
    const { items } = await pic()(listCheckIns, { params: params() });
    expect(items).toHaveLength(1);
  });

  it('is only the word of who is in charge', async () => {
    for (const who of [here.city.headPu, here.city.assistant1, here.city.mayor, here.city.staffPu2]) {
      const refused = here.harness.as(who)(sendCheckIn, { params: params(), body: here.fields() });
      expect((await here.harness.refusal(refused)).code, who.name).toBe('check-in-not-in-charge');
      const form = here.harness.as(who)(readCheckInForm, { params: params() });
      expect((await here.harness.refusal(form)).code, who.name).toBe('check-in-not-in-charge');
    }
    const elsewhere = pic()(sendCheckIn, { params: params(), body: { ...here.fields(), unitId: here.city.units.health } });
    expect((await here.harness.refusal(elsewhere)).status).toBe(403);
    const nowhere = pic()(sendCheckIn, { params: { id: here.id() }, body: here.fields() });
    expect((await here.harness.refusal(nowhere)).status).toBe(404);
  });

  it('does not take the id of another report', async () => {
    const sent = await send();
    await here.harness.db.updateTable('programmes.check_in').set({ by_id: here.city.headPu.id }).where('id', '=', sent.id).execute();
    expect((await here.harness.refusal(send({ id: sent.id }))).code).toBe('check-in-id-taken');
  });
});

describe('a promise', () => {
  const promise = (milestoneId: string, on: string, reason = '') => send({ promise: { milestoneId, on, reason } });
  const code = async (call: Promise<unknown>) => (await here.harness.refusal(call)).code;

  it('that leaves the date as it is moves nothing; one that moves it needs its reason and a day to come', async () => {
    const [, contract] = here.milestones;
    expect((await promise(contract, '2022-04-01')).promise).toMatchObject({ on: '2022-04-01', from: null });
    expect(await moves()).toEqual([]);
    expect(await code(promise(contract, '2022-04-02'))).toBe('check-in-move-without-reason');
    expect(await code(promise(contract, '2022-03-16', 'Lebih cepat'))).toBe('check-in-promise-in-past');
    expect(await code(promise(here.id(), '2022-04-02', 'x'))).toBe('check-in-milestone-elsewhere');
    expect((await promise(here.milestones[2], '2022-04-20', 'Alat berat datang terlambat')).promise).toMatchObject({ from: '2022-04-01' });
    expect((await promise(here.milestones[2], '2022-04-25', 'Hujan')).promise).toMatchObject({ from: '2022-04-20' });
    expect(await moves()).toHaveLength(2);
  });

  it('is not made about what is done, and a refused report leaves nothing behind', async () => {
    const [survey] = here.milestones;
    const both = send({ doneMilestoneIds: [survey], promise: { milestoneId: survey, on: '2022-04-08', reason: 'x' } });
    expect(await code(both)).toBe('check-in-promise-of-done');
    expect(await milestone(survey)).toMatchObject({ reported_done_on: null });
    expect((await pic()(listCheckIns, { params: params() })).items).toEqual([]);
  });
});

describe('the form', () => {
  it('holds the deadline owed, the last progress and what is still to be done', async () => {
    const read = () => pic()(readCheckInForm, { params: params() });
    expect(await read()).toMatchObject({
      dueAt: '2022-03-18T08:00:00.000Z',
      isLate: false,
      progress: null,
      sent: null,
      unit: { id: here.city.units.pu },
      person: { id: here.city.staffPu.id },
      milestones: here.milestones.map((id) => ({ id, promisedOn: '2022-04-01' })),
    });
    here.harness.clock.set('2022-03-21T10:00:00+08:00');
    expect(await read()).toMatchObject({ dueAt: '2022-03-18T08:00:00.000Z', isLate: true });
    await send({ doneMilestoneIds: [here.milestones[0]] });
    expect(await read()).toMatchObject({ dueAt: '2022-03-25T08:00:00.000Z', isLate: false, progress: 30 });
    expect((await read()).milestones).toHaveLength(2);
  });
});
