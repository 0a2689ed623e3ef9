import { acknowledgeTask, confirmTask, reportTask } from '@makaverse/contract/directives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import {
  cityCounts,
  countsOfMeetings,
  directiveFacts,
  directiveIdsOfTasks,
  directivesOfMeeting,
  presentDirectives,
  recordOf,
  setPersonInCharge,
} from './index.ts';
import { doneToday, escalatedTasks } from './queries/city-standing.ts';
import { directiveWaiting } from './queries/waiting.ts';
import { completeParts, holdRakorsus, understood } from './testing/rakorsus.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
afterAll(() => harness.close());

describe('what modules above are told', () => {
  it('counts meetings without those struck, keeps the order of numbers, and answers for ids in their order', async () => {
    const meeting = holdRakorsus(harness, city);
    const [one, two, three] = [await meeting.keep(completeParts(city, [city.units.pu])), await meeting.keep({}), await meeting.keep({})];
    const struck = { state: 'withdrawn', withdrawn_at: harness.clock.now(), withdraw_reason: 'x' } as const;
    await harness.db.updateTable('directives.directive').set(struck).where('id', '=', three.id).execute();
    const counts = await countsOfMeetings(harness.db, [meeting.meetingId, city.units.pu]);
    expect([...counts]).toEqual([[meeting.meetingId, { directives: 2, incomplete: 1 }]]);
    const context = await harness.contextOf(city.mayor);
    expect((await directivesOfMeeting(context, meeting.meetingId)).map((each) => each.id)).toEqual([one.id, two.id]);
    expect((await presentDirectives(context, [two.id, city.units.pu, one.id])).map((each) => each.id)).toEqual([two.id, one.id]);
    const facts = (await directiveFacts(context, [one.id])).get(one.id);
    expect(facts).toMatchObject({
      number: one.number,
      state: 'draft',
      reviewerId: city.assistant1.id,
      reviewerUnitId: city.units.assistant1,
      unitIds: [city.units.pu],
    });
    await harness.db.deleteFrom('directives.directive').where('id', '=', two.id).execute();
    const [task] = await meeting.issue();
    expect((await directiveIdsOfTasks(context, [task!.taskId])).get(task!.taskId)).toBe(one.id);
  });

  it('counts the load and the record of a person in charge', async () => {
    const meeting = holdRakorsus(harness, city);
    for (let at = 0; at < 3; at += 1) await meeting.keep(completeParts(city, [city.units.health]));
    const tasks = await meeting.issue();
    for (const { taskId } of tasks) await harness.transact(null, (tx) => setPersonInCharge(tx, taskId, city.staffHealth.id));
    const [inTime, tooLate] = tasks;
    const finish = async (taskId: string, at: string): Promise<void> => {
      harness.clock.set(at);
      const params = { id: taskId };
      await harness.as(city.headHealth)(acknowledgeTask, { params, body: { words: understood } });
      await harness.as(city.headHealth)(reportTask, { params, body: { words: 'Selesai.' } });
      await harness.as(city.assistant1)(confirmTask, { params });
    };
    await finish(inTime!.taskId, '2022-04-01T10:00:00+08:00');
    await finish(tooLate!.taskId, '2022-04-18T10:00:00+08:00');
    const asked = [city.staffHealth.id, city.staffPu.id];
    const record = await recordOf(harness.db, asked, harness.clock.now());
    expect([...record]).toEqual([[city.staffHealth.id, { open: 1, done: 2, doneInTime: 1, late: 2 }]]);
    const done = await doneToday(await harness.contextOf(city.headHealth));
    expect(done.map((one) => one.title)).toEqual([
      `Dilaporkan selesai: ${await numberOf(tooLate!.taskId)}`,
      `Menyatakan paham: ${await numberOf(tooLate!.taskId)}`,
    ]);
    harness.clock.set('2022-03-15T19:00:00+08:00');
  });

  async function numberOf(taskId: string): Promise<string> {
    const context = await harness.contextOf(city.mayor);
    const id = (await directiveIdsOfTasks(context, [taskId])).get(taskId)!;
    return (await directiveFacts(context, [id])).get(id)!.number;
  }

  it('says how the city stands, what has climbed, and what the mayor waits for', async () => {
    const before = await cityCounts(await harness.contextOf(city.mayor));
    const meeting = holdRakorsus(harness, city);
    const directive = await meeting.keep({ ...completeParts(city, [city.units.kecamatanB]), isCascading: true });
    await meeting.issue();
    const tasks = await meeting.tasksOf(directive.id);
    await harness.as(city.lurahB1)(acknowledgeTask, { params: { id: tasks.get(city.units.kelurahanB1)!.id }, body: { words: understood } });
    const context = await harness.contextOf(city.mayor);
    const after = await cityCounts(context);
    expect({
      tasks: after.tasks - before.tasks,
      unacknowledged: after.unacknowledged - before.unacknowledged,
      withoutPic: after.withoutPic - before.withoutPic,
    }).toEqual({
      tasks: 3,
      unacknowledged: 2,
      withoutPic: 1,
    });
    const waiting = await directiveWaiting(context);
    expect(waiting.find((one) => one.key === `understanding:${directive.id}`)).toMatchObject({
      title: `Pernyataan paham ${directive.number}`,
      forWhom: '2 dari 3 unit',
      isLate: false,
      href: `/arahan/${directive.id}/rantai`,
    });
    const ofCamat = await directiveWaiting(await harness.contextOf(city.camatB));
    expect(ofCamat).toMatchObject([{ forWhom: '1 dari 2 unit' }]);
    harness.clock.set('2022-03-25T17:00:00+08:00');
    const climbed = await escalatedTasks({ ...(await harness.contextOf(city.mayor)), language: 'en' }, 50);
    expect(climbed.find((one) => one.href === `/tugas/${tasks.get(city.units.kecamatanB)!.id}`)).toMatchObject({
      title: `Kecamatan Manggala has not opened ${directive.number}`,
      rung: 'secretary',
      workingDays: 6,
    });
  });
});
