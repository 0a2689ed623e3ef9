import {
  callMeeting,
  cancelMeeting,
  changeMeeting,
  draftMeeting,
  listMeetings,
  makeFeedAddress,
  readMeeting,
} from '@makaverse/contract/meetings';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { said } from './testing/said.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ now: '2022-03-08T10:00:00+08:00' });
  city = await smallCity(harness);
});
afterAll(() => harness.close());

const eventIn = (content: string): ICAL.Component => new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent('vevent')!;

describe('a meeting from draft to call', () => {
  it('is drafted from the template, with a slot for each presenting unit', async () => {
    const draft = await harness.as(city.clerk)(draftMeeting, { body: { ...said(city), template: 'rakorsus' } });
    expect(draft).toMatchObject({ state: 'draft', kind: 'rakorsus', chair: { id: city.mayor.id }, mayDo: ['edit', 'call', 'cancel'] });
    const slots = draft.agenda.filter((item) => item.kind === 'slot');
    const presenting = ['secretariat', 'pu', 'health', 'inspectorate', 'water', 'kecamatanA', 'kecamatanB'] as const;
    expect(slots.map((slot) => slot.presenter!.id).toSorted()).toEqual(presenting.map((key) => city.units[key]).toSorted());
    expect(draft.agenda.reduce((sum, item) => sum + item.minutes, 0)).toBeLessThanOrEqual(410);
  });

  it('is nobody’s business before the call, and everybody’s invited after it, by mail with a calendar object', async () => {
    const draft = await harness.as(city.clerk)(draftMeeting, { body: { ...said(city), template: 'none' } });
    const params = { id: draft.id };
    await expect(harness.as(city.headPu)(readMeeting, { params })).rejects.toMatchObject({ problem: { status: 404 } });
    harness.letters.length = 0;
    await harness.as(city.clerk)(callMeeting, { params, body: { version: draft.version } });
    await harness.settle();
    const read = await harness.as(city.headPu)(readMeeting, { params });
    expect(read).toMatchObject({ state: 'called', mayDo: ['check-in'] });
    await expect(harness.as(city.lurahA1)(readMeeting, { params })).rejects.toMatchObject({ problem: { status: 404 } });
    const letter = harness.letters.find((one) => one.to.address === city.headPu.email)!;
    expect(letter.subject).toContain('Undangan: Rapat Koordinasi Khusus');
    const event = eventIn(letter.calendar!.content);
    expect(event.getFirstPropertyValue('uid')).toContain(draft.id);
    expect(event.getFirstProperty('attendee')!.getFirstValue()).toBe(`mailto:${city.headPu.email}`);
    expect(harness.letters.filter((one) => one.to.address === city.mayor.email)).toHaveLength(1);
    expect(harness.letters.some((one) => one.to.address === city.lurahA1.email)).toBe(false);
  });

  it('tells of changes with the next sequence, of withdrawals and of the cancellation', async () => {
    const draft = await harness.as(city.clerk)(draftMeeting, { body: { ...said(city), template: 'none' } });
    const params = { id: draft.id };
    const called = await harness.as(city.clerk)(callMeeting, { params, body: { version: draft.version } });
    await harness.settle();
    harness.letters.length = 0;
    const body = { ...said(city), groups: ['all-kecamatan' as const], place: 'Anjungan Losari', version: called.version };
    const changed = await harness.as(city.clerk)(changeMeeting, { params, body });
    await harness.settle();
    const toCamat = harness.letters.find((one) => one.to.address === city.camatA.email)!;
    expect(toCamat.calendar!.method).toBe('REQUEST');
    expect(eventIn(toCamat.calendar!.content).getFirstPropertyValue('sequence')).toBe(1);
    const toPu = harness.letters.find((one) => one.to.address === city.headPu.email)!;
    expect(toPu.calendar!.method).toBe('CANCEL');
    await expect(harness.as(city.headPu)(readMeeting, { params })).rejects.toMatchObject({ problem: { status: 404 } });
    harness.letters.length = 0;
    const cancelled = await harness.as(city.mayor)(cancelMeeting, {
      params,
      body: { reason: 'Banjir di Manggala', version: changed.version },
    });
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: 'Banjir di Manggala', mayDo: [] });
    await harness.settle();
    const last = harness.letters.find((one) => one.to.address === city.camatA.email)!;
    expect(last.text).toContain('Banjir di Manggala');
    expect(eventIn(last.calendar!.content).getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('keeps the moment of a call honest and the list in order: the next first', async () => {
    const late = await harness.as(city.clerk)(draftMeeting, {
      body: { ...said(city), startsAt: '2022-03-01T09:00:00+08:00', endsAt: '2022-03-01T10:00:00+08:00', template: 'none' },
    });
    const problem = await harness.refusal(
      harness.as(city.clerk)(callMeeting, { params: { id: late.id }, body: { version: late.version } }),
    );
    expect(problem).toMatchObject({ status: 422, code: 'meeting-starts-in-past' });
    const first = await harness.as(city.mayor)(listMeetings, { query: { limit: 2 } });
    const rest = await harness.as(city.mayor)(listMeetings, { query: { limit: 200, cursor: first.next! } });
    const all = await harness.as(city.mayor)(listMeetings, { query: { limit: 200 } });
    expect([...first.items, ...rest.items].map((one) => one.id)).toEqual(all.items.map((one) => one.id));
    expect(all.items.at(-1)!.id).toBe(late.id);
  });
});

describe('the feed of a person', () => {
  it('shows his meetings under a secret address, and nothing under the one before', async () => {
    const draft = await harness.as(city.clerk)(draftMeeting, { body: { ...said(city), title: 'Rapat di kalender', template: 'none' } });
    await harness.as(city.clerk)(callMeeting, { params: { id: draft.id }, body: { version: draft.version } });
    const first = await harness.as(city.headHealth)(makeFeedAddress);
    const second = await harness.as(city.headHealth)(makeFeedAddress);
    const read = async (url: string) => harness.callRaw(null, { method: 'GET', url: new URL(url).pathname });
    expect((await read(first.url)).statusCode).toBe(404);
    const feed = await read(second.url);
    expect(feed.headers['content-type']).toContain('text/calendar');
    const events = new ICAL.Component(ICAL.parse(feed.body)).getAllSubcomponents('vevent');
    expect(events.map((event) => event.getFirstPropertyValue('summary'))).toContain('Rapat di kalender');
    const outsider = await harness.as(city.lurahA1)(makeFeedAddress);
    expect((await read(outsider.url)).body).not.toContain('Rapat di kalender');
  });
});
