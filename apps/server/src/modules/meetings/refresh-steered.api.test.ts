import { readMeeting } from '@makaverse/contract/meetings';
import { steerRefresh } from '@makaverse/contract/meetings-room';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { drawnRefresh, type DrawnRefresh } from './testing/drawn-refresh.ts';

let harness: Harness;
let city: SmallCity;
let refresh: DrawnRefresh;
/** Keys of the camat's directive (5 minutes), that of Pekerjaan Umum and that of Kesehatan (4 each), in the order drawn. */
let keys: readonly [string, string, string];
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
beforeEach(async () => {
  refresh = await drawnRefresh(harness, city);
  const [camat, pu, health] = (await refresh.read()).order;
  keys = [camat!, pu!, health!];
});
afterAll(() => harness.close());

const audited = () =>
  harness.db
    .selectFrom('platform.audit')
    .select(['action', 'data', 'actor_id'])
    .where('object_id', '=', refresh.id)
    .where('action', 'like', 'refresh.%')
    .orderBy('seq')
    .execute();

describe('the chair', () => {
  it('pins: what is pinned stands there though something weightier does not fit any more', async () => {
    const drawn = await refresh.steer({ minutesGiven: 5, pins: [keys[2]] });
    expect(drawn).toMatchObject({ order: [keys[2]], minutesUsed: 4 });
    expect(drawn.candidates.find((one) => one.key === keys[2])).toMatchObject({ isSelected: true, isPinned: true });
    expect(drawn.candidates.find((one) => one.key === keys[0])).toMatchObject({ isSelected: false, leftOut: 'no-room' });
    expect(await refresh.steer({ pins: [] })).toMatchObject({ order: [keys[0]] });
  });

  it('drops with a reason, which is read beside what is out, and takes the drop back', async () => {
    const reason = 'Sudah dibahas dengan kedua camat.';
    const drawn = await refresh.steer({ drops: [{ key: keys[0], reason }] });
    expect(drawn.order).toEqual([keys[1], keys[2]]);
    expect(drawn.candidates.at(-1)).toMatchObject({ key: keys[0], isSelected: false, dropReason: reason, leftOut: 'dropped' });
    expect((await refresh.read(city.secretary)).candidates.at(-1)?.dropReason).toBe(reason);
    expect((await refresh.steer({ drops: [] })).order).toContain(keys[0]);
  });

  it('reorders; what he does not name follows', async () => {
    expect((await refresh.steer({ order: [keys[2], keys[0], keys[1]] })).order).toEqual([keys[2], keys[0], keys[1]]);
    expect((await refresh.steer({ order: [keys[1]] })).order).toEqual([keys[1], keys[0], keys[2]]);
  });

  it('is kept to what is possible, with a sentence that says why', async () => {
    const tooLong = await harness.refusal(refresh.steer({ minutesGiven: 8, pins: [keys[0], keys[1]] }));
    expect(tooLong).toMatchObject({
      status: 422,
      code: 'refresh-pins-too-long',
      title: 'Pokok yang disematkan perlu 9 menit, waktu hanya 8 menit',
      detail: 'Tambah waktunya atau lepas salah satu sematan.',
    });
    const drops = [{ key: keys[0], reason: 'Selesai' }];
    expect(await harness.refusal(refresh.steer({ pins: [keys[0]], drops }))).toMatchObject({
      status: 422,
      code: 'refresh-pinned-and-dropped',
    });
    expect(await refresh.read()).toMatchObject({ minutesGiven: 60, version: 1 });
    expect(await audited()).toEqual([]);
    expect(await refresh.steer({ minutesGiven: 9, pins: [keys[0], keys[1]] })).toMatchObject({ minutesUsed: 9 });
  });

  it('may name a topic that has ended meanwhile; it is without effect and comes back with its trouble', async () => {
    const ended = keys[0].replace('silent', 'late');
    expect(await refresh.steer({ pins: [ended], order: [ended, keys[2]] })).toMatchObject({ order: [keys[2], keys[0], keys[1]] });
  });

  it('overwrites nobody unseen: of two who steer from the same reading one does, and the other is shown what stands now', async () => {
    const { version } = await refresh.read();
    const steer = (who: { id: string }, dropped: string): Promise<unknown> =>
      harness.as(who)(steerRefresh, {
        params: { id: refresh.id },
        body: { minutesGiven: 60, pins: [], drops: [{ key: dropped, reason: 'Ditunda' }], order: [], version },
      });
    const both = await Promise.allSettled([steer(city.mayor, keys[0]), steer(city.clerk, keys[1])]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const won = both.findIndex((one) => one.status === 'fulfilled');
    const lost = both.find((one) => one.status === 'rejected')!;
    const problem = await harness.refusal(Promise.reject(lost.reason as Error));
    expect(problem).toMatchObject({ status: 409, code: 'edit-conflict', current: { version: version + 1 } });
    expect(problem.current).toEqual(await refresh.read(won === 0 ? city.clerk : city.mayor));
    expect((await refresh.read()).candidates.find((one) => one.dropReason !== null)?.key).toBe(keys[won]);
    expect(await audited()).toHaveLength(1);
  });

  it('leaves a line in the log: who, what, and the reason by its digest only', async () => {
    await refresh.steer({ minutesGiven: 30, drops: [{ key: keys[0], reason: 'Rahasia keluarga' }] }, city.clerk);
    const [line] = await audited();
    expect(line).toMatchObject({ action: 'refresh.steered', actor_id: city.clerk.id });
    expect(line!.data).toContain(keys[0]);
    expect(line!.data).not.toContain('Rahasia');
  });

  it('steers no more once the meeting is called off', async () => {
    await harness.db
      .updateTable('meetings.meeting')
      .set({ state: 'cancelled', cancelled_at: harness.clock.now(), cancel_reason: 'Hujan.' })
      .where('id', '=', refresh.id)
      .execute();
    expect(await harness.refusal(refresh.steer({ minutesGiven: 30 }))).toMatchObject({ status: 409, code: 'refresh-already-held' });
    expect(await harness.refusal(refresh.adopt())).toMatchObject({ status: 409, code: 'refresh-already-held' });
    expect(await harness.as(city.mayor)(readMeeting, { params: { id: refresh.id } })).toMatchObject({ agenda: [] });
  });
});

describe('hostile steering', () => {
  it('is refused with a clear word and writes nothing', async () => {
    const good = { minutesGiven: 60, pins: [], drops: [], order: [], version: 1 };
    const bad: readonly object[] = [
      { minutesGiven: 4 },
      { minutesGiven: 601 },
      { minutesGiven: 7.5 },
      { minutesGiven: '60' },
      { pins: ['a\u0000b'] },
      { pins: ["silent:directive:'; drop table meetings.steering; --"] },
      { pins: [`${keys[0]}x`] },
      { pins: Array.from({ length: 201 }, () => keys[0]) },
      { drops: [{ key: keys[0] }] },
      { drops: [{ key: keys[0], reason: '   ' }] },
      { drops: [{ key: keys[0], reason: 'a\u0000b' }] },
      { drops: [{ key: keys[0], reason: 'a'.repeat(501) }] },
      { drops: [{ key: keys[0], reason: '\uD800' }] },
      { order: 'semua' },
      { version: 0 },
    ];
    const outcomes: (readonly [string, number])[] = [];
    for (const part of bad) {
      const reply = await harness.callRaw(city.mayor, {
        method: 'PUT',
        url: `/api/meetings/${refresh.id}/refresh`,
        payload: { ...good, ...part },
      });
      outcomes.push([JSON.stringify(part).slice(0, 60), reply.statusCode]);
    }
    expect(outcomes).toEqual(bad.map((part) => [JSON.stringify(part).slice(0, 60), 422]));
    expect(await refresh.read()).toMatchObject({ version: 1, minutesGiven: 60 });
  });

  it('keeps the words of a reason as they are', async () => {
    const reason = `'; drop table meetings.meeting; -- <script>alert(1)</script> {{title}} %s \u202E🌊`;
    const drawn = await refresh.steer({ drops: [{ key: keys[0], reason }] });
    expect(drawn.candidates.find((one) => one.key === keys[0])?.dropReason).toBe(reason);
  });
});
