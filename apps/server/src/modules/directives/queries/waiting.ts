import { deadlineAfterWorkingDays } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { Waiting } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { personBriefs, unitBriefs } from '#modules/identity';
import { shorten } from '../domain/shorten.ts';
import { workingDaysToJudge } from '../domain/trouble.ts';
import { uuids } from './reader-scope.ts';
import { spokenForUnitIds } from './spoken-for.ts';

interface ReportedRow {
  readonly id: string;
  readonly number: string;
  readonly words: string;
  readonly reported_at: Date;
  readonly reviewer_id: string | null;
  readonly parent_unit_id: string | null;
}
interface CountedRow {
  readonly id: string;
  readonly number: string;
  readonly words: string;
  readonly since: Date;
  readonly acknowledge_by: Date;
  readonly missing: number;
  readonly total: number;
}
const most = 50;
const wordsShown = 160;

/** What a person waits for from others: a judgement of his report, and the understanding of those he asked or passed something on to. */
export async function directiveWaiting(context: Context): Promise<Waiting[]> {
  return [...(await forJudgement(context)), ...(await forUnitsBelow(context)), ...(await forAddressees(context))];
}

async function forJudgement(context: Context): Promise<Waiting[]> {
  const { db, now, actor, language } = context;
  const { rows } = await sql<ReportedRow>`
    select task.id, directive.number, directive.words, task.reported_at, directive.reviewer_id, parent.unit_id as parent_unit_id
    from directives.task task join directives.directive directive on directive.id = task.directive_id
      left join directives.task parent on parent.id = task.parent_id
    where task.reported_by_id = ${actor.personId} and task.done_at is null order by task.reported_at, task.id limit ${most}`.execute(db);
  const people = await personBriefs(
    db,
    rows.flatMap((row) => row.reviewer_id ?? []),
    now,
  );
  const units = await unitBriefs(
    db,
    rows.flatMap((row) => row.parent_unit_id ?? []),
  );
  return rows.map((row) => {
    const dueAt = deadlineAfterWorkingDays(row.reported_at, workingDaysToJudge);
    return {
      key: `judgement:${row.id}`,
      title: text(language, 'directives.waiting.judgement', { number: row.number }),
      detail: shorten(row.words, wordsShown),
      forWhom: row.parent_unit_id ? units.get(row.parent_unit_id)!.name : (people.get(row.reviewer_id ?? '')?.name ?? ''),
      since: row.reported_at.toISOString(),
      dueAt: dueAt.toISOString(),
      isLate: now > dueAt,
      href: pageOf.task(row.id),
    };
  });
}

async function forUnitsBelow(context: Context): Promise<Waiting[]> {
  const { rows } = await sql<CountedRow>`
    select above.id, directive.number, directive.words, min(task.sent_at) as since, min(task.acknowledge_by) as acknowledge_by,
      count(*) filter (where task.acknowledged_at is null) as missing, count(*) as total
    from directives.task above join directives.task task on task.parent_id = above.id
      join directives.directive directive on directive.id = above.directive_id
    where above.unit_id = any(${uuids(spokenForUnitIds(context.actor))}) and directive.state = 'issued'
    group by above.id, directive.id having count(*) filter (where task.acknowledged_at is null) > 0
    order by min(task.acknowledge_by), above.id limit ${most}`.execute(context.db);
  return rows.map((row) => counted(context, row, { key: `below:${row.id}`, href: pageOf.task(row.id) }));
}

async function forAddressees(context: Context): Promise<Waiting[]> {
  const { rows } = await sql<CountedRow>`
    select directive.id, directive.number, directive.words, min(task.sent_at) as since, min(task.acknowledge_by) as acknowledge_by,
      count(*) filter (where task.acknowledged_at is null) as missing, count(*) as total
    from directives.directive directive join directives.task task on task.directive_id = directive.id
    where directive.given_by_id = ${context.actor.personId} and directive.state = 'issued'
    group by directive.id having count(*) filter (where task.acknowledged_at is null) > 0
    order by min(task.acknowledge_by), directive.series_key, directive.serial limit ${most}`.execute(context.db);
  return rows.map((row) => counted(context, row, { key: `understanding:${row.id}`, href: pageOf.cascade(row.id) }));
}

function counted({ language, now }: Context, row: CountedRow, where: { key: string; href: string }): Waiting {
  return {
    ...where,
    title: text(language, 'directives.waiting.understanding', { number: row.number }),
    detail: shorten(row.words, wordsShown),
    forWhom: text(language, 'directives.waiting.units', { count: row.missing, total: row.total }),
    since: row.since.toISOString(),
    dueAt: row.acknowledge_by.toISOString(),
    isLate: now > row.acknowledge_by,
  };
}
