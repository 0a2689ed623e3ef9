import { formatDate, witaDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { text, type Language } from '#platform/language';
import { holdersOf, mailPeople } from '#modules/identity';
import { uuids } from '../queries/reader-scope.ts';
import { shorten } from '../domain/shorten.ts';

/** A task as a line of a mail. */
export interface MailedTask {
  readonly id: string;
  readonly unit_id: string;
  readonly number: string;
  readonly words: string;
  readonly deadline: string;
}
const wordsInMail = 180;

/** Tasks as a list in a mail, each with its own link. */
export function taskLines(tasks: readonly MailedTask[], language: Language, publicUrl: string): string {
  return tasks
    .map((task) =>
      text(language, 'directives.mailLine', {
        number: task.number,
        words: shorten(task.words, wordsInMail),
        deadline: formatDate(task.deadline, language),
        href: new URL(pageOf.task(task.id), publicUrl).href,
      }),
    )
    .join('\n\n');
}

/**
 * Tells head and secretary of each unit of the tasks they have not been told of: one mail a person, however many directives. A task
 * is marked as told in the same transaction, so the job may run again.
 */
export async function tellUnits(tx: Transaction<null>, payload: { directiveIds: readonly string[] }): Promise<void> {
  const { rows } = await sql<MailedTask>`
    with told as (update directives.task set told_at = ${tx.now}
      where directive_id = any(${uuids(payload.directiveIds)}) and told_at is null returning id, unit_id, directive_id, deadline)
    select told.id, told.unit_id, told.deadline, directive.number, directive.words
    from told join directives.directive directive on directive.id = told.directive_id
    order by directive.series_key, directive.serial`.execute(tx.db);
  const byUnit = Map.groupBy(rows, (row) => row.unit_id);
  const holders = await holdersOf(tx.db, { unitIds: byUnit.keys(), kinds: ['head', 'secretary'], on: witaDate(tx.now) });
  for (const [personId, offices] of Map.groupBy(holders, (holder) => holder.personId)) {
    const tasks = [...new Set(offices.map((office) => office.unitId))].flatMap((unitId) => byUnit.get(unitId) ?? []);
    mailPeople(tx, {
      personIds: [personId],
      template: 'directives-issued',
      params: {
        count: tasks.length,
        listId: taskLines(tasks, 'id', tx.request.publicUrl),
        listEn: taskLines(tasks, 'en', tx.request.publicUrl),
        todayHref: pageOf.today(),
      },
    });
  }
}
