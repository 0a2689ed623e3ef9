import { addWorkingDays, deadlineAfterWorkingDays, endOfWorkingDay, witaDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { Ask, AskKind } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { personBriefs, unitBriefs } from '#modules/identity';
import { lacksOf, mendingPlace } from '../domain/completeness.ts';
import { shorten } from '../domain/shorten.ts';
import { workingDaysToJudge } from '../domain/trouble.ts';
import { urgencyOf } from '../domain/urgency.ts';
import { partsOf } from '../present.ts';
import type { DirectiveRow, TaskRow } from '../tables.ts';
import { addresseesOf } from './directive-views.ts';
import { uuids } from './reader-scope.ts';
import { reviewingUnitIds, spokenForUnitIds } from './spoken-for.ts';
import { isIncomplete } from './task-conditions.ts';

interface AskedTask extends TaskRow {
  readonly number: string;
  readonly words: string;
  readonly given_by_id: string | null;
}
/** An ask before people and units have their names. */
interface RawAsk {
  readonly key: string;
  readonly kind: AskKind;
  readonly number: string;
  readonly words: string;
  readonly unitId: string | null;
  readonly fromId: string | null;
  readonly since: Date;
  readonly dueAt: Date | null;
  readonly href: string;
}

/** Nobody works off more in a day; the rest comes up as these go. */
const most = 200;
/** A report is asked for when its deadline is this near. */
const workingDaysAhead = 2;
const wordsInAsk = 160;

/** What directives ask of a person now: to acknowledge, to report or mend a report, to judge one, to complete what he wrote down. */
export async function directiveAsks(context: Context): Promise<Ask[]> {
  const { db, now, language } = context;
  const raw = [...(await ofOwnTasks(context)), ...(await ofReports(context)), ...(await ofDrafts(context))];
  const units = await unitBriefs(
    db,
    raw.flatMap((one) => one.unitId ?? []),
  );
  const people = await personBriefs(
    db,
    raw.flatMap((one) => one.fromId ?? []),
    now,
  );
  return raw.map((one) => ({
    key: one.key,
    kind: one.kind,
    title: text(language, `directives.asks.${one.kind}`, { number: one.number, unit: one.unitId ? units.get(one.unitId)?.name : '' }),
    detail: shorten(one.words, wordsInAsk),
    from: one.fromId === null ? null : (people.get(one.fromId) ?? null),
    since: one.since.toISOString(),
    dueAt: one.dueAt?.toISOString() ?? null,
    isLate: one.dueAt !== null && now > one.dueAt,
    href: one.href,
    urgency: urgencyOf(one.dueAt, now),
  }));
}

async function ofOwnTasks(context: Context): Promise<RawAsk[]> {
  const { db, now, actor } = context;
  const near = endOfWorkingDay(addWorkingDays(witaDate(now), workingDaysAhead));
  const { rows } = await sql<AskedTask>`
    select task.*, directive.number, directive.words, directive.given_by_id
    from directives.task task join directives.directive directive on directive.id = task.directive_id
    where (task.unit_id = any(${uuids(spokenForUnitIds(actor))}) or task.pic_id = ${actor.personId}) and task.reported_at is null
      and (task.acknowledged_at is null or task.sent_back_at is not null or task.deadline_at <= ${near})
    order by least(case when task.acknowledged_at is null then task.acknowledge_by end, task.deadline_at), task.id limit ${most}`.execute(
    db,
  );
  return rows.map((task) => {
    const isUnderstood = task.acknowledged_at !== null;
    return {
      key: `${isUnderstood ? 'mend-task' : 'acknowledge'}:${task.id}`,
      kind: isUnderstood ? 'mend-task' : 'acknowledge',
      number: task.number,
      words: task.sent_back_reason ?? task.words,
      unitId: task.unit_id,
      fromId: task.given_by_id,
      since: task.sent_back_at ?? task.sent_at,
      dueAt: isUnderstood ? task.deadline_at : task.acknowledge_by,
      href: pageOf.task(task.id),
    };
  });
}

async function ofReports(context: Context): Promise<RawAsk[]> {
  const { db, actor } = context;
  const me = sql`${actor.personId}::uuid`;
  const reviewing = uuids(reviewingUnitIds(actor));
  const { rows } = await sql<AskedTask>`
    select task.*, directive.number, directive.words, directive.given_by_id
    from directives.task task join directives.directive directive on directive.id = task.directive_id
      left join directives.task parent on parent.id = task.parent_id
    where task.reported_at is not null and task.done_at is null
      and task.reported_by_id is distinct from ${me} and task.pic_id is distinct from ${me}
      and case when parent.id is null then directive.reviewer_unit_id = any(${reviewing})
          else parent.unit_id = any(${uuids(spokenForUnitIds(actor))}) end
    order by task.reported_at, task.id limit ${most}`.execute(db);
  return rows.map((task) => ({
    key: `confirm-task:${task.id}`,
    kind: 'confirm-task',
    number: task.number,
    words: task.report!,
    unitId: task.unit_id,
    fromId: task.reported_by_id,
    since: task.reported_at!,
    dueAt: deadlineAfterWorkingDays(task.reported_at!, workingDaysToJudge),
    href: pageOf.task(task.id),
  }));
}

async function ofDrafts(context: Context): Promise<RawAsk[]> {
  const { db, actor } = context;
  const { rows } = await sql<DirectiveRow>`
    select directive.* from directives.directive directive
    where directive.state = 'draft' and directive.kept_by_id = ${actor.personId} and ${isIncomplete}
    order by directive.spoken_at, directive.id limit ${most}`.execute(db);
  const addressees = await addresseesOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    key: `complete-directive:${row.id}`,
    kind: 'complete-directive',
    number: row.number,
    words: row.words,
    unitId: null,
    fromId: row.given_by_id,
    since: row.spoken_at,
    dueAt: null,
    href: pageOf.directive(row.id, mendingPlace[lacksOf(partsOf(row, addressees.get(row.id) ?? []))[0]!.part]),
  }));
}
