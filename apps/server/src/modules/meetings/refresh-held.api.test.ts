import { acknowledgeTask, readCascade } from '@makaverse/contract/directives';
import { callMeeting, makeNextMeeting, readMeeting } from '@makaverse/contract/meetings';
import { closeMeeting, keepDirective, moveToItem, readRoom, startMeeting } from '@makaverse/contract/meetings-room';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { drawnRefresh, refreshBy, type DrawnRefresh } from './testing/drawn-refresh.ts';

let harness: Harness;
let city: SmallCity;
let refresh: DrawnRefresh;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
  refresh = await drawnRefresh(harness, city);
});
afterAll(() => harness.close());

/** Opens the adopted refresh, takes it through its agenda, gives one directive more, and closes it. */
async function hold(): Promise<string> {
  const params = { id: refresh.id };
  const mayor = harness.as(city.mayor);
  await harness.as(city.clerk)(callMeeting, { params, body: { version: (await refresh.meeting()).version } });
  harness.clock.set('2022-03-22T09:00:00+08:00');
  const { agenda, version } = await mayor(startMeeting, { params, body: { version: (await refresh.meeting()).version } });
  for (const item of agenda) {
    await mayor(moveToItem, { params, body: { itemId: item.id } });
    const room = await mayor(readRoom, { params });
    expect(room.current).toMatchObject({ id: item.id, reason: item.reason });
    expect(room.secondsGiven).toBe(item.minutes * 60);
  }
  const given = await harness.as(city.clerk)(keepDirective, {
    params,
    body: {
      words: 'Laporkan debit air tiap pagi.',
      deadline: '2022-04-14',
      measure: 'Laporan tiap pagi',
      reviewerId: city.assistant1.id,
      addressees: [{ unitId: city.units.water, picId: city.headWater.id, nominationDueOn: null }],
    },
  });
  harness.clock.set('2022-03-22T10:00:00+08:00');
  await mayor(closeMeeting, { params, body: { version } });
  return given.id;
}
async function acknowledge(who: { id: string; unitId: string }, directiveId: string): Promise<void> {
  const { tasks } = await harness.as(city.mayor)(readCascade, { params: { id: directiveId } });
  const { id } = tasks.find((one) => one.unit.id === who.unitId)!;
  await harness.as(who)(acknowledgeTask, { params: { id }, body: { words: 'Kami mengerjakannya mulai Senin pekan ini.' } });
}

describe('a refresh that was held', () => {
  it('is steered no more, and the next starts from what is still open, of it and of what it went back to', async () => {
    const [camat, pu] = (await refresh.read()).order;
    await refresh.steer({ drops: [{ key: camat!, reason: 'Ditunda sepekan.' }] });
    await refresh.adopt();
    const given = await hold();
    expect(await harness.refusal(refresh.steer({ minutesGiven: 30 }))).toMatchObject({ status: 409, code: 'refresh-already-held' });
    expect(await harness.refusal(refresh.adopt())).toMatchObject({ status: 409, code: 'refresh-already-held' });
    expect(await refresh.read()).toMatchObject({ maySteer: false });

    const directives = refresh.earlier.directives.map((one) => one.id);
    harness.clock.set('2022-03-23T09:00:00+08:00');
    await acknowledge(city.headPu, directives[0]!);
    harness.clock.set('2022-03-29T08:00:00+08:00');
    const body = { startsAt: '2022-03-29T09:00:00+08:00', minutes: 60 };
    const made = await harness.as(city.clerk)(makeNextMeeting, { params: { id: refresh.id }, body });
    expect(made).toMatchObject({ title: 'Penyegaran Rakorsus Banjir', refreshOf: { id: refresh.id }, agenda: [] });
    const next = refreshBy(harness, city, { id: made.id, earlier: refresh.earlier });
    const drawn = await next.read();
    expect(drawn).toMatchObject({ version: 1, isAdopted: false, minutesGiven: 60 });
    // Nothing of the former steering is carried over: what was put off is there again, later than before.
    expect(drawn.candidates.filter((one) => one.isPinned || one.dropReason !== null)).toEqual([]);
    expect(drawn.candidates.find((one) => one.key === camat)).toMatchObject({
      isSelected: true,
      reason: expect.stringContaining('8 hari kerja'),
    });
    expect(drawn.candidates.map((one) => one.key)).not.toContain(pu);
    expect(drawn.candidates.map((one) => one.key)).toContain(`without-nominee:directive:${directives[0]!}`);
    // Given in the refresh: its unit is silent, and the person named has not said yes.
    const ofThisOne = drawn.candidates.filter((one) => one.key.endsWith(given)).map((one) => one.kind);
    expect(ofThisOne.toSorted()).toEqual(['awaiting-acceptance', 'silent']);
    expect((await harness.as(city.mayor)(readMeeting, { params: { id: refresh.id } })).agenda).toHaveLength(2);
  });

  it('may lead on to a third, and a line that bites its own tail still ends', async () => {
    const row = await harness.db
      .selectFrom('meetings.meeting')
      .select(['id'])
      .where('refresh_of_id', '=', refresh.id)
      .executeTakeFirstOrThrow();
    await harness.db.updateTable('meetings.meeting').set({ refresh_of_id: row.id }).where('id', '=', refresh.id).execute();
    const tail = refreshBy(harness, city, { id: row.id, earlier: refresh.earlier });
    expect((await tail.read()).candidates).toHaveLength(2);
    await harness.db.updateTable('meetings.meeting').set({ refresh_of_id: refresh.earlier.id }).where('id', '=', refresh.id).execute();
    expect((await tail.read()).candidates.length).toBeGreaterThan(2);
  });
});
