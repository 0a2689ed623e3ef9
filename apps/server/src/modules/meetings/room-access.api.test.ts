import { delegate } from '@makaverse/contract/identity-directory';
import { writeItemNotes } from '@makaverse/contract/meetings';
import {
  checkInRoom,
  checkInSelf,
  checkOut,
  closeMeeting,
  keepDirective,
  moveToItem,
  readAttendance,
  readGaps,
  readRoom,
  startMeeting,
} from '@makaverse/contract/meetings-room';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { roomRoutes } from './routes/room.ts';
import { calledMeeting, type CalledMeeting } from './testing/called-meeting.ts';

let harness: Harness;
let city: SmallCity;
let meeting: CalledMeeting;
let attendeeId: string;
beforeAll(async () => {
  harness = await startHarness();
  city = await smallCity(harness);
});
beforeEach(async () => {
  meeting = await calledMeeting(harness, city);
  await meeting.start();
  const params = { id: meeting.id };
  const list = await harness.as(city.headPu)(checkInRoom, { params, body: { unitId: city.units.pu, people: [{ name: 'Sopir' }] } });
  attendeeId = list.items[0]!.id;
});
afterAll(() => harness.close());

/** Every endpoint of the running meeting as one person; new ones must be named here. */
function doors(who: { id: string } | null): Readonly<Record<string, () => Promise<unknown>>> {
  const call = harness.as(who);
  const params = { id: meeting.id };
  return {
    'meetings.start': () => call(startMeeting, { params, body: { version: 2 } }),
    'meetings.move-to-item': () => call(moveToItem, { params, body: { itemId: meeting.items.pu } }),
    'meetings.room': () => call(readRoom, { params }),
    'meetings.keep-directive': () => call(keepDirective, { params, body: { words: 'Keruk kanal.' } }),
    'meetings.write-item-notes': () => call(writeItemNotes, { params: { id: meeting.items.pu }, body: { notes: 'Catatan', version: 1 } }),
    'meetings.gaps': () => call(readGaps, { params }),
    'meetings.attendance': () => call(readAttendance, { params }),
    'meetings.check-in-room': () => call(checkInRoom, { params, body: { unitId: city.units.health, people: [{ name: 'Tamu' }] } }),
    'meetings.check-in-self': () => call(checkInSelf, { params }),
    'meetings.check-out': () => call(checkOut, { params: { ...params, attendeeId } }),
    // Last: nothing is open after it.
    'meetings.close': () => call(closeMeeting, { params, body: { version: 2 } }),
  };
}
async function outcomes(who: { id: string } | null): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const [id, door] of Object.entries(doors(who))) {
    const refused = await door().then(
      () => null,
      (error: unknown) => error,
    );
    seen[id] = refused === null ? 'done' : (await harness.refusal(Promise.reject(refused))).code;
  }
  return seen;
}
const same = (code: string): Record<string, string> => Object.fromEntries(Object.keys(doors(null)).map((id) => [id, code]));
const reads = { 'meetings.room': 'done', 'meetings.gaps': 'done', 'meetings.attendance': 'done' };
/** What is left as it was for whoever only reads. */
async function nothingHappened(): Promise<void> {
  expect(await meeting.read()).toMatchObject({ state: 'running', version: 2, directives: 0 });
  const room = await harness.as(city.mayor)(readRoom, { params: { id: meeting.id } });
  expect(room).toMatchObject({ current: null, people: 1 });
}

