import {
  acknowledgeTask,
  cascadeTask,
  confirmTask,
  readDirective,
  readDirectiveHistory,
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
