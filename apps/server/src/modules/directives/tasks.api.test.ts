import {
  acknowledgeTask,
  cascadeTask,
  confirmTask,
  listTasks,
  markTaskSeen,
  readCascade,
  readDirective,
  readDirectiveHistory,
  readHeatMap,
  readTask,
  reopenTask,
  reportTask,
  type Task,
} from '@makaverse/contract/directives';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { demoLife } from '#modules/identity';
import { noteNomination, setPersonInCharge } from './commands/person-in-charge.ts';
import { directiveAsks } from './queries/asks.ts';
import { gapsOfMeeting } from './queries/meeting-directives.ts';
import { troubledTasks } from './queries/troubled-tasks.ts';
import { directiveWaiting } from './queries/waiting.ts';
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

describe('passing on by hand', () => {
  async function forCamat(): Promise<Task> {
    const directive = await rakorsus.keep(completeParts(city, [city.units.kecamatanA, city.units.pu]));
    await rakorsus.issue();
    return (await rakorsus.tasksOf(directive.id)).get(city.units.kecamatanA)!;
  }
  const passOn = (who: Citizen, task: Task, unitIds: string[]) =>
    harness.as(who)(cascadeTask, { params: { id: task.id }, body: { unitIds } });

  it('comes after understanding, gives each unit below a task with its own term, and makes one of two sendings', async () => {
    const task = await forCamat();
    const early = await harness.refusal(passOn(city.camatA, task, [city.units.kelurahanA1]));
    expect(early).toMatchObject({ status: 409, code: 'task-not-acknowledged' });
    harness.clock.set('2022-03-17T10:00:00+08:00');
    await acknowledge(city.camatA, task);
    const { tasks } = await passOn(city.camatA, task, [city.units.kelurahanA1, city.units.kelurahanA1]);
    expect(tasks).toMatchObject([
      { parentId: task.id, unit: { id: city.units.kelurahanA1 }, step: 'sent', acknowledgeBy: '2022-03-21T08:00:00.000Z' },
    ]);
    const again = await passOn(city.camatA, task, [city.units.kelurahanA1, city.units.kelurahanA2]);
    expect(again.tasks.map((one) => one.id)).toContain(tasks[0]!.id);
    expect(again.tasks).toHaveLength(2);
    const lurah = await acknowledge(city.lurahA1, tasks[0]!);
    expect(lurah.step).toBe('acknowledged');
  });

  it('goes downward only, to units that exist and have no part yet, by who speaks for the unit', async () => {
    const task = await forCamat();
    await acknowledge(city.camatA, task);
    const sideways = await harness.refusal(passOn(city.camatA, task, [city.units.kelurahanB1]));
    expect(sideways).toMatchObject({ status: 422, code: 'task-unit-not-below' });
    expect(sideways.detail).toContain('Kelurahan Antang');
    expect((await harness.refusal(passOn(city.camatA, task, [city.units.kecamatanA]))).code).toBe('task-unit-not-below');
    const nobody = '01890000-0000-7000-8000-000000000000';
    expect((await harness.refusal(passOn(city.camatA, task, [nobody]))).code).toBe('directive-units-unknown');
    expect((await harness.refusal(passOn(city.lurahA1, task, [city.units.kelurahanA1]))).status).toBe(404);
    expect((await harness.refusal(passOn(city.assistant1, task, [city.units.kelurahanA1]))).status).toBe(403);
    const other = await rakorsus.keep(completeParts(city, [city.units.kecamatanA, city.units.kelurahanA1]));
    await rakorsus.issue();
    const asked = (await rakorsus.tasksOf(other.id)).get(city.units.kecamatanA)!;
    await acknowledge(city.camatA, asked);
    const twice = await harness.refusal(passOn(city.camatA, asked, [city.units.kelurahanA1]));
    expect(twice).toMatchObject({ status: 409, code: 'task-unit-already-asked' });
  });
});

