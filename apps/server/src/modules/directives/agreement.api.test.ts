import { sql } from 'kysely';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/id';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { isComplete } from './domain/completeness.ts';
import { lateFor } from './domain/lateness.ts';
import { partsOf, timedTask } from './present.ts';
import { addresseesOf } from './queries/directive-views.ts';
import { canReadDirective } from './queries/one-directive.ts';
import { canReadTask } from './queries/one-task.ts';
import { directiveIsVisible, scopeOf, taskIsVisible } from './queries/reader-scope.ts';
import { isIncomplete, isTaskLate } from './queries/task-conditions.ts';

const now = new Date('2022-03-22T01:00:00Z');
let harness: Harness;
let city: SmallCity;
/** What is written once in the domain or policy and once as SQL must say the same of one and the same world, made by chance. */
beforeAll(async () => {
  harness = await startHarness({ now: now.toISOString() });
  city = await smallCity(harness);
  await makeWorld();
});
afterAll(() => harness.close());

async function makeWorld(): Promise<void> {
  const units = Object.values(city.units);
  const people = Object.values(city).flatMap((one) => ('positionId' in one ? [one.id as string] : []));
  const meetings = [newId(now), newId(now), newId(now)];
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
  const person = maybe(fc.constantFrom(...people));
  const moment = maybe(fc.date({ min: new Date('2022-03-16'), max: new Date('2022-03-28'), noInvalidDate: true }));
  const world = fc.record({
    drafts: fc.array(
      fc.record({
        meeting: fc.constantFrom(...meetings),
        isIssued: fc.boolean(),
        giver: person,
        keeper: person,
        deadline: maybe(fc.constant('2022-04-14')),
        measure: maybe(fc.constant('Selesai')),
        reviewer: person,
        asked: fc.uniqueArray(
          fc.record({
            unit: fc.constantFrom(...units),
            pic: person,
            day: maybe(fc.constant('2022-03-18')),
            below: fc.boolean(),
            times: fc.tuple(moment, moment, moment, moment, moment, moment),
            taskPic: person,
          }),
          { maxLength: 5, selector: (one) => one.unit },
        ),
      }),
      { minLength: 120, maxLength: 120 },
    ),
    audience: fc.uniqueArray(fc.tuple(fc.constantFrom(...meetings), fc.constantFrom(...units)), {
      minLength: 6,
      maxLength: 12,
      selector: (pair) => pair.join(),
    }),
  });
  const { drafts, audience } = fc.sample(world, { numRuns: 1, seed: 20220315 })[0]!;
  await harness.db
    .insertInto('directives.audience')
    .values(audience.map(([meeting_id, unit_id]) => ({ meeting_id, unit_id })))
    .execute();
  await harness.db.insertInto('directives.series').values({ key: 'meeting:x', label: 'A-2022-03-15', last: drafts.length }).execute();
  for (const [at, one] of drafts.entries()) {
    const id = newId(now);
    const issuedParts = {
      given_by_id: one.giver ?? people[0]!,
      deadline: '2022-04-14',
      measure: 'Selesai',
      reviewer_id: one.reviewer ?? people[0]!,
      issued_at: now,
    };
    const draftParts = { given_by_id: one.giver, deadline: one.deadline, measure: one.measure, reviewer_id: one.reviewer, issued_at: null };
    await harness.db
      .insertInto('directives.directive')
      .values({
        id,
        series_key: 'meeting:x',
        serial: at + 1,
        number: `A-2022-03-15/${at + 1}`,
        meeting_id: one.meeting,
        agenda_item_id: null,
        programme_id: null,
        state: one.isIssued ? 'issued' : 'draft',
        words: 'Bersihkan saluran.',
        kept_by_id: one.keeper,
        spoken_at: now,
        reviewer_unit_id: null,
        groups: [],
        is_cascading: false,
        issued_by_id: null,
        done_at: null,
        withdrawn_at: null,
        withdrawn_by_id: null,
        withdraw_reason: null,
        search: '',
        created_at: now,
        ...(one.isIssued ? issuedParts : draftParts),
      })
      .execute();
    let above: string | null = null;
    for (const [position, asked] of one.asked.entries()) {
      await harness.db
        .insertInto('directives.addressee')
        .values({
          directive_id: id,
          unit_id: asked.unit,
          position,
          via_group: false,
          pic_id: asked.pic,
          nomination_due_on: asked.pic ? null : asked.day,
        })
        .execute();
      if (!one.isIssued) continue;
      const [acknowledgeBy, deadlineAt, acknowledgedAt, namedAt, nominateBy, reportedAt] = asked.times;
      const parentId: string | null = asked.below ? above : null;
      const taskId = newId(now);
      await harness.db
        .insertInto('directives.task')
        .values({
          id: taskId,
          directive_id: id,
          parent_id: parentId,
          ancestor_ids: parentId ? [parentId] : [],
          unit_id: asked.unit,
          appointee_id: asked.pic,
          nomination_due_on: nominateBy ? '2022-03-18' : null,
          nominate_by: nominateBy,
          acknowledge_by: acknowledgeBy ?? now,
          deadline: '2022-04-14',
          deadline_at: deadlineAt ?? now,
          sent_at: now,
          seen_at: null,
          acknowledged_at: acknowledgedAt,
          acknowledged_by_id: null,
          acknowledgement: acknowledgedAt && 'Paham',
          named_at: namedAt,
          pic_id: asked.taskPic,
          reported_at: acknowledgedAt && reportedAt,
          reported_by_id: null,
          report: acknowledgedAt && reportedAt && 'Selesai',
          sent_back_at: null,
          sent_back_reason: null,
          done_at: null,
          done_by_id: null,
          told_at: null,
        })
        .execute();
      if (parentId === null) above = taskId;
    }
  }
}

