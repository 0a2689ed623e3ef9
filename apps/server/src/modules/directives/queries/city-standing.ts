import { witaDate, instantAt } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { Rung } from '@makaverse/contract/programmes';
import type { Done, Escalated } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { unitBriefs } from '#modules/identity';
import { ladder } from '../domain/ladder.ts';
import { shorten } from '../domain/shorten.ts';
import { isTaskLate } from './task-conditions.ts';
import { troubledTasks } from './troubled-tasks.ts';

/** How the city stands with its directives that are issued and not yet done. */
export interface CityCounts {
  readonly directives: number;
  readonly tasks: number;
  readonly unacknowledged: number;
  /** Parts of addressed units for which nobody has agreed to answer. */
  readonly withoutPic: number;
  readonly late: number;
  readonly done: number;
}

/** Counts over everything, for the leadership's pages. */
export async function cityCounts(context: Pick<Context, 'db' | 'now'>): Promise<CityCounts> {
  const { rows } = await sql<CityCounts>`
    select count(distinct directive.id) as directives, count(*) as tasks,
      count(*) filter (where task.acknowledged_at is null) as unacknowledged,
      count(*) filter (where task.parent_id is null and task.pic_id is null and task.reported_at is null) as "withoutPic",
      count(*) filter (where ${isTaskLate('task', context.now)}) as late,
      count(*) filter (where task.done_at is not null) as done
    from directives.directive directive join directives.task task on task.directive_id = directive.id
    where directive.state = 'issued'`.execute(context.db);
  return rows[0]!;
}

/** What has climbed at least one rung, the highest and the oldest first; for the leadership's pages. */
export async function escalatedTasks(context: Context, limit: number): Promise<Escalated[]> {
  const height = (rung: Rung): number => ladder.findIndex((one) => one === rung);
  const climbed = (await troubledTasks(context))
    .filter((one) => one.rung !== 'none')
    .toSorted((a, b) => height(b.rung) - height(a.rung) || b.workingDays - a.workingDays || b.unitsBelow - a.unitsBelow)
    .slice(0, limit);
  const units = await unitBriefs(
    context.db,
    climbed.map((one) => one.unitId),
  );
  return climbed.map((one) => ({
    title: text(context.language, `directives.escalated.${one.kind}`, {
      number: one.directiveNumber,
      unit: units.get(one.unitId)?.name ?? '',
      count: one.workingDays,
    }),
    detail: shorten(one.directiveWords, 160),
    rung: one.rung,
    workingDays: one.workingDays,
    href: pageOf.task(one.taskId),
  }));
}

/** What a person did today with tasks, the latest first. */
export async function doneToday(context: Context): Promise<Done[]> {
  const morning = instantAt(witaDate(context.now), '00:00');
  const { rows } = await sql<{ id: string; task_id: string; kind: string; at: Date; number: string }>`
    select event.id, event.task_id, event.kind, event.at, directive.number
    from directives.task_event event join directives.task task on task.id = event.task_id
      join directives.directive directive on directive.id = task.directive_id
    where event.by_id = ${context.actor.personId} and event.at >= ${morning} and event.kind in ('acknowledged','passed-on','reported','sent-back','confirmed')
    order by event.at desc, event.seq desc limit 50`.execute(context.db);
  return rows.map((row) => ({
    key: `task-event:${row.id}`,
    title: `${text(context.language, `directives.history.${row.kind}`)}: ${row.number}`,
    at: row.at.toISOString(),
    href: pageOf.task(row.task_id),
  }));
}
