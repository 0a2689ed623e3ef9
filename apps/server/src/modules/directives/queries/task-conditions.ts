import { sql, type RawBuilder } from 'kysely';

/** Conditions on a task by the name it has in the query. */
const column = (alias: string, name: string): RawBuilder<unknown> => sql.ref(`${alias}.${name}`);

/** `lateFor` as a condition; a test holds the two against each other. */
export function isTaskLate(alias: string, now: Date): RawBuilder<boolean> {
  const at = (name: string): RawBuilder<unknown> => column(alias, name);
  return sql`(${at('reported_at')} is null and (${at('deadline_at')} < ${now}
    or (${at('acknowledged_at')} is null and ${at('acknowledge_by')} < ${now})
    or (${at('named_at')} is null and ${at('pic_id')} is null and ${at('nominate_by')} is not null and ${at('nominate_by')} < ${now})))`;
}

/** The unit has not yet said what it understood. */
export function isUnacknowledged(alias: string): RawBuilder<boolean> {
  return sql`(${column(alias, 'acknowledged_at')} is null)`;
}

/** Not yet confirmed as done. */
export function isOpen(alias: string): RawBuilder<boolean> {
  return sql`(${column(alias, 'done_at')} is null)`;
}

/** `isComplete` turned round, as a condition on `directive`; the same test. */
export const isIncomplete: RawBuilder<boolean> = sql`(directive.state = 'draft' and (directive.given_by_id is null or directive.deadline is null
  or directive.measure is null or directive.reviewer_id is null
  or not exists (select from directives.addressee a where a.directive_id = directive.id)
  or exists (select from directives.addressee a where a.directive_id = directive.id and a.pic_id is null and a.nomination_due_on is null)))`;
