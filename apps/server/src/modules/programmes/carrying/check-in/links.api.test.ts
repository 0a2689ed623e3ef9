import { listCheckIns, readCheckInLink, sendCheckIn, sendCheckInByLink, type CheckInFields } from '@makaverse/contract/programmes-check-in';
import { replacePersonInCharge } from '@makaverse/contract/programmes';
import { readToday } from '@makaverse/contract/today';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { photoOf, sendPhoto } from './testing/photos.ts';
import { reportingCity, type ReportingCity } from './testing/reporting-city.ts';

const opened: ReportingCity[] = [];
let here: ReportingCity;
beforeEach(async () => {
  // Wednesday; the report is due on Friday at four, so its reminder leaves on Thursday at eight.
  here = await reportingCity('2022-03-16T12:00:00+08:00');
  opened.push(here);
  await here.harness.settle();
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.harness.close())));

const at = (instant: string) => here.harness.clock.set(`${instant}+08:00`);
async function reminders(): Promise<string[]> {
  await here.harness.app.runRecurring();
  await here.harness.settle();
  return here.harness.letters.filter((letter) => letter.subject.startsWith('Laporan kemajuan')).map((letter) => letter.text);
}
async function linked(): Promise<string> {
  at('2022-03-17T08:00:00');
  const [letter] = await reminders();
  return /\/lapor\/([\w-]+)/.exec(letter!)![1]!;
}
const anybody = () => here.harness.as(null);
const open = (token: string) => anybody()(readCheckInLink, { params: { token } });
const fields = (wishes?: Partial<CheckInFields>): CheckInFields => {
  const { unitId: _, ...rest } = here.fields(wishes);
  return rest;
};
const send = (token: string, body = fields()) => anybody()(sendCheckInByLink, { params: { token }, body });
const code = async (call: Promise<unknown>) => (await here.harness.refusal(call)).code;

describe('the reminder', () => {
  it('leaves once, on the working day before, to who is in charge, and not where the report is there already', async () => {
    at('2022-03-17T07:59:00');
    expect(await reminders()).toEqual([]);
    at('2022-03-17T08:00:00');
    const [letter, ...more] = await reminders();
    expect(more).toEqual([]);
    expect(letter).toContain('Jumat, 18 Maret 2022');
    expect(await reminders()).toHaveLength(1);
    const told = here.harness.letters.filter((one) => one.subject.startsWith('Laporan kemajuan'));
    expect(told.map((one) => one.to.name)).toEqual([here.city.staffPu.name]);
    at('2022-03-22T10:00:00');
    await here.harness.as(here.city.staffPu)(sendCheckIn, { params: { id: here.programmeId }, body: here.fields() });
    await here.harness.as(here.city.staffPu)(sendCheckIn, { params: { id: here.programmeId }, body: here.fields() });
    at('2022-03-24T08:00:00');
    const answeredEarly = await reminders();
    expect(answeredEarly, 'the late report answered last Friday; the second one this Friday').toHaveLength(1);
  });

  it('is an ask on the page of who is in charge until he reported, late after the deadline', async () => {
    const asks = async () =>
      (await here.harness.as(here.city.staffPu)(readToday)).asks.filter((ask) => ask.kind === 'check-in').map((ask) => ask.isLate);
    expect(await asks()).toEqual([]);
    at('2022-03-17T09:00:00');
    expect(await asks()).toEqual([false]);
    at('2022-03-21T09:00:00');
    expect(await asks()).toEqual([true]);
    await here.harness.as(here.city.staffPu)(sendCheckIn, { params: { id: here.programmeId }, body: here.fields() });
    expect(await asks()).toEqual([]);
  });
});

describe('the link', () => {
  it('opens one report without sign-in, takes it once, also when sent twice, and then only its photos', async () => {
    const token = await linked();
    expect(await open(token)).toMatchObject({
      person: { id: here.city.staffPu.id },
      unit: { id: here.city.units.pu },
      dueAt: '2022-03-18T08:00:00.000Z',
      sent: null,
      milestones: [{}, {}, {}],
    });
    const photo = { id: here.id(), bytes: await photoOf(1) };
    expect((await sendPhoto(here.harness, { token }, photo)).status, 'a photo before its report').toBe(410);
    const body = fields({ promise: { milestoneId: here.milestones[0], on: '2022-04-10', reason: 'Hujan' } });
    const kept = await send(token, body);
    expect(kept).toMatchObject({ via: 'link', by: { id: here.city.staffPu.id }, promise: { from: '2022-04-01', on: '2022-04-10' } });
    expect(await send(token, body)).toEqual(kept);
    expect((await sendPhoto(here.harness, { token }, photo)).status).toBe(200);
    expect((await sendPhoto(here.harness, { token }, photo)).status).toBe(200);
    expect(await code(send(token))).toBe('check-in-link-over');
    expect(await open(token)).toMatchObject({ sent: { id: kept.id, photos: 1 }, milestones: [], progress: null });
    const { items } = await here.harness.as(here.city.mayor)(listCheckIns, { params: { id: here.programmeId } });
    expect(items.map((one) => [one.id, one.evidence.length])).toEqual([[kept.id, 1]]);
  });

  it('keeps nothing of itself but a hash, and is no way in to anything else', async () => {
    const token = await linked();
    const rows = await here.harness.db.selectFrom('programmes.check_in_link').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    const jobs = await here.harness.db.executeQuery<{ data: unknown }>({ sql: 'select data from pgboss.job', parameters: [] } as never);
    expect(JSON.stringify(jobs.rows)).not.toContain(token);
    for (const url of ['/api/today', `/api/programmes/${here.programmeId}`, `/api/programmes/${here.programmeId}/check-ins`]) {
      const reply = await here.harness.callRaw(null, { method: 'GET', url, headers: { cookie: `makaverse=${token}` } });
      expect(reply.statusCode, url).toBe(401);
    }
    const opened = await here.harness.callRaw(null, { method: 'GET', url: `/api/check-in-links/${token}` });
    expect(opened.headers['set-cookie']).toBeUndefined();
  });

  it('ends a day after the deadline, and with the person’s office or part', async () => {
    const token = await linked();
    const guessed = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect(await code(open(guessed))).toBe('check-in-link-over');
    at('2022-03-19T15:59:00');
    expect((await open(token)).isLate).toBe(true);
    at('2022-03-19T16:00:00');
    expect(await code(open(token))).toBe('check-in-link-over');
    expect(await code(send(token))).toBe('check-in-link-over');
    await here.harness.app.runRecurring();
    await here.harness.settle();
    expect(await here.harness.db.selectFrom('programmes.check_in_link').selectAll().execute()).toEqual([]);
  });

  it('is over when somebody else is to be in charge', async () => {
    const token = await linked();
    const { id, version } = await here.harness.db
      .selectFrom('programmes.nomination')
      .select(['id', 'version'])
      .where('seat_kind', '=', 'programme')
      .executeTakeFirstOrThrow();
    await here.harness.as(here.city.headPu)(replacePersonInCharge, { params: { id }, body: { reason: 'Pindah tugas', version } });
    expect(await code(open(token))).toBe('check-in-link-over');
    expect(await code(send(token))).toBe('check-in-link-over');
  });
});
