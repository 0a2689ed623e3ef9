import { nextWorkingDay, endOfWorkingDay, witaDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { text, type Language } from '#platform/language';
import type { MorningNotice } from '#platform/module';
import { unitBriefs } from '#modules/identity';
import { noticesOf, type Notice } from '../domain/notices.ts';
import { shorten } from '../domain/shorten.ts';
import { timedTask } from '../present.ts';
import { noticeReaders } from '../queries/notice-readers.ts';
import type { TaskRow } from '../tables.ts';

interface OpenTask extends TaskRow {
  readonly number: string;
  readonly words: string;
  readonly reviewer_unit_id: string | null;
  readonly parent_unit_id: string | null;
}
type Said = Notice & { readonly task: OpenTask };

const wordsInMail = 120;

/**
 * Tells of deadlines that come or have passed, each once at each rung. What was said is kept in the same transaction, so it may be asked
 * as often as one likes.
 */
export async function deadlineNotices(tx: Transaction<null>): Promise<readonly MorningNotice[]> {
  const due = (await tasksDueSoon(tx)).flatMap((task) => noticesOf(timedTask(task), tx.now).map((notice): Said => ({ ...notice, task })));
  const fresh = await keepNotices(tx, due);
  if (fresh.length === 0) return [];
  const readersOf = await noticeReaders(tx);
  const names = await unitBriefs(
    tx.db,
    fresh.map((one) => one.task.unit_id),
  );
  return fresh.flatMap((one) => {
    const { id, unit_id: unitId, parent_unit_id: parentUnitId, pic_id: picId, reviewer_unit_id: reviewerUnitId } = one.task;
    const line = (language: Language): string => lineOf(one, names.get(unitId)?.name ?? '', language, tx.request.publicUrl);
    const told = { href: pageOf.task(id), hasClimbed: hasClimbed(one.kind), words: { id: line('id'), en: line('en') } };
    const readers = new Set(readersOf({ unitId, parentUnitId, picId, reviewerUnitId }, one.kind));
    return [...readers].map((personId) => ({ personId, ...told }));
  });
}

/** Beyond the unit and the one above it. */
function hasClimbed(kind: Notice['kind']): boolean {
  return kind !== 'due-soon' && kind !== 'overdue' && kind !== 'unit-head';
}

async function tasksDueSoon(tx: Transaction<null>): Promise<readonly OpenTask[]> {
  const horizon = endOfWorkingDay(nextWorkingDay(witaDate(tx.now)));
  const { rows } = await sql<OpenTask>`
    select task.*, directive.number, directive.words, directive.reviewer_unit_id,
      (select unit_id from directives.task parent where parent.id = task.parent_id) as parent_unit_id
    from directives.task task join directives.directive directive on directive.id = task.directive_id
    where task.reported_at is null
      and (task.deadline_at <= ${horizon} or (task.acknowledged_at is null and task.acknowledge_by <= ${horizon}))
    order by directive.series_key, directive.serial, task.id`.execute(tx.db);
  return rows;
}

/** Keeps the notices and answers with those that had not been given yet. */
async function keepNotices(tx: Transaction<null>, notices: readonly Said[]): Promise<readonly Said[]> {
  if (notices.length === 0) return [];
  const keyOf = (taskId: string, step: string): string => `${taskId} ${step}`;
  const { rows } = await sql<{ task_id: string; step: string }>`
    insert into directives.reminder (task_id, step, due_at, notice, at)
    select one.task_id, one.step, one.due_at, one.notice, ${tx.now}::timestamptz
    from unnest(${notices.map((one) => one.task.id)}::uuid[], ${notices.map((one) => one.step)}::text[],
      ${notices.map((one) => one.dueAt.toISOString())}::timestamptz[], ${notices.map((one) => one.kind)}::text[])
      as one(task_id, step, due_at, notice)
    on conflict do nothing returning task_id, step`.execute(tx.db);
  const kept = new Set(rows.map((row) => keyOf(row.task_id, row.step)));
  return notices.filter((one) => kept.has(keyOf(one.task.id, one.step)));
}

function lineOf(one: Said, unit: string, language: Language, publicUrl: string): string {
  return text(language, 'directives.reminderLine', {
    number: one.task.number,
    unit,
    why: text(language, `directives.why.${one.step}.${one.kind === 'due-soon' ? 'soon' : 'late'}`, { count: one.workingDays }),
    words: shorten(one.task.words, wordsInMail),
    href: new URL(pageOf.task(one.task.id), publicUrl).href,
  });
}
