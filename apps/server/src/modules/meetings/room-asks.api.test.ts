import { delegate } from '@makaverse/contract/identity-directory';
import { checkInRoom, checkInSelf, closeMeeting } from '@makaverse/contract/meetings-room';
import type { Ask } from '@makaverse/contract/today';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { roomAsks } from './room/asks.ts';
import { calledMeeting } from './testing/called-meeting.ts';

const morning = '2022-03-15T08:00:00+08:00';
let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
afterAll(() => harness.close());

/** What one meeting asks of a person now. */
async function asksOf(who: { id: string }, meetingId: string, language: 'id' | 'en' = 'id'): Promise<Ask[]> {
  const asks = await roomAsks({ ...(await harness.contextOf(who)), language });
  return asks.filter((one) => one.key.includes(meetingId));
}

describe('what meetings ask', () => {
  it('is to come, of who speaks for an invited unit, until the unit is on the list', async () => {
    harness.clock.set('2022-03-14T08:00:00+08:00');
    const meeting = await calledMeeting(harness, city, { startsAt: '2022-03-15T19:00:00+08:00' });
    const [ask] = await asksOf(city.headPu, meeting.id);
    expect(ask).toMatchObject({
      key: `attend-meeting:${meeting.id}:${city.units.pu}`,
      kind: 'attend-meeting',
      title: 'Hadir: Rakorsus Banjir',
      detail: 'Dinas Pekerjaan Umum diundang Selasa, 15 Maret 2022, 19.00 WITA, Baruga Anging Mammiri.',
      from: { id: city.mayor.id },
      dueAt: '2022-03-15T11:00:00.000Z',
      isLate: false,
      href: `/rapat/${meeting.id}/hadir`,
    });
    expect(await asksOf(city.secretaryPu, meeting.id)).toHaveLength(1);
    for (const other of [city.staffPu, city.headWater, city.lurahA1]) expect(await asksOf(other, meeting.id)).toEqual([]);
    await harness.as(city.staffPu)(checkInSelf, { params: { id: meeting.id } });
    expect(await asksOf(city.headPu, meeting.id)).toEqual([]);
    harness.clock.set('2022-03-15T20:00:00+08:00');
    expect(await asksOf(city.headHealth, meeting.id, 'en')).toMatchObject([{ title: 'Attend: Rakorsus Banjir', isLate: true }]);
    harness.clock.set('2022-03-15T21:00:01+08:00');
    expect(await asksOf(city.headHealth, meeting.id)).toEqual([]);
  });

  it('is to open it on the day, of chair, clerk and who stands in; then to close it', async () => {
    harness.clock.set('2022-03-14T23:59:00+08:00');
    const meeting = await calledMeeting(harness, city, { startsAt: '2022-03-15T19:00:00+08:00' });
    expect(await asksOf(city.mayor, meeting.id)).toEqual([]);
    harness.clock.set(morning);
    expect(await asksOf(city.mayor, meeting.id)).toMatchObject([
      { key: `run-meeting:${meeting.id}`, title: 'Buka rapat: Rakorsus Banjir', from: null, href: `/rapat/${meeting.id}/pimpinan` },
    ]);
    expect(await asksOf(city.clerk, meeting.id)).toMatchObject([
      { title: 'Siapkan notulis: Rakorsus Banjir', from: { id: city.mayor.id }, href: `/rapat/${meeting.id}/notulis` },
    ]);
    expect(await asksOf(city.assistant2, meeting.id)).toEqual([]);
    const term = { validFrom: '2022-03-15', validUntil: '2022-03-15', reason: 'Wali Kota di Jakarta' };
    await harness.as(city.mayor)(delegate, { body: { toPersonId: city.assistant2.id, power: 'chair', ...term } });
    expect(await asksOf(city.assistant2, meeting.id)).toMatchObject([{ kind: 'run-meeting', from: { id: city.mayor.id } }]);
    harness.clock.set('2022-03-15T19:02:00+08:00');
    expect((await asksOf(city.mayor, meeting.id))[0]?.isLate).toBe(true);
    await meeting.start();
    expect(await asksOf(city.mayor, meeting.id, 'en')).toMatchObject([
      { title: 'Chair and close: Rakorsus Banjir', isLate: false, dueAt: '2022-03-15T13:00:00.000Z' },
    ]);
    await harness.as(city.mayor)(closeMeeting, { params: { id: meeting.id }, body: { version: 2 } });
    for (const who of [city.mayor, city.clerk, city.assistant2, city.headPu]) expect(await asksOf(who, meeting.id)).toEqual([]);
  });

  it('is nothing while it is a draft or cancelled', async () => {
    harness.clock.set(morning);
    for (const state of ['draft', 'cancelled'] as const) {
      const meeting = await calledMeeting(harness, city, { state });
      for (const who of [city.mayor, city.clerk, city.headPu]) expect(await asksOf(who, meeting.id)).toEqual([]);
    }
  });

  it('asks a person who speaks for two units for each of them', async () => {
    harness.clock.set(morning);
    const meeting = await calledMeeting(harness, city, { unitIds: [city.units.pu, city.units.water] });
    const position = { person_id: city.headPu.id, unit_id: city.units.water, kind: 'head', title: 'Plt. Direktur Utama' } as const;
    const held = { acting: 'plt', valid_from: '2021-01-04', valid_to: null, end_told_at: null, created_at: harness.clock.now() } as const;
    const id = meeting.items.opening;
    await harness.db
      .insertInto('identity.position')
      .values({ id, ...position, ...held })
      .execute();
    expect(await asksOf(city.headPu, meeting.id)).toHaveLength(2);
    const body = { unitId: city.units.water, people: [{ personId: city.headPu.id }] };
    await harness.as(city.headPu)(checkInRoom, { params: { id: meeting.id }, body });
    expect((await asksOf(city.headPu, meeting.id)).map((ask) => ask.key)).toEqual([`attend-meeting:${meeting.id}:${city.units.pu}`]);
  });
});
