import { acknowledgeTask, markTaskSeen, readCascade, readDirective, readTask, type Task } from '@makaverse/contract/directives';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { demoLife } from '#modules/identity';
import { noteNomination } from './commands/person-in-charge.ts';
import { gapsOfMeeting } from './queries/meeting-directives.ts';
import { completeParts, holdRakorsus, understood, type Rakorsus } from './testing/rakorsus.ts';

const night = '2022-03-15T19:00:00+08:00';
let harness: Harness;
let city: SmallCity;
let rakorsus: Rakorsus;
beforeAll(async () => {
  // Days pass here; that sign-ins end meanwhile is tested where they begin.
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
beforeEach(() => {
  harness.clock.set(night);
  rakorsus = holdRakorsus(harness, city);
});
afterAll(() => harness.close());

const acknowledge = (who: Citizen, task: Task, words = understood): Promise<Task> =>
  harness.as(who)(acknowledgeTask, { params: { id: task.id }, body: { words } });

describe('issuing', () => {
  it('refuses while a directive is incomplete, with every gap of every directive, and issues nothing', async () => {
    const whole = await rakorsus.keep(completeParts(city, [city.units.pu]));
    const bare = await rakorsus.keep({ ...completeParts(city, [city.units.pu]), reviewerId: null, deadline: null });
    const problem = await harness.transact(city.mayor, (tx) => gapsOfMeeting(tx, rakorsus.meetingId));
    expect(problem.map((gap) => [gap.directiveId, gap.code, gap.text])).toEqual([
      [bare.id, 'no-deadline', `${bare.number}: Belum ada tenggat.`],
      [bare.id, 'no-reviewer', `${bare.number}: Belum ada pembina.`],
    ]);
    await expect(rakorsus.issue()).rejects.toMatchObject({ code: 'directives-incomplete', details: { params: { count: 1, gaps: 2 } } });
    const read = await harness.as(city.clerk)(readDirective, { params: { id: whole.id } });
    expect(read).toMatchObject({ state: 'draft', progress: { tasks: 0 } });
  });

  it('gives each addressed unit its task, kelurahan theirs through their kecamatan, and answers with those that need a person', async () => {
    const parts = completeParts(city, [city.units.pu]);
    const directive = await rakorsus.keep({
      ...parts,
      groups: ['all-kecamatan'],
      addressees: [{ unitId: city.units.pu, picId: city.staffPu.id, nominationDueOn: null }],
      nominationDueOn: '2022-03-18',
      isCascading: true,
    });
    const struck = await rakorsus.keep({});
    await harness.db
      .updateTable('directives.directive')
      .set({ state: 'withdrawn', withdrawn_at: harness.clock.now(), withdraw_reason: 'x' })
      .where('id', '=', struck.id)
      .execute();
    harness.clock.set('2022-03-16T01:50:00+08:00');
    const issued = await rakorsus.issue();
    expect(issued.map((one) => [one.unitId, one.picId, one.nominationDueOn])).toEqual([
      [city.units.pu, city.staffPu.id, null],
      [city.units.kecamatanA, null, '2022-03-18'],
      [city.units.kecamatanB, null, '2022-03-18'],
    ]);
    const tasks = await rakorsus.tasksOf(directive.id);
    expect([...tasks.keys()].toSorted()).toEqual(
      [
        city.units.pu,
        city.units.kecamatanA,
        city.units.kelurahanA1,
        city.units.kelurahanA2,
        city.units.kecamatanB,
        city.units.kelurahanB1,
        city.units.kelurahanB2,
      ].toSorted(),
    );
    expect(tasks.get(city.units.kelurahanB1)).toMatchObject({
      parentId: tasks.get(city.units.kecamatanB)!.id,
      step: 'sent',
      acknowledgeBy: '2022-03-18T08:00:00.000Z',
      deadline: '2022-04-14',
      nominationDueOn: null,
      pic: null,
    });
    expect(tasks.get(city.units.kecamatanB)!.below).toEqual({ total: 2, acknowledged: 0, done: 0, late: 0 });
    expect(await rakorsus.issue()).toEqual([]);
    const read = await harness.as(city.mayor)(readDirective, { params: { id: directive.id } });
    expect(read).toMatchObject({ state: 'issued', progress: { tasks: 7, acknowledged: 0, accepted: 0, done: 0, late: 0 } });
  });
});

describe('understanding', () => {
  async function issued(): Promise<ReadonlyMap<string, Task>> {
    const directive = await rakorsus.keep({ ...completeParts(city, [city.units.kecamatanA, city.units.pu]), isCascading: true });
    await rakorsus.issue();
    return rakorsus.tasksOf(directive.id);
  }

  it('is seen by anybody of the unit, said by who speaks for it, once, in own words', async () => {
    const task = (await issued()).get(city.units.pu)!;
    const params = { id: task.id };
    const seen = await harness.as(city.staffPu)(markTaskSeen, { params });
    expect(seen).toMatchObject({ step: 'seen', version: 2 });
    expect((await harness.as(city.headPu)(markTaskSeen, { params })).version).toBe(2);
    const byStaff = await harness.refusal(acknowledge(city.staffPu, task));
    expect(byStaff).toMatchObject({ status: 403, code: 'not-allowed' });
    const repeated = await harness.refusal(acknowledge(city.headPu, task, 'Siap: bersihkan saluran tersier sebelum puncak hujan!'));
    expect(repeated).toMatchObject({ status: 422, code: 'acknowledgement-not-own-words' });
    harness.clock.set('2022-03-16T09:00:00+08:00');
    const said = await acknowledge(city.secretaryPu, task);
    expect(said).toMatchObject({
      step: 'acknowledged',
      acknowledgement: { words: understood, by: { id: city.secretaryPu.id }, at: '2022-03-16T01:00:00.000Z' },
    });
    const twice = await harness.refusal(acknowledge(city.headPu, task, 'Kalimat lain dari kepala dinas.'));
    expect(twice).toMatchObject({ status: 409, code: 'task-already-acknowledged' });
  });

  it('travels up as counts', async () => {
    const tasks = await issued();
    await acknowledge(city.lurahA1, tasks.get(city.units.kelurahanA1)!);
    const above = await harness.as(city.camatA)(readTask, { params: { id: tasks.get(city.units.kecamatanA)!.id } });
    expect(above.below).toEqual({ total: 2, acknowledged: 1, done: 0, late: 0 });
    const directive = await harness.as(city.mayor)(readDirective, { params: { id: above.directiveId } });
    expect(directive.progress).toMatchObject({ tasks: 4, acknowledged: 1 });
  });

  it('shows where the chain broke first', async () => {
    const tasks = await issued();
    await acknowledge(city.camatA, tasks.get(city.units.kecamatanA)!);
    await acknowledge(city.headPu, tasks.get(city.units.pu)!);
    const params = { id: tasks.get(city.units.pu)!.directiveId };
    harness.clock.set('2022-03-17T12:00:00+08:00');
    expect((await harness.as(city.mayor)(readCascade, { params })).firstBreakId).toBeNull();
    await harness.transact(null, async (tx) => {
      for (const unitId of [city.units.kecamatanA, city.units.pu]) await noteNomination(tx, tasks.get(unitId)!.id, tx.now);
    });
    harness.clock.set('2022-03-22T09:00:00+08:00');
    await acknowledge(city.lurahA1, tasks.get(city.units.kelurahanA1)!);
    const chain = await harness.as(city.mayor)(readCascade, { params });
    expect(chain.firstBreakId).toBe(tasks.get(city.units.kelurahanA2)!.id);
    const broken = chain.tasks.find((task) => task.id === chain.firstBreakId)!;
    expect(broken.lateFor).toEqual({ step: 'acknowledged', dueAt: '2022-03-17T08:00:00.000Z', workingDays: 3 });
    expect(chain.tasks.map((task) => task.parentId !== null)).toEqual([false, false, true, true]);
    const ofLurah = await harness.as(city.lurahA2)(readCascade, { params });
    expect(ofLurah.tasks.map((task) => task.unit.id)).toEqual([city.units.kecamatanA, city.units.kelurahanA2]);
  });
});
