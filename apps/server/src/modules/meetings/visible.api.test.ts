import { delegate } from '@makaverse/contract/identity-directory';
import { listMeetings, readMeeting } from '@makaverse/contract/meetings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { calledMeeting } from './testing/called-meeting.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness();
  city = await smallCity(harness);
});
afterAll(() => harness.close());

describe('the list and the page of a meeting', () => {
  it('are open to the same people: the right in words and the right in SQL are one', async () => {
    const { pu, kecamatanA, kelurahanA1 } = city.units;
    const term = { validFrom: '2022-03-15', validUntil: '2022-03-15', reason: 'Wali Kota di Jakarta' };
    await harness.as(city.mayor)(delegate, { body: { toPersonId: city.assistant2.id, power: 'chair', ...term } });
    const meetings = [
      await calledMeeting(harness, city),
      await calledMeeting(harness, city, { state: 'draft' }),
      await calledMeeting(harness, city, { state: 'cancelled', unitIds: [pu] }),
      await calledMeeting(harness, city, { unitIds: [kecamatanA] }),
      await calledMeeting(harness, city, { unitIds: [kelurahanA1] }),
    ];
    // One is chaired and written down by people who read no meeting by office.
    await harness.db.updateTable('meetings.meeting').set({ chair_id: city.headWater.id }).where('id', '=', meetings[4]!.id).execute();
    await harness.db
      .updateTable('meetings.meeting_clerk')
      .set({ person_id: city.ppid.id })
      .where('meeting_id', '=', meetings[4]!.id)
      .execute();
    const { units: _, ...people } = city;
    const seen: Record<string, number> = {};
    for (const [role, person] of Object.entries(people) as [string, Citizen][]) {
      const call = harness.as(person);
      const listed = new Set((await call(listMeetings, { query: { limit: 200 } })).items.map((one) => one.id));
      const read = await Promise.allSettled(meetings.map(({ id }) => call(readMeeting, { params: { id } })));
      const isRead = read.map((one) => one.status === 'fulfilled');
      expect([role, ...meetings.map(({ id }) => listed.has(id))]).toEqual([role, ...isRead]);
      seen[role] = isRead.filter(Boolean).length;
    }
    expect(seen).toMatchObject({
      mayor: 5,
      clerk: 5,
      headPu: 2,
      camatA: 2,
      camatB: 1,
      lurahA1: 1,
      headWater: 1,
      ppid: 1,
      lurahB1: 0,
      admin: 0,
    });
  });
});
