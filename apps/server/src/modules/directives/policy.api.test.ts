import {
  changeDirective,
  exportDirectives,
  listDirectives,
  listTasks,
  readCascade,
  readDirective,
  readDirectiveHistory,
  readHeatMap,
  readTask,
  withdrawDirective,
  type Directive,
  type Task,
} from '@makaverse/contract/directives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { setAudience } from './commands/set-audience.ts';
import { directivesModule } from './module.ts';
import { completeParts, holdRakorsus } from './testing/rakorsus.ts';

let harness: Harness;
let city: SmallCity;
/** For PU and Kecamatan Mariso with its kelurahan; only Dinas Kesehatan was invited besides. */
let issued: Directive;
/** For Kecamatan Manggala, still a draft, kept by the bureau's head, given by the head of Perumda. */
let draft: Directive;
let tasks: ReadonlyMap<string, Task>;
beforeAll(async () => {
  harness = await startHarness();
  city = await smallCity(harness);
  const first = holdRakorsus(harness, city);
  issued = await first.keep({
    ...completeParts(city, [city.units.kecamatanA]),
    words: 'Bersihkan saluran Mariso.',
    addressees: [
      { unitId: city.units.pu, picId: city.staffPu.id, nominationDueOn: null },
      { unitId: city.units.kecamatanA, picId: null, nominationDueOn: '2022-03-18' },
    ],
    isCascading: true,
  });
  await harness.transact(null, (tx) => setAudience(tx, first.meetingId, [city.units.health]));
  await first.issue();
  tasks = await first.tasksOf(issued.id);
  const second = holdRakorsus(harness, city);
  draft = await second.keep(
    { ...completeParts(city, [city.units.kecamatanB]), words: 'Bersihkan saluran Manggala.', givenById: city.headWater.id },
    city.headBureau,
  );
});
afterAll(() => harness.close());

const people = (): [name: string, person: Citizen][] =>
  Object.entries(city).flatMap(([name, value]) => ('positionId' in value ? [[name, value as Citizen]] : []));
const leaders = ['mayor', 'deputyMayor', 'secretary', 'assistant1', 'assistant2', 'expert1', 'clerk'];
/** By hand, from the rules on visibility; whoever is not named sees nothing. */
const readersOf = {
  issued: [...leaders, 'headPu', 'secretaryPu', 'staffPu', 'staffPu2', 'headHealth', 'staffHealth', 'camatA', 'lurahA1', 'lurahA2'],
  draft: [...leaders, 'headWater', 'headBureau', 'camatB'],
};
const tasksReadBy: Readonly<Record<string, readonly string[]>> = {
  headPu: ['pu'],
  secretaryPu: ['pu'],
  staffPu: ['pu'],
  staffPu2: ['pu'],
  camatA: ['kecamatanA', 'kelurahanA1', 'kelurahanA2'],
  lurahA1: ['kecamatanA', 'kelurahanA1'],
  lurahA2: ['kecamatanA', 'kelurahanA2'],
};
const statusOf = (call: Promise<unknown>): Promise<number> =>
  harness.refusal(call.then(() => Promise.reject(new Error('allowed')))).then(
    (problem) => problem.status,
    (error: unknown) => (error instanceof Error && error.message === 'allowed' ? 200 : Promise.reject(error)),
  );

