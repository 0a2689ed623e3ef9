import { changeDirective, readCascade, readDirective, withdrawDirective } from '@makaverse/contract/directives';
import { writeItemNotes } from '@makaverse/contract/meetings';
import { closeMeeting, keepDirective, moveToItem, readGaps, readRoom, startMeeting } from '@makaverse/contract/meetings-room';
import { listNominations } from '@makaverse/contract/programmes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { closeMeeting as closeNow } from './room/commands/close-meeting.ts';
import { calledMeeting, type CalledMeeting } from './testing/called-meeting.ts';

const evening = '2022-03-15T19:00:00+08:00';
let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
afterAll(() => harness.close());

const at = (time: string): void => harness.clock.set(`2022-03-15T${time}:00+08:00`);
const move = (meeting: CalledMeeting, itemId: string | null) =>
  harness.as(city.mayor)(moveToItem, { params: { id: meeting.id }, body: { itemId } });
const keep = (meeting: CalledMeeting, body: Parameters<typeof keepBody>[0] = {}) =>
  harness.as(city.clerk)(keepDirective, { params: { id: meeting.id }, body: keepBody(body) });
function keepBody(more: { words?: string; agendaItemId?: string | null; spokenAt?: string; givenById?: string | null }) {
  return { words: 'Keruk saluran tersier.', ...more };
}
/** What a directive needs besides its words. */
const whole = () => ({
  deadline: '2022-04-14',
  measure: 'Semua saluran bersih',
  reviewerId: city.assistant1.id,
  nominationDueOn: '2022-03-18',
});