describe('reporting and judging', () => {
  it('is reported, sent back with a reason, reported again, confirmed; with the last one the directive is done', async () => {
    const directive = await rakorsus.keep(completeParts(city, [city.units.pu, city.units.health]));
    await rakorsus.issue();
    const tasks = await rakorsus.tasksOf(directive.id);
    const [pu, health] = [tasks.get(city.units.pu)!, tasks.get(city.units.health)!];
    const params = { id: pu.id };
    const early = await harness.refusal(harness.as(city.headPu)(reportTask, { params, body: { words: 'Sudah.' } }));
    expect(early.code).toBe('task-not-acknowledged');
    await acknowledge(city.headPu, pu);
    expect((await harness.refusal(harness.as(city.assistant1)(confirmTask, { params }))).code).toBe('task-not-reported');
    const reported = await harness.as(city.headPu)(reportTask, { params, body: { words: 'Enam titik bersih.' } });
    expect(reported).toMatchObject({ step: 'reported', report: { words: 'Enam titik bersih.', by: { id: city.headPu.id } } });
    expect((await harness.refusal(harness.as(city.headPu)(confirmTask, { params }))).status).toBe(403);
    expect((await harness.refusal(harness.as(city.assistant2)(confirmTask, { params }))).status).toBe(403);
    const back = await harness.as(city.assistant1)(reopenTask, { params, body: { reason: 'Fotonya dari tahun lalu.' } });
    expect(back).toMatchObject({ step: 'acknowledged', report: null });
    const mine = await directiveAsks(await harness.contextOf(city.headPu));
    expect(mine.find((ask) => ask.key === `mend-task:${pu.id}`)).toMatchObject({ detail: 'Fotonya dari tahun lalu.' });
    await harness.as(city.headPu)(reportTask, { params, body: { words: 'Foto baru terlampir.' } });
    expect((await harness.as(city.assistant1)(confirmTask, { params })).step).toBe('done');
    expect((await harness.as(city.mayor)(readDirective, { params: { id: directive.id } })).state).toBe('issued');
    const again = await harness.refusal(harness.as(city.assistant1)(reopenTask, { params, body: { reason: 'x' } }));
    expect(again.code).toBe('task-already-done');
    await acknowledge(city.headHealth, health);
    await harness.as(city.headHealth)(reportTask, { params: { id: health.id }, body: { words: 'Selesai di semua puskesmas.' } });
    await harness.as(city.mayor)(confirmTask, { params: { id: health.id } });
    const done = await harness.as(city.mayor)(readDirective, { params: { id: directive.id } });
    expect(done).toMatchObject({ state: 'done', progress: { done: 2 } });
    const { items } = await harness.as(city.mayor)(readDirectiveHistory, { params: { id: directive.id } });
    const ofPu = items.filter((item) => item.unit?.id === city.units.pu).map((item) => [item.what, item.text]);
    expect(ofPu).toEqual([
      ['Menyatakan paham', understood],
      ['Dilaporkan selesai', 'Enam titik bersih.'],
      ['Laporan dikembalikan', 'Fotonya dari tahun lalu.'],
      ['Dilaporkan selesai', 'Foto baru terlampir.'],
      ['Dikonfirmasi selesai', null],
    ]);
    const seenByHealth = await harness.as(city.staffHealth)(readDirectiveHistory, { params: { id: directive.id } });
    expect(seenByHealth.items.some((item) => item.unit?.id === city.units.pu)).toBe(false);
  });

  it('is judged by the unit above where it was passed on, and by nobody for himself', async () => {
    const directive = await rakorsus.keep({ ...completeParts(city, [city.units.kecamatanA]), isCascading: true });
    await rakorsus.issue();
    const tasks = await rakorsus.tasksOf(directive.id);
    const below = tasks.get(city.units.kelurahanA1)!;
    await acknowledge(city.lurahA1, below);
    await harness.as(city.lurahA1)(reportTask, { params: { id: below.id }, body: { words: 'Lorong sudah bersih.' } });
    const asked = await directiveAsks(await harness.contextOf(city.camatA));
    expect(asked.map((ask) => ask.key)).toContain(`confirm-task:${below.id}`);
    const waited = await directiveWaiting(await harness.contextOf(city.lurahA1));
    expect(waited).toMatchObject([{ key: `judgement:${below.id}`, forWhom: 'Kecamatan Mariso' }]);
    expect((await harness.refusal(harness.as(city.camatB)(confirmTask, { params: { id: below.id } }))).status).toBe(404);
    expect((await harness.as(city.camatA)(confirmTask, { params: { id: below.id } })).step).toBe('done');
    const top = tasks.get(city.units.kecamatanA)!;
    await acknowledge(city.camatA, top);
    await harness.as(city.camatA)(reportTask, { params: { id: top.id }, body: { words: 'Semua lorong bersih.' } });
    await harness.db.updateTable('directives.task').set({ pic_id: city.assistant1.id }).where('id', '=', top.id).execute();
    const own = await harness.refusal(harness.as(city.assistant1)(confirmTask, { params: { id: top.id } }));
    expect(own).toMatchObject({ status: 403, code: 'task-judging-own-report' });
  });
});

describe('the person in charge', () => {
  it('is proposed, agrees, answers for the unit, and leaves a seat for which a name is owed again', async () => {
    const directive = await rakorsus.keep(completeParts(city, [city.units.pu]));
    const [task] = await rakorsus.issue();
    const params = { id: task!.taskId };
    harness.clock.set('2022-03-17T10:00:00+08:00');
    await harness.transact(null, (tx) => noteNomination(tx, task!.taskId, tx.now));
    await harness.transact(null, (tx) => noteNomination(tx, task!.taskId, tx.now));
    expect(await harness.as(city.staffPu)(readTask, { params })).toMatchObject({ step: 'named', pic: null, version: 2 });
    await harness.transact(null, (tx) => setPersonInCharge(tx, task!.taskId, city.staffPu.id));
    await harness.transact(null, (tx) => setPersonInCharge(tx, task!.taskId, city.staffPu.id));
    const accepted = await harness.as(city.staffPu)(readTask, { params });
    expect(accepted).toMatchObject({ step: 'accepted', pic: { id: city.staffPu.id }, version: 3 });
    expect((await acknowledge(city.staffPu, accepted)).acknowledgement?.by.id).toBe(city.staffPu.id);
    await harness.transact(null, (tx) => setPersonInCharge(tx, task!.taskId, null));
    const vacant = await harness.as(city.mayor)(readTask, { params });
    expect(vacant).toMatchObject({ step: 'acknowledged', pic: null, nominationDueOn: '2022-03-21' });
    expect((await harness.refusal(harness.as(city.staffPu)(reportTask, { params, body: { words: 'Selesai.' } }))).status).toBe(403);
    const { items } = await harness.as(city.mayor)(readDirectiveHistory, { params: { id: directive.id } });
    expect(items.map((item) => item.what)).toContain(`${city.staffPu.name} menerima sebagai penanggung jawab`);
  });
});

