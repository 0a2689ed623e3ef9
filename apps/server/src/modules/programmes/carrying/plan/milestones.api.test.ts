import type { Programme } from '@makaverse/contract/programmes';
import { readPlan, writeMilestones } from '@makaverse/contract/programmes-plan';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCity, type Citizen, type SmallCity } from '../../../../testing/city.ts';
import { startHarness, type Harness } from '../../../../testing/harness.ts';
import { startedProgramme } from '../../testing/seats.ts';
import { asSent, threeMilestones } from './testing/sample-plan.ts';

let harness: Harness;
let city: SmallCity;
let programme: Programme;
beforeAll(async () => {
  harness = await startHarness();
  city = await smallCity(harness);
  programme = await startedProgramme(harness, city);
});
afterAll(() => harness.close());

const read = (who: Citizen = city.headPu, of = programme) => harness.as(who)(readPlan, { params: { id: of.id } });
const write = async (milestones: ReturnType<typeof asSent>, who: Citizen = city.headPu, reason?: string, of = programme) => {
  const { planVersion } = await read(who, of);
  return harness.as(who)(writeMilestones, { params: { id: of.id }, body: { planVersion, milestones, ...(reason && { reason }) } });
};

describe('the list of milestones', () => {
  it('is written whole, read by every official, and numbered with each change', async () => {
    const before = await read();
    const plan = await write(threeMilestones);
    expect(plan.planVersion).toBe(before.planVersion + 1);
    expect(plan.milestones.map((one) => [one.position, one.title, one.plannedOn, one.promisedOn, one.after])).toEqual([
      [1, 'Survei saluran', '2022-04-30', '2022-04-30', []],
      [2, 'Desain rinci', '2022-06-30', '2022-06-30', [1]],
      [3, 'Pengerukan', '2022-10-31', '2022-11-15', [1, 2]],
    ]);
    expect(plan.progress.planned.at(-1)).toEqual({ on: '2022-10-31', percent: 100 });
    const other = await read(city.headHealth);
    expect(other.milestones).toEqual(plan.milestones);
    expect([other.mayPlan, other.mayReplan]).toEqual([false, false]);
  });

  it('may be renamed, put in another order and added to; a promised date sent along changes nothing', async () => {
    const [first, second, third] = asSent((await read()).milestones);
    const plan = await write([
      { ...second!, after: [3], title: 'Desain rinci dan gambar' },
      { id: null, title: 'Serah terima', weight: 5, unitId: null, plannedOn: '2022-11-30', after: [4] },
      first!,
      { ...third!, after: [1, 3], promisedOn: '2023-12-31' },
    ]);
    expect(plan.milestones.map((one) => [one.title, one.promisedOn, one.after])).toEqual([
      ['Desain rinci dan gambar', '2022-06-30', [3]],
      ['Serah terima', '2022-11-30', [4]],
      ['Survei saluran', '2022-04-30', []],
      ['Pengerukan', '2022-11-15', [1, 3]],
    ]);
  });

  it('refuses a cycle by its names, and writes nothing of it', async () => {
    const before = await read();
    const sent = asSent(before.milestones);
    const problem = await harness.refusal(write(sent.map((one, at) => (at === 2 ? { ...one, after: [4] } : one))));
    expect(problem.code).toBe('plan-wrong');
    expect(problem.issues![0]!.message).toContain('Desain rinci dan gambar → 3. Survei saluran → 4. Pengerukan → 1. Desain');
    expect(await read()).toEqual(before);
  });

  it('names every wrong entry by its row and field', async () => {
    const sent = asSent((await read()).milestones);
    const problem = await harness.refusal(
      write([{ ...sent[0]!, after: [9] }, { ...sent[1]!, unitId: city.units.health }, { ...sent[2]!, after: [3] }, sent[2]!]),
    );
    expect(problem.issues!.map((one) => one.path)).toEqual([
      'Tonggak 1, sesudah nomor',
      'Tonggak 2, perangkat daerah',
      'Tonggak 3, sesudah nomor',
      'Tonggak 4, kode sistem',
    ]);
  });
});

describe('what was planned once', () => {
  const changes: readonly (readonly [string, (sent: ReturnType<typeof asSent>) => ReturnType<typeof asSent>])[] = [
    ['moved', (sent) => sent.map((one, at) => (at === 0 ? { ...one, plannedOn: '2022-07-31' } : one))],
    ['weighed anew', (sent) => sent.map((one, at) => (at === 0 ? { ...one, weight: 1 } : one))],
    ['struck out', (sent) => sent.slice(0, 2)],
  ];
  it.each(changes)('is not %s by the unit, nor by the leadership without a reason', async (_, change) => {
    const own = await startedProgramme(harness, city);
    await write(threeMilestones, city.headPu, undefined, own);
    const sent = asSent((await read(city.headPu, own)).milestones);
    const changed = change(sent);
    const refused = await harness.refusal(write(changed, city.headPu, 'Hujan.', own));
    expect(refused.code).toBe('plan-replanning-needs-leadership');
    expect((await harness.refusal(write(changed, city.secretary, undefined, own))).code).toBe('plan-replanning-needs-reason');
    const plan = await write(changed, city.secretary, 'Anggaran bergeser.', own);
    expect(plan.milestones).toHaveLength(changed.length);
  });

  it('keeps every re-planning with who and why; the promise stays where it was', async () => {
    const own = await startedProgramme(harness, city);
    const first = await write(threeMilestones, city.headPu, undefined, own);
    const sent = asSent(first.milestones).map((one, at) => (at === 0 ? { ...one, plannedOn: '2022-05-31' } : one));
    const [moved] = (await write(sent, city.mayor, 'Anggaran bergeser.', own)).milestones;
    expect(moved).toMatchObject({ plannedOn: '2022-05-31', promisedOn: '2022-04-30' });
    expect(moved!.replans).toEqual([expect.objectContaining({ fromOn: '2022-04-30', toOn: '2022-05-31', reason: 'Anggaran bergeser.' })]);
  });

  it('is not struck out by anybody once somebody said something about it', async () => {
    const own = await startedProgramme(harness, city);
    const { milestones } = await write(threeMilestones, city.headPu, undefined, own);
    await harness.db
      .updateTable('programmes.milestone')
      .set({ reported_done_on: '2022-03-01' })
      .where('id', '=', milestones[2]!.id)
      .execute();
    const problem = await harness.refusal(write(asSent(milestones).slice(0, 2), city.mayor, 'Tidak jadi.', own));
    expect(problem.issues![0]!.message).toContain('Pengerukan');
  });
});

describe('two planners', () => {
  it('do not overwrite each other: the later one gets the plan as it stands', async () => {
    const own = await startedProgramme(harness, city);
    const { planVersion } = await read(city.headPu, own);
    await write(threeMilestones, city.headPu, undefined, own);
    const call = harness.as(city.secretaryPu)(writeMilestones, { params: { id: own.id }, body: { planVersion, milestones: [] } });
    const problem = await harness.refusal(call);
    expect(problem.code).toBe('edit-conflict');
    expect((problem.current as { milestones: unknown[] }).milestones).toHaveLength(3);
  });

  it('are the leadership, who is in charge and who speaks for the unit; nobody else', async () => {
    const own = await startedProgramme(harness, city);
    for (const who of [city.headHealth, city.staffPu, city.clerk, city.admin])
      expect((await harness.refusal(write(threeMilestones, who, undefined, own))).code).toBe('not-allowed');
    for (const who of [city.headPu, city.secretaryPu, city.mayor, city.assistant1]) await write([], who, undefined, own);
  });
});