describe('a Rakorsus night', () => {
  it('is opened, moves through its agenda against the clock, and ends what runs', async () => {
    at('19:00');
    const meeting = await calledMeeting(harness, city);
    const params = { id: meeting.id };
    const room = () => harness.as(city.headPu)(readRoom, { params });
    expect((await harness.refusal(move(meeting, meeting.items.opening))).code).toBe('meeting-not-running');
    at('19:04');
    const opened = await harness.as(city.clerk)(startMeeting, { params, body: { version: 1 } });
    expect(opened).toMatchObject({ state: 'running', version: 2, startedAt: '2022-03-15T11:04:00.000Z' });
    expect(opened.mayDo).toEqual(['run', 'clerk', 'close', 'check-in']);
    expect(await room()).toMatchObject({
      current: null,
      next: { id: meeting.items.opening },
      plannedMinutesLeft: 29,
      minutesLeft: 116,
      invitedUnits: 4,
      people: 0,
      directives: [],
    });
    expect(await move(meeting, meeting.items.opening)).toMatchObject({ current: { title: 'Pembukaan', endedAt: null } });
    at('19:16');
    expect(await room()).toMatchObject({ current: { id: meeting.items.opening }, secondsUsed: 720, secondsGiven: 600 });
    await move(meeting, meeting.items.pu);
    at('19:20');
    await move(meeting, meeting.items.health);
    at('19:22');
    const back = await move(meeting, meeting.items.pu);
    expect(back.current).toMatchObject({ startedAt: '2022-03-15T11:16:00.000Z', endedAt: null });
    at('19:23');
    expect(await room()).toMatchObject({ secondsUsed: 300, next: { id: meeting.items.closing }, plannedMinutesLeft: 5 });
    expect(await move(meeting, null)).toEqual({ current: null });
    const { agenda } = await meeting.read();
    expect(agenda.map((item) => item.endedAt)).toEqual([
      '2022-03-15T11:16:00.000Z',
      null,
      '2022-03-15T11:23:00.000Z',
      '2022-03-15T11:22:00.000Z',
      null,
    ]);
    const other = await calledMeeting(harness, city);
    expect((await harness.refusal(move(meeting, other.items.pu))).code).toBe('item-not-in-agenda');
  });

  it('opens only what was called, once', async () => {
    harness.clock.set(evening);
    for (const state of ['draft', 'cancelled'] as const) {
      const meeting = await calledMeeting(harness, city, { state });
      const problem = await harness.refusal(meeting.start());
      expect(problem).toMatchObject({ code: 'meeting-not-called', status: 409 });
    }
    const meeting = await calledMeeting(harness, city);
    await meeting.start();
    expect(await harness.refusal(meeting.start())).toMatchObject({ code: 'edit-conflict', current: { state: 'running', version: 2 } });
    const again = harness.as(city.mayor)(startMeeting, { params: { id: meeting.id }, body: { version: 2 } });
    expect((await harness.refusal(again)).code).toBe('meeting-not-called');
  });

  it('keeps directives at the item then under way, of the chair, numbered by the meeting’s own day', async () => {
    harness.clock.set('2022-03-15T23:00:00+08:00');
    const meeting = await calledMeeting(harness, city);
    expect((await harness.refusal(keep(meeting))).code).toBe('meeting-not-running');
    await meeting.start();
    expect(await keep(meeting)).toMatchObject({ agendaItemId: null, givenBy: { id: city.mayor.id }, meetingId: meeting.id });
    await move(meeting, meeting.items.pu);
    const numbered = await keep(meeting);
    harness.clock.set('2022-03-16T00:30:00+08:00');
    await move(meeting, meeting.items.health);
    const afterMidnight = await keep(meeting);
    expect(afterMidnight).toMatchObject({ agendaItemId: meeting.items.health, spokenAt: '2022-03-15T16:30:00.000Z' });
    expect(afterMidnight.number.split('/')[0]).toBe(numbered.number.split('/')[0]);
    // Written without network at eleven, sent now: it belongs where it was spoken.
    const late = await keep(meeting, { spokenAt: '2022-03-15T23:10:00+08:00' });
    expect(late).toMatchObject({ agendaItemId: meeting.items.pu, spokenAt: '2022-03-15T15:10:00.000Z' });
    expect(await keep(meeting, { agendaItemId: null, givenById: null })).toMatchObject({ agendaItemId: null, givenBy: null });
    expect((await keep(meeting, { agendaItemId: meeting.items.closing })).agendaItemId).toBe(meeting.items.closing);
    for (const spokenAt of ['2022-03-15T22:00:00+08:00', '2022-03-16T02:00:00+08:00'])
      expect(await harness.refusal(keep(meeting, { spokenAt }))).toMatchObject({ code: 'spoken-outside-meeting', status: 422 });
    const other = await calledMeeting(harness, city);
    expect((await harness.refusal(keep(meeting, { agendaItemId: other.items.pu }))).code).toBe('item-not-in-agenda');
    const { directives } = await harness.as(city.mayor)(readRoom, { params: { id: meeting.id } });
    expect(directives.map((one) => Number(one.number.split('/').at(-1)))).toEqual([6, 5, 4, 3, 2]);
  });

  it('does not close over a gap, names every one with its place, and closes over whole directives', async () => {
    harness.clock.set(evening);
    const meeting = await calledMeeting(harness, city);
    const params = { id: meeting.id };
    const clerk = harness.as(city.clerk);
    await meeting.start();
    const toAll = await clerk(keepDirective, {
      params,
      body: {
        ...whole(),
        words: 'Setiap kecamatan membersihkan salurannya.',
        addressees: [city.units.kecamatanA, city.units.kecamatanB].map((unitId) => ({ unitId, picId: null, nominationDueOn: null })),
        isCascading: true,
      },
    });
    const bare = await keep(meeting, { words: 'Perbaiki pompa.' });
    const struck = await keep(meeting, { words: 'Salah dengar.' });
    await clerk(withdrawDirective, { params: { id: struck.id }, body: { reason: 'Salah dengar.', version: 1 } });
    await move(meeting, meeting.items.pu);
    const close = (version: number) => harness.as(city.mayor, 'en')(closeMeeting, { params, body: { version } });
    const problem = await harness.refusal(close(2));
    expect(problem).toMatchObject({
      code: 'meeting-not-closable',
      status: 409,
      title: 'The meeting cannot be closed yet: 1 directive is incomplete',
    });
    const { gaps } = await harness.as(city.mayor, 'en')(readGaps, { params });
    expect(problem.gaps).toEqual(gaps.map(({ code, text, href }) => ({ code, text, href })));
    expect(gaps.length).toBeGreaterThan(2);
    for (const gap of gaps) {
      expect(gap).toMatchObject({ directiveId: bare.id, directiveNumber: bare.number });
      expect(gap.href).toMatch(new RegExp(`^/arahan/${bare.id}\\?mend=\\w+$`));
    }
    // Refused: the meeting goes on, nothing went out.
    expect(await meeting.read()).toMatchObject({ state: 'running', version: 2, directives: 2, incompleteDirectives: 1 });
    expect((await harness.as(city.mayor)(readRoom, { params })).current?.id).toBe(meeting.items.pu);
    expect((await clerk(readDirective, { params: { id: toAll.id } })).state).toBe('draft');
    const addressees = [{ unitId: city.units.pu, picId: city.staffPu.id, nominationDueOn: null }];
    await clerk(changeDirective, { params: { id: bare.id }, body: { ...whole(), addressees, version: 1 } });
    expect(await clerk(readGaps, { params })).toEqual({ gaps: [] });

    at('21:10');
    const closed = await close(2);
    expect(closed).toMatchObject({ state: 'closed', version: 3, closedAt: '2022-03-15T13:10:00.000Z', directives: 2 });
    expect(closed.agenda.find((item) => item.id === meeting.items.pu)?.endedAt).toBe('2022-03-15T13:10:00.000Z');
    const { tasks } = await harness.as(city.mayor)(readCascade, { params: { id: toAll.id } });
    expect(tasks.map((task) => task.unit.id).toSorted()).toEqual(
      (['kecamatanA', 'kecamatanB', 'kelurahanA1', 'kelurahanA2', 'kelurahanB1', 'kelurahanB2'] as const)
        .map((unit) => city.units[unit])
        .toSorted(),
    );
    expect((await clerk(readDirective, { params: { id: struck.id } })).state).toBe('withdrawn');
    const { items } = await harness.as(city.mayor)(listNominations, { query: { limit: 50 } });
    const own = items.filter((one) => [toAll.number, bare.number].includes(one.subject.number));
    expect(own.map((one) => [one.unit.id, one.state, one.person?.id ?? 'nobody'].join(' ')).toSorted()).toEqual(
      [
        `${city.units.kecamatanA} open nobody`,
        `${city.units.kecamatanB} open nobody`,
        `${city.units.pu} appointed ${city.staffPu.id}`,
      ].toSorted(),
    );
    // Every unit's page works: a lurah, who was not in the room, reads what reached him.
    expect((await harness.as(city.lurahA1)(readDirective, { params: { id: toAll.id } })).state).toBe('issued');

    expect(await harness.refusal(close(2))).toMatchObject({ code: 'edit-conflict', current: { state: 'closed' } });
    expect((await harness.refusal(close(3))).code).toBe('meeting-not-running');
    expect((await harness.refusal(keep(meeting))).code).toBe('meeting-not-running');
    expect((await harness.refusal(move(meeting, null))).code).toBe('meeting-not-running');
  });

  it('closes as a whole or not at all', async () => {
    harness.clock.set(evening);
    const meeting = await calledMeeting(harness, city);
    await meeting.start();
    await move(meeting, meeting.items.pu);
    const addressees = [{ unitId: city.units.pu, picId: null, nominationDueOn: '2022-03-18' }];
    const kept = await harness.as(city.clerk)(keepDirective, {
      params: { id: meeting.id },
      body: { ...whole(), words: 'Keruk kanal.', addressees },
    });
    const cutOff = harness.transact(city.mayor, async (tx) => {
      await closeNow(tx as Transaction<Actor>, { id: meeting.id, version: 2 });
      throw new Error('killed');
    });
    await expect(cutOff).rejects.toThrow('killed');
    expect(await meeting.read()).toMatchObject({ state: 'running', closedAt: null, version: 2 });
    expect((await harness.as(city.mayor)(readRoom, { params: { id: meeting.id } })).current?.id).toBe(meeting.items.pu);
    expect((await harness.as(city.mayor)(readDirective, { params: { id: kept.id } })).state).toBe('draft');
    expect((await harness.as(city.mayor)(readCascade, { params: { id: kept.id } })).tasks).toEqual([]);
    await harness.as(city.mayor)(closeMeeting, { params: { id: meeting.id }, body: { version: 2 } });
    expect((await harness.as(city.mayor)(readCascade, { params: { id: kept.id } })).tasks).toHaveLength(1);
  });

  it('closes a meeting in which nothing was ordered', async () => {
    harness.clock.set(evening);
    const meeting = await calledMeeting(harness, city);
    await meeting.start();
    const closed = await harness.as(city.clerk)(closeMeeting, { params: { id: meeting.id }, body: { version: 2 } });
    expect(closed).toMatchObject({ state: 'closed', directives: 0 });
  });

  it('keeps the clerk’s notes, of two clerks’ the first, and those in hand at the close', async () => {
    harness.clock.set(evening);
    const meeting = await calledMeeting(harness, city);
    const params = { id: meeting.items.pu };
    const note = (who: { id: string }, notes: string, version: number) =>
      harness.as(who)(writeItemNotes, { params, body: { notes, version } });
    expect((await harness.refusal(note(city.clerk, 'Terlalu pagi', 1))).code).toBe('meeting-not-running');
    await meeting.start();
    expect(await note(city.clerk, 'Pompa 3 mati.', 1)).toMatchObject({ notes: 'Pompa 3 mati.', version: 2 });
    const lost = await harness.refusal(note(city.secretary, 'Pompa 4 mati.', 1));
    expect(lost).toMatchObject({ code: 'edit-conflict', current: { id: params.id, notes: 'Pompa 3 mati.', version: 2 } });
    await harness.as(city.mayor)(closeMeeting, { params: { id: meeting.id }, body: { version: 2 } });
    expect((await note(city.clerk, '', 2)).notes).toBe('');
    await harness.db
      .insertInto('meetings.minutes')
      .values({
        meeting_id: meeting.id,
        version_number: 1,
        state: 'approved',
        summary: '',
        sections: '[]',
        happened: '{}',
        digest: '',
        written_by_id: null,
        written_at: harness.clock.now(),
        approved_by_id: city.mayor.id,
        approved_at: harness.clock.now(),
      })
      .execute();
    expect((await harness.refusal(note(city.clerk, 'Terlambat', 3))).code).toBe('notes-in-approved-minutes');
  });
});
