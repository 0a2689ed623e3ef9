import { acknowledgeTask, listTasks, readHeatMap, type Task } from '@makaverse/contract/directives';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { demoLife } from '#modules/identity';
import { directiveAsks } from './queries/asks.ts';
import { troubledTasks } from './queries/troubled-tasks.ts';
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