describe('who may what in a running meeting', () => {
  it('names every endpoint there is', () => {
    expect(Object.keys(doors(null)).toSorted()).toEqual(roomRoutes.map((route) => route.endpoint.id).toSorted());
  });

  it('is nothing for who is not signed in, and looks like nothing to strangers', async () => {
    expect(await outcomes(null)).toEqual(same('not-signed-in'));
    const strangers: Citizen[] = [city.headWater, city.headBureau, city.lurahA1, city.admin, city.ppid];
    for (const stranger of strangers) expect(await outcomes(stranger)).toEqual(same('record-missing'));
    await nothingHappened();
  });

  it('is reading and coming in for who works in an invited unit, also for its head', async () => {
    for (const member of [city.camatA, city.headHealth])
      expect(await outcomes(member)).toEqual({
        ...same('not-allowed'),
        ...reads,
        'meetings.check-in-self': 'done',
        ...(member === city.headHealth && { 'meetings.check-in-room': 'done' }),
      });
  });

  it('is reading for the leadership, and nothing written', async () => {
    for (const leader of [city.deputyMayor, city.assistant1, city.expert1])
      expect(await outcomes(leader)).toEqual({ ...same('not-allowed'), ...reads, 'meetings.check-in-self': 'unit-not-invited' });
    await nothingHappened();
  });

  it('is everything for chair, clerk and who drafted it', async () => {
    for (const serving of [city.mayor, city.clerk, city.secretary]) {
      // The close is his to press; what he kept a moment ago only lacks its parts.
      const all = { ...same('done'), 'meetings.start': 'meeting-not-called', 'meetings.close': 'meeting-not-closable' };
      expect(await outcomes(serving)).toEqual(all);
      meeting = await calledMeeting(harness, city);
      await meeting.start();
      const own = { params: { id: meeting.id }, body: { unitId: city.units.pu, people: [{ name: 'Sopir' }] } };
      attendeeId = (await harness.as(city.clerk)(checkInRoom, own)).items[0]!.id;
    }
  });

  it('is chairing, not the clerk’s work, for who stands in for the chair', async () => {
    const term = { validFrom: '2022-03-15', validUntil: '2022-03-15', reason: 'Wali Kota di Jakarta' };
    await harness.as(city.mayor)(delegate, { body: { toPersonId: city.assistant2.id, power: 'chair', ...term } });
    expect(await outcomes(city.assistant2)).toEqual({
      ...same('not-allowed'),
      ...reads,
      'meetings.start': 'meeting-not-called',
      'meetings.move-to-item': 'done',
      'meetings.check-in-self': 'done',
      'meetings.close': 'done',
    });
  });
});

describe('hostile input', () => {
  const ids = ['1', "' or 1=1 --", '00000000-0000-0000-0000-000000000000', '../../etc/passwd', 'a'.repeat(3000)];
  const post = (url: string, payload: object) => harness.callRaw(city.clerk, { method: 'POST', url, payload });

  it('is refused with a clear word and writes nothing', async () => {
    const base = `/api/meetings/${meeting.id}`;
    for (const id of ids) {
      const reply = await post(`/api/meetings/${encodeURIComponent(id)}/directives`, { words: 'x' });
      expect([404, 414, 422]).toContain(reply.statusCode);
    }
    const bad: readonly (readonly [string, object])[] = [
      ['directives', { words: 'a'.repeat(4001) }],
      ['directives', { words: 'a\u0000b' }],
      ['directives', { words: '   ' }],
      ['directives', { words: 'x', deadline: '2022-02-31' }],
      ['directives', { words: 'x', spokenAt: 'kemarin' }],
      ['directives', { words: 'x', spokenAt: '+275760-09-13T00:00:00Z' }],
      ['directives', { words: 'x', addressees: Array.from({ length: 301 }, () => ({})) }],
      ['current', { itemId: 'x' }],
      ['current', {}],
      ['close', { version: 0 }],
      ['close', { version: 1e99 }],
      ['attendance/room', { unitId: city.units.pu, people: [] }],
      ['attendance/room', { unitId: city.units.pu, people: Array.from({ length: 201 }, (_, at) => ({ name: `T${at}` })) }],
      ['attendance/room', { unitId: city.units.pu, people: [{ name: 'a'.repeat(201) }] }],
      ['attendance/room', { unitId: city.units.pu, people: [{ name: '\u0007' }] }],
    ];
    for (const [path, payload] of bad) {
      const reply = await post(`${base}/${path}`, payload);
      expect([reply.statusCode, path, JSON.stringify(payload).slice(0, 60)]).toEqual([422, path, JSON.stringify(payload).slice(0, 60)]);
    }
    await nothingHappened();
  });

  it('is kept as the words it is where words are asked for', async () => {
    const words = `'; drop table meetings.meeting; -- <script>alert(1)</script> {{title}} %s \u202E🌊`;
    const params = { id: meeting.id };
    const kept = await harness.as(city.clerk)(keepDirective, { params, body: { words } });
    expect(kept.words).toBe(words);
    const item = await harness.as(city.clerk)(writeItemNotes, { params: { id: meeting.items.pu }, body: { notes: words, version: 1 } });
    expect(item.notes).toBe(words);
    // Names of nothing but signs, and of two hundred letters whose canonical form is longer.
    const people = ['...', '-', 'ﷺ'.repeat(200), words].map((name) => ({ name }));
    const list = await harness.as(city.clerk)(checkInRoom, { params, body: { unitId: city.units.health, people } });
    expect(list.items.filter((one) => one.unit.id === city.units.health).map((one) => one.name)).toEqual(
      expect.arrayContaining(people.map((one) => one.name)),
    );
  });
});
