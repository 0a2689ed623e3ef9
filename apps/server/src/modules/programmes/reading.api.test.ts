import { exportNominations, listNominations, readPersonRecord, readProgramme } from '@makaverse/contract/programmes';
import { acknowledgeTask, confirmTask, reportTask } from '@makaverse/contract/directives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { openSeat, seatBy, startedProgramme, type Detail } from './testing/seats.ts';
import { openTaskSeat } from './testing/task-seats.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
afterAll(() => harness.close());

const reasonsOf = ({ steps }: Detail): (string | null)[] => steps.map((step) => step.reason);

describe('the reasons of a story', () => {
  it('are whole for whom it concerns by office; who is only proposed reads those about himself and those he gave', async () => {
    const { headPu, secretaryPu, staffPu, staffPu2, assistant1, assistant2, mayor } = city;
    const seat = await openSeat(harness, city);
    await seat.take('propose', headPu, { words: 'usul-satu' });
    await seat.take('recommend', assistant1, { words: 'telaah-satu' });
    await seat.take('appoint', mayor, { words: '' });
    await seat.take('decline', staffPu, { words: 'sakit' });
    await seat.take('propose', headPu, { personId: staffPu2.id, words: 'usul-dua' });
    const whole = [null, 'usul-satu', 'telaah-satu', null, 'sakit', 'usul-dua'];
    for (const who of [mayor, assistant1, assistant2, headPu, secretaryPu])
      expect(reasonsOf(await seat.read(who)), who.name).toEqual(whole);
    const ofNominee = await seat.read(staffPu2);
    expect(reasonsOf(ofNominee)).toEqual([null, null, null, null, null, 'usul-dua']);
    expect(ofNominee.reasons).toBe('usul-dua');
    expect(JSON.stringify(ofNominee)).not.toContain('sakit');
    // Who declined made way for another, and what is said of that one is not his to read.
    expect((await harness.refusal(seat.read(staffPu))).status).toBe(404);
  });

  it('and the nomination itself are in no list, export or programme of a stranger', async () => {
    const programme = await startedProgramme(harness, city, { name: 'Lorong yang tenang' });
    const seat = seatBy(harness, city, programme.units[0]!.nominationId!);
    await seat.bringTo('recommended');
    const params = { id: programme.id };
    for (const who of [city.headHealth, city.clerk, city.admin, city.ppid, city.camatA, city.staffPu2]) {
      const call = harness.as(who);
      const { items } = await call(listNominations, { query: { limit: 200 } });
      expect(
        items.map((one) => one.id),
        who.name,
      ).not.toContain(seat.id);
      expect(await call(exportNominations)).not.toContain(programme.name);
      const unit = (await call(readProgramme, { params })).units[0]!;
      expect(unit, who.name).toMatchObject({ id: city.units.pu, pic: null, nominationId: null, nominationState: null });
    }
    expect((await harness.as(city.staffPu)(readProgramme, { params })).units[0]).toMatchObject({ nominationState: 'recommended' });
    await seat.take('appoint', city.mayor);
    await seat.take('accept', city.staffPu);
    const open = (await harness.as(city.headHealth)(readProgramme, { params })).units[0]!;
    expect(open, 'who is in charge everybody reads').toMatchObject({ pic: { id: city.staffPu.id }, nominationId: null });
  });
});

describe('a person’s record', () => {
  const read = (by: Citizen, of: Citizen) => harness.as(by)(readPersonRecord, { params: { id: of.id } });

  it('is read by himself, the leadership, and who speaks for his unit or one above it', async () => {
    const { lurahA1, camatA, camatB, lurahA2, mayor, deputyMayor, secretary, assistant2, expert1, clerk, admin, headPu } = city;
    for (const who of [lurahA1, camatA, mayor, deputyMayor, secretary, assistant2, expert1])
      expect((await read(who, lurahA1)).person.id, who.name).toBe(lurahA1.id);
    for (const who of [camatB, lurahA2, clerk, admin, headPu])
      expect((await harness.refusal(read(who, lurahA1))).status, who.name).toBe(403);
    expect((await harness.refusal(read(city.staffPu, headPu))).code).toBe('not-allowed');
    expect((await read(city.secretaryPu, headPu)).person.name).toBe(headPu.name);
    expect((await harness.refusal(harness.as(mayor)(readPersonRecord, { params: { id: city.units.pu } }))).status).toBe(404);
  });

  it('counts what he carries, what waits for him, what he kept and what he declined, beside every proposal', async () => {
    const { headPu, secretaryPu, staffPu2, assistant1, mayor } = city;
    const zero = { done: 0, doneInTime: 0, late: 0, declined: 0 };
    expect(await read(headPu, secretaryPu)).toMatchObject({ load: { programmes: 0, directives: 0, pendingNominations: 0 }, record: zero });
    const open = async (answer: 'accept' | 'decline' | null, kind: 'task' | 'programme') => {
      const seat = kind === 'task' ? await openTaskSeat(harness, city) : await openSeat(harness, city);
      await seat.take('propose', headPu, { personId: secretaryPu.id });
      await seat.take('recommend', assistant1);
      await seat.take('appoint', mayor);
      if (answer) await seat.take(answer, secretaryPu);
      return seat;
    };
    await open('accept', 'programme');
    await open('accept', 'task');
    const finished = await open('accept', 'task');
    await open('decline', 'programme');
    const pending = await open(null, 'programme');
    const params = { id: (finished as Awaited<ReturnType<typeof openTaskSeat>>).taskId };
    await harness.as(headPu)(acknowledgeTask, { params, body: { words: 'Regu kami mengeruk enam titik dan melapor tiap Jumat.' } });
    await harness.as(headPu)(reportTask, { params, body: { words: 'Selesai.' } });
    await harness.as(assistant1)(confirmTask, { params });
    const record = {
      person: { id: secretaryPu.id },
      load: { programmes: 1, directives: 1, pendingNominations: 1 },
      record: { done: 1, doneInTime: 1, late: 0, declined: 1 },
    };
    expect(await read(secretaryPu, secretaryPu)).toMatchObject(record);
    expect((await pending.read(assistant1)).personRecord).toMatchObject(record);
    harness.clock.set('2022-04-18T09:00:00+08:00');
    expect((await read(secretaryPu, secretaryPu)).record).toMatchObject({ done: 1, late: 1 });
    harness.clock.set('2022-03-15T19:00:00+08:00');
    const facts = async () => ({
      declined: (await read(city.staffPu, city.staffPu)).record.declined,
      suggested: (await read(staffPu2, staffPu2)).load.pendingNominations,
    });
    const before = await facts();
    await (await openSeat(harness, city)).bringTo('countered');
    // To name another counts as declining; to be suggested is not yet to be proposed.
    expect(await facts()).toEqual({ declined: before.declined + 1, suggested: before.suggested });
  });
});