const both = (flags: readonly boolean[]): boolean => flags.includes(true) && flags.includes(false);

describe('written twice, said once', () => {
  it('completeness', async () => {
    const rows = await harness.db.selectFrom('directives.directive').selectAll().where('state', '=', 'draft').execute();
    const addressees = await addresseesOf(
      harness.db,
      rows.map((row) => row.id),
    );
    const found = await sql<{ id: string }>`select id from directives.directive directive where ${isIncomplete}`.execute(harness.db);
    const incomplete = new Set(found.rows.map((row) => row.id));
    const judged = rows.map((row) => isComplete(partsOf(row, addressees.get(row.id) ?? [])));
    expect(both(judged)).toBe(true);
    expect(rows.map((row) => !incomplete.has(row.id))).toEqual(judged);
  });

  it('lateness, at many moments', async () => {
    const rows = await harness.db.selectFrom('directives.task').selectAll().orderBy('id').execute();
    for (let hours = -120; hours <= 168; hours += 8) {
      const moment = new Date(now.getTime() + hours * 3_600_000);
      const found = await sql<{ id: string }>`select id from directives.task task where ${isTaskLate('task', moment)}`.execute(harness.db);
      const late = new Set(found.rows.map((row) => row.id));
      expect(
        rows.map((row) => late.has(row.id)),
        moment.toISOString(),
      ).toEqual(rows.map((row) => lateFor(timedTask(row), moment) !== null));
    }
    expect(both(rows.map((row) => lateFor(timedTask(row), now) !== null))).toBe(true);
  });

  it('who may read, for every person and every record', async () => {
    const directives = await harness.db.selectFrom('directives.directive').select('id').orderBy('id').execute();
    const tasks = await harness.db.selectFrom('directives.task').selectAll().orderBy('id').execute();
    const seen = { directives: [] as boolean[], tasks: [] as boolean[] };
    for (const person of Object.values(city)) {
      if (!('positionId' in person)) continue;
      const context = await harness.contextOf(person as { id: string });
      const scope = await scopeOf(context);
      const visible = await sql<{
        id: string;
      }>`select directive.id from directives.directive directive where ${directiveIsVisible(scope)}`.execute(harness.db);
      const ids = new Set(visible.rows.map((row) => row.id));
      const may = await Promise.all(directives.map((row) => canReadDirective(context, row.id)));
      expect(may).toEqual(directives.map((row) => ids.has(row.id)));
      const visibleTasks = await sql<{ id: string }>`select task.id from directives.task task
        join directives.directive directive on directive.id = task.directive_id where ${taskIsVisible(scope)}`.execute(harness.db);
      const taskIds = new Set(visibleTasks.rows.map((row) => row.id));
      const mayTasks = await Promise.all(tasks.map((row) => canReadTask(context, row)));
      expect(mayTasks).toEqual(tasks.map((row) => taskIds.has(row.id)));
      if (!scope.readsEverything) {
        seen.directives.push(...may);
        seen.tasks.push(...mayTasks);
      }
    }
    expect(both(seen.directives) && both(seen.tasks)).toBe(true);
  });
});
