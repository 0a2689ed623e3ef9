import { acknowledgeTask, confirmTask, readTask, reportTask } from '@makaverse/contract/directives';
import { appointToPosition, endPosition } from '@makaverse/contract/identity-directory';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { reopenSeats } from './commands/move-by-itself.ts';
import { openSeat, type Seat } from './testing/seats.ts';
import { openTaskSeat, type TaskSeat } from './testing/task-seats.ts';

const opened: Harness[] = [];
let harness: Harness;
let city: SmallCity;
beforeEach(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  opened.push(harness);
  city = await smallCity(harness);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

async function leave({ positionId }: Citizen, to = '2022-03-15'): Promise<void> {
  await harness.as(city.admin)(endPosition, { params: { id: positionId }, body: { to } });
  await harness.settle();
}
const stateOf = async (seat: Seat): Promise<string> => (await seat.read()).state;
const taskOf = ({ taskId }: TaskSeat) => harness.as(city.mayor)(readTask, { params: { id: taskId } });
async function finish({ taskId }: TaskSeat): Promise<void> {
  const params = { id: taskId };
  await harness.as(city.headPu)(acknowledgeTask, { params, body: { words: 'Regu kami mengeruk enam titik dan melapor tiap Jumat.' } });
  await harness.as(city.headPu)(reportTask, { params, body: { words: 'Selesai.' } });
  await harness.as(city.assistant1)(confirmTask, { params });
  await harness.settle();
}

describe('when the person leaves the unit', () => {
  it('every seat he stands in opens again, is told, and the task owes a name; what others hold stays', async () => {
    const seats = new Map<string, TaskSeat>();
    for (const state of ['proposed', 'recommended', 'appointed', 'accepted', 'declined', 'returned'] as const) {
      const seat = await openTaskSeat(harness, city);
      await seat.bringTo(state);
      seats.set(state, seat);
    }
    const others = await openSeat(harness, city);
    await others.take('propose', city.headPu, { personId: city.staffPu2.id });
    await harness.settle();
    harness.letters.length = 0;
    await leave(city.staffPu);
    for (const [state, seat] of seats)
      expect(await stateOf(seat), state).toBe(state === 'declined' || state === 'returned' ? state : 'open');
    expect(await stateOf(others)).toBe('proposed');
    const accepted = seats.get('accepted')!;
    const { steps, dueAt, mayDo } = await accepted.read(city.headPu);
    expect(steps.at(-1)).toMatchObject({
      action: 'open',
      by: null,
      person: { id: city.staffPu.id },
      reason: 'Pemegangnya tidak lagi menjabat di unit ini.',
    });
    expect(dueAt).toBe('2022-03-17T08:00:00.000Z');
    expect(mayDo).toEqual(['propose']);
    expect(await taskOf(accepted)).toMatchObject({ pic: null, nominationDueOn: '2022-03-17' });
    const told = harness.letters.filter((letter) => letter.subject.startsWith('Perlu nama baru'));
    expect(told.map((letter) => letter.to.name)).toEqual(Array.from({ length: 4 }, () => city.headPu.name));
    // The event may be delivered again, also after a new proposal.
    await accepted.take('propose', city.headPu, { personId: city.staffPu2.id });
    const event = { positionId: city.staffPu.positionId, personId: city.staffPu.id, unitId: city.units.pu };
    await harness.transact(null, (tx) => reopenSeats(tx as Parameters<typeof reopenSeats>[0], event));
    expect(await stateOf(accepted)).toBe('proposed');
  });

  it('on a day named beforehand, the seats open on that day and not earlier', async () => {
    const seat = await openSeat(harness, city);
    await seat.bringTo('accepted');
    await leave(city.staffPu, '2022-03-21');
    harness.clock.set('2022-03-20T23:50:00+08:00');
    await harness.app.runRecurring();
    await harness.settle();
    expect(await stateOf(seat)).toBe('accepted');
    harness.clock.set('2022-03-21T00:10:00+08:00');
    await harness.app.runRecurring();
    await harness.settle();
    expect(await seat.read()).toMatchObject({ state: 'open', dueAt: '2022-03-23T08:00:00.000Z' });
  });

  it('but stays where he holds another office in the unit or below it, not where it is elsewhere', async () => {
    const office = (who: Citizen, unitId: string) =>
      harness.as(city.admin)(appointToPosition, {
        body: { personId: who.id, unitId, kind: 'member', title: 'Staf', acting: null, from: '2022-03-01', to: null },
      });
    const kept = await openSeat(harness, city);
    await kept.bringTo('accepted');
    await office(city.staffPu, city.units.pu);
    await leave(city.staffPu);
    expect(await stateOf(kept)).toBe('accepted');

    const ofCamat = await openSeat(harness, city, { unitIds: [city.units.kecamatanA] });
    await ofCamat.take('propose', city.camatA, { personId: city.camatA.id });
    await office(city.camatA, city.units.kelurahanA1);
    await leave(city.camatA);
    expect(await stateOf(ofCamat), 'moved to a kelurahan of the same kecamatan').toBe('proposed');

    const lost = await openSeat(harness, city);
    await lost.take('propose', city.headPu, { personId: city.staffPu2.id });
    await office(city.staffPu2, city.units.health);
    await leave(city.staffPu2);
    expect(await stateOf(lost)).toBe('open');
  });

  it('and what was done under his name stays under it', async () => {
    const done = await openTaskSeat(harness, city);
    await done.bringTo('accepted');
    await finish(done);
    await leave(city.staffPu);
    expect(await done.read()).toMatchObject({ state: 'accepted', person: { id: city.staffPu.id, name: city.staffPu.name, title: '' } });
    expect(await taskOf(done)).toMatchObject({ step: 'done', pic: { id: city.staffPu.id } });
  });
});

describe('when the task is done', () => {
  it('a seat nobody filled is gone and told so; nobody is asked any more', async () => {
    for (const state of ['open', 'recommended', 'appointed'] as const) {
      const seat = await openTaskSeat(harness, city);
      await seat.bringTo(state);
      harness.letters.length = 0;
      await finish(seat);
      expect(await seat.read(), state).toMatchObject({ state: 'cancelled', person: null, dueAt: null, mayDo: [] });
      const told = harness.letters.filter((letter) => letter.subject.startsWith('Tidak diperlukan lagi')).map((letter) => letter.to.name);
      expect(told.toSorted()).toEqual([city.headPu, ...(state === 'open' ? [] : [city.staffPu])].map((one) => one.name).toSorted());
    }
  });

  it('who answered for it is not replaced any more', async () => {
    const seat = await openTaskSeat(harness, city);
    await seat.bringTo('accepted');
    await finish(seat);
    expect(await harness.refusal(seat.take('replace', city.headPu))).toMatchObject({ status: 409, code: 'task-already-done' });
    expect(await stateOf(seat)).toBe('accepted');
  });
});