describe('who reads a directive', () => {
  it('is the same at every door, and as written down by hand', async () => {
    let looked = 0;
    for (const [name, person] of people()) {
      const call = harness.as(person);
      const context = await harness.contextOf(person);
      const expected = [...(readersOf.issued.includes(name) ? [issued.id] : []), ...(readersOf.draft.includes(name) ? [draft.id] : [])];
      const listed = (await call(listDirectives)).items.map((one) => one.id);
      expect(listed.toSorted(), `${name}: list`).toEqual(expected.toSorted());
      const hits = await directivesModule.search!(context, { words: 'bersihkan saluran', reading: 'as-written', limit: 10 });
      expect(hits.map((hit) => hit.id).toSorted(), `${name}: search`).toEqual(expected.toSorted());
      const csv = await harness.callRaw(person, { method: 'GET', url: exportDirectives.path });
      for (const one of [issued, draft]) {
        const may = expected.includes(one.id);
        const params = { id: one.id };
        expect(csv.body.includes(one.number), `${name}: export ${one.number}`).toBe(may);
        expect(await statusOf(call(readDirective, { params })), `${name}: item`).toBe(may ? 200 : 404);
        expect(await statusOf(call(readDirectiveHistory, { params })), `${name}: history`).toBe(may ? 200 : 404);
        expect(await statusOf(call(readCascade, { params })), `${name}: cascade`).toBe(may ? 200 : 404);
        expect(await directivesModule.liveTopics!['directive']!(context, one.id), `${name}: live`).toBe(may);
        looked += 1;
      }
    }
    expect(looked).toBe(people().length * 2);
  });

  it('opens no topic to what is no id, and none of nothing', async () => {
    const context = await harness.contextOf(city.mayor);
    for (const id of ['', '*', "' or 1=1", '01890000-0000-7000-8000-000000000000']) {
      expect(await directivesModule.liveTopics!['directive']!(context, id)).toBe(false);
      expect(await directivesModule.liveTopics!['task']!(context, id)).toBe(false);
    }
  });
});

describe('who reads a task', () => {
  it('is the same at every door, and as written down by hand', async () => {
    const unitOf = new Map(Object.entries(city.units).map(([name, id]) => [id, name]));
    for (const [name, person] of people()) {
      const call = harness.as(person);
      const context = await harness.contextOf(person);
      const expected = leaders.includes(name) ? ['pu', 'kecamatanA', 'kelurahanA1', 'kelurahanA2'] : [...(tasksReadBy[name] ?? [])];
      const namesOf = (read: readonly Task[]): string[] => read.map((task) => unitOf.get(task.unit.id)!).toSorted();
      expect(namesOf((await call(listTasks)).items), `${name}: list`).toEqual(expected.toSorted());
      if (readersOf.issued.includes(name)) {
        const chain = await call(readCascade, { params: { id: issued.id } });
        expect(namesOf(chain.tasks), `${name}: cascade`).toEqual(expected.toSorted());
      }
      const cells = await Promise.all((['presenting', 'kelurahan'] as const).map((kind) => call(readHeatMap, { query: { kind } })));
      const shown = cells.flatMap((heat) => heat.cells.map((cell) => unitOf.get(cell.unitId)!));
      expect(shown.toSorted(), `${name}: heat map`).toEqual(expected.toSorted());
      for (const [unitId, task] of tasks) {
        const may = expected.includes(unitOf.get(unitId)!);
        expect(await statusOf(call(readTask, { params: { id: task.id } })), `${name}: item`).toBe(may ? 200 : 404);
        expect(await directivesModule.liveTopics!['task']!(context, task.id), `${name}: live`).toBe(may);
      }
    }
  });
});

describe('who mends and strikes a draft', () => {
  it('is a clerk, its keeper, its giver, the mayor; others who read it are refused, the rest find nothing', async () => {
    const allowed = ['clerk', 'mayor', 'deputyMayor', 'headWater', 'headBureau'];
    for (const [name, person] of people()) {
      const call = harness.as(person);
      const params = { id: draft.id };
      const change = await statusOf(call(changeDirective, { params, body: { version: 1, words: draft.words } }));
      const strike = await statusOf(call(withdrawDirective, { params, body: { version: 999, reason: 'x' } }));
      const read = readersOf.draft.includes(name);
      expect([change, strike], name).toEqual(allowed.includes(name) ? [200, 409] : read ? [403, 403] : [404, 404]);
    }
  });

  it('is nobody once it is issued', async () => {
    const problem = await harness.refusal(
      harness.as(city.clerk)(changeDirective, { params: { id: issued.id }, body: { version: 2, words: 'Lain.' } }),
    );
    expect(problem).toMatchObject({ status: 409, code: 'directive-issued' });
  });
});