describe('lists, asks and the heat map', () => {
  it('sorts units and directives by trouble, and lets a unit see its own row only', async () => {
    const late = await rakorsus.keep({ ...completeParts(city, [city.units.pu, city.units.health]), isCascading: false });
    const fine = await rakorsus.keep(completeParts(city, [city.units.health]));
    await rakorsus.issue();
    const tasks = await rakorsus.tasksOf(late.id);
    await acknowledge(city.headHealth, tasks.get(city.units.health)!);
    await acknowledge(city.headHealth, (await rakorsus.tasksOf(fine.id)).get(city.units.health)!);
    harness.clock.set('2022-03-18T09:00:00+08:00');
    const heat = await harness.as(city.mayor)(readHeatMap, { query: { meetingId: rakorsus.meetingId } });
    expect(heat.units.map((unit) => [unit.id, unit.open, unit.late])).toEqual([
      [city.units.pu, 1, 1],
      [city.units.health, 2, 0],
    ]);
    expect(heat.directives.map((one) => [one.id, one.late])).toEqual([
      [late.id, 1],
      [fine.id, 0],
    ]);
    expect(heat.cells).toHaveLength(3);
    const own = await harness.as(city.staffHealth)(readHeatMap, { query: { meetingId: rakorsus.meetingId } });
    expect(own.units.map((unit) => unit.id)).toEqual([city.units.health]);
    const lurah = await harness.as(city.lurahB2)(readHeatMap, { query: { meetingId: rakorsus.meetingId, kind: 'kelurahan' } });
    expect(lurah).toEqual({ units: [], directives: [], cells: [] });
  });

  it('asks the head to acknowledge, the clerk to complete, and lists tasks by what is open', async () => {
    const bare = await rakorsus.keep({ words: 'Belum lengkap.' });
    const other = holdRakorsus(harness, city);
    const directive = await other.keep(completeParts(city, [city.units.water]));
    await other.issue();
    const task = (await other.tasksOf(directive.id)).get(city.units.water)!;
    const asks = await directiveAsks(await harness.contextOf(city.headWater));
    expect(asks).toMatchObject([
      {
        key: `acknowledge:${task.id}`,
        title: `Nyatakan paham: ${directive.number} untuk Perumda Air Minum`,
        from: { id: city.mayor.id },
        dueAt: '2022-03-17T08:00:00.000Z',
        isLate: false,
        href: `/tugas/${task.id}`,
      },
    ]);
    const ofClerk = await directiveAsks(await harness.contextOf(city.clerk));
    expect(ofClerk.find((ask) => ask.key === `complete-directive:${bare.id}`)?.href).toBe(`/arahan/${bare.id}?mend=addressees`);
    const list = (only?: 'open' | 'late' | 'unacknowledged' | 'done') =>
      harness
        .as(city.headWater)(listTasks, { query: { ...(only && { only }) } })
        .then((page) => page.items.map((one) => one.id));
    expect(await list('unacknowledged')).toEqual([task.id]);
    expect(await list('late')).toEqual([]);
    await acknowledge(city.headWater, task);
    expect(await list('unacknowledged')).toEqual([]);
    expect(await list('open')).toEqual([task.id]);
    expect(await list('done')).toEqual([]);
    harness.clock.set('2022-03-19T09:00:00+08:00');
    expect(await list('late')).toEqual([task.id]);
  });

  it('names each trouble once, at its highest link, with what waits below', async () => {
    await rakorsus.keep({ ...completeParts(city, [city.units.kecamatanA, city.units.pu]), isCascading: true });
    await rakorsus.issue();
    harness.clock.set('2022-03-22T07:45:00+08:00');
    const troubles = await troubledTasks(harness.app.systemContext(), { meetingId: rakorsus.meetingId });
    expect(troubles).toHaveLength(2);
    const told = new Map(troubles.map((one) => [one.unitId, [one.kind, one.workingDays, one.rung, one.unitsBelow]]));
    expect(told.get(city.units.kecamatanA)).toEqual(['silent', 3, 'unit-head', 2]);
    expect(told.get(city.units.pu)).toEqual(['silent', 3, 'unit-head', 0]);
  });
});
