import { closeMeeting, keepDirective, moveToItem, readRoom, startMeeting } from '@makaverse/contract/meetings-room';
import { readCascade, readDirective } from '@makaverse/contract/directives';
import { liveStream } from '@makaverse/contract/system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { ProblemError, startHarness, type Harness } from '../../testing/harness.ts';
import { calledMeeting } from './testing/called-meeting.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
afterAll(() => harness.close());

const codeOf = (outcome: PromiseSettledResult<unknown>): string =>
  outcome.status === 'fulfilled' ? 'done' : outcome.reason instanceof ProblemError ? outcome.reason.problem.code : String(outcome.reason);
const codesOf = async (calls: readonly Promise<unknown>[]): Promise<string[]> => (await Promise.allSettled(calls)).map(codeOf).toSorted();
const spansOf = (meetingId: string) =>
  harness.db.selectFrom('meetings.item_span').selectAll().where('meeting_id', '=', meetingId).orderBy('started_at').execute();

describe('at once', () => {
  it('of two who open it one opens it', async () => {
    const meeting = await calledMeeting(harness, city);
    const open = (who: { id: string }) => harness.as(who)(startMeeting, { params: { id: meeting.id }, body: { version: 1 } });
    expect(await codesOf([open(city.mayor), open(city.clerk)])).toEqual(['done', 'edit-conflict']);
  });

  it('two who press for the same item move on once; for two items, one after the other, and one item runs', async () => {
    const meeting = await calledMeeting(harness, city);
    await meeting.start();
    const move = (who: { id: string }, itemId: string) => harness.as(who)(moveToItem, { params: { id: meeting.id }, body: { itemId } });
    const same = Array.from({ length: 6 }, (_, at) => move(at % 2 === 0 ? city.mayor : city.clerk, meeting.items.opening));
    expect(await codesOf(same)).toEqual(Array.from({ length: 6 }, () => 'done'));
    expect(await spansOf(meeting.id)).toHaveLength(1);
    const points = [meeting.items.pu, meeting.items.health, meeting.items.closing];
    const many = points.flatMap((itemId) => [move(city.mayor, itemId), move(city.clerk, itemId)]);
    expect(await codesOf(many)).toEqual(Array.from({ length: 6 }, () => 'done'));
    const running = (await spansOf(meeting.id)).filter((span) => span.ended_at === null);
    expect(running).toHaveLength(1);
    const room = await harness.as(city.mayor)(readRoom, { params: { id: meeting.id } });
    expect(room.current?.id).toBe(running[0]!.item_id);
  });

  it('who looks into the room together is let in or refused each for himself', async () => {
    const meeting = await calledMeeting(harness, city);
    await meeting.start();
    const look = (who: { id: string }) => harness.as(who)(readRoom, { params: { id: meeting.id } });
    const people = [city.mayor, city.headWater, city.camatA, city.admin, city.clerk];
    const outcomes = await Promise.allSettled([...people, ...people].map(look));
    const expected = ['done', 'record-missing', 'done', 'record-missing', 'done'];
    expect(outcomes.map(codeOf)).toEqual([...expected, ...expected]);
  });

  it('who looks after a change sees it, however many look at that moment', async () => {
    const meeting = await calledMeeting(harness, city);
    await meeting.start();
    const look = () => harness.as(city.mayor)(readRoom, { params: { id: meeting.id } });
    const early = Array.from({ length: 8 }, look);
    for (const words of ['Keruk kanal.', 'Bersihkan pintu air.', 'Ukur sedimen.']) {
      await harness.as(city.clerk)(keepDirective, { params: { id: meeting.id }, body: { words } });
      const late = Array.from({ length: 8 }, look);
      early.push(...late);
      for (const room of await Promise.all(late)) expect(room.directives[0]?.words).toBe(words);
    }
    await Promise.all(early);
  });

  it('a clock that is set back does not end an item before it began', async () => {
    harness.clock.set('2022-03-15T19:00:00+08:00');
    const meeting = await calledMeeting(harness, city);
    await meeting.start();
    const move = (itemId: string | null) => harness.as(city.mayor)(moveToItem, { params: { id: meeting.id }, body: { itemId } });
    await move(meeting.items.opening);
    harness.clock.set('2022-03-15T18:59:00+08:00');
    expect(await move(null)).toEqual({ current: null });
    expect((await spansOf(meeting.id))[0]!.ended_at).toEqual(new Date('2022-03-15T19:00:00+08:00'));
    harness.clock.set('2022-03-15T19:00:00+08:00');
  });

  it('two clerks keep side by side; a line sent twice is kept once', async () => {
    const meeting = await calledMeeting(harness, city);
    await meeting.start();
    const params = { id: meeting.id };
    const keep = (who: { id: string }, words: string, idempotencyKey?: string) =>
      harness.as(who)(keepDirective, { params, body: { words }, ...(idempotencyKey && { idempotencyKey }) });
    const kept = await Promise.all([
      ...Array.from({ length: 10 }, (_, at) => keep(at % 2 === 0 ? city.clerk : city.secretary, `Arahan ${at}`)),
      keep(city.clerk, 'Dua kali', `outbox-${meeting.id}`),
      keep(city.clerk, 'Dua kali', `outbox-${meeting.id}`),
    ]);
    expect(kept.at(-1)).toEqual(kept.at(-2));
    const serials = new Set(kept.map((one) => Number(one.number.split('/').at(-1))));
    expect([...serials].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 11 }, (_, at) => at + 1));
  });

  it('a close pressed twice closes once, and no directive slips in beside it unissued', async () => {
    const meeting = await calledMeeting(harness, city);
    await meeting.start();
    const params = { id: meeting.id };
    const parts = {
      deadline: '2022-04-14',
      measure: 'Bersih',
      reviewerId: city.assistant1.id,
      addressees: [{ unitId: city.units.pu, picId: null, nominationDueOn: '2022-03-18' }],
    };
    const keep = (words: string) => harness.as(city.clerk)(keepDirective, { params, body: { words, ...parts } });
    const first = await keep('Keruk kanal.');
    const close = (who: { id: string }) => harness.as(who)(closeMeeting, { params, body: { version: 2 } });
    const [closes, late] = await Promise.all([codesOf([close(city.mayor), close(city.clerk)]), Promise.allSettled([keep('Satu lagi.')])]);
    expect(closes).toEqual(['done', 'edit-conflict']);
    expect(['done', 'meeting-not-running']).toContain(codeOf(late[0]));
    const ids = [first.id, ...(late[0].status === 'fulfilled' ? [late[0].value.id] : [])];
    for (const id of ids) {
      expect((await harness.as(city.mayor)(readDirective, { params: { id } })).state).toBe('issued');
      expect((await harness.as(city.mayor)(readCascade, { params: { id } })).tasks).toHaveLength(1);
    }
  });
});

describe('live', () => {
  it('tells everybody in the meeting of every change, and opens to no stranger', async () => {
    const address = await harness.app.server.listen({ port: 0, host: '127.0.0.1' });
    const meeting = await calledMeeting(harness, city);
    const url = `${liveStream.path}?topics=meeting:${meeting.id}`;
    expect((await harness.callRaw(city.headWater, { method: 'GET', url })).statusCode).toBe(404);
    const stop = new AbortController();
    const cookie = await harness.cookieOf(city.headPu);
    const stream = await fetch(`${address}${url}`, { headers: { cookie }, signal: stop.signal });
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    const heard = async (change: Promise<unknown>): Promise<void> => {
      await change;
      let text = '';
      while (!text.includes(`data: meeting:${meeting.id}`)) text += (await reader.read()).value ?? '';
    };
    const params = { id: meeting.id };
    await heard(meeting.start());
    await heard(harness.as(city.mayor)(moveToItem, { params, body: { itemId: meeting.items.pu } }));
    await heard(harness.as(city.clerk)(keepDirective, { params, body: { words: 'Keruk kanal.' } }));
    stop.abort();
  });
});
