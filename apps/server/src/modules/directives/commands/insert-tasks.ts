import { deadlineAfterWorkingDays } from '@makaverse/calendar';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { workingDaysToAcknowledge } from '../domain/lateness.ts';
import type { PlannedTask } from '../domain/spread.ts';

/** Writes and sends any number of tasks in one statement; their parents are among them or there already. */
export async function insertTasks(
  tx: Transaction<Actor | null>,
  tasks: readonly PlannedTask[],
  ancestorsOf: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<void> {
  if (tasks.length === 0) return;
  const acknowledgeBy = deadlineAfterWorkingDays(tx.now, workingDaysToAcknowledge);
  // Arrays of arrays do not pass through unnest; a path travels as its text.
  const paths = tasks.map((one) => `{${one.parentId === null ? '' : [...(ancestorsOf.get(one.parentId) ?? []), one.parentId].join(',')}}`);
  await sql`
    insert into directives.task (id, directive_id, parent_id, ancestor_ids, unit_id, appointee_id, nomination_due_on, nominate_by,
      acknowledge_by, deadline, deadline_at, sent_at)
    select one.id, one.directive_id, one.parent_id, one.path::uuid[], one.unit_id, one.appointee_id, one.nomination_due_on, one.nominate_by,
      ${acknowledgeBy}::timestamptz, one.deadline, one.deadline_at, ${tx.now}::timestamptz
    from unnest(${tasks.map((one) => one.id)}::uuid[], ${tasks.map((one) => one.directiveId)}::uuid[],
      ${tasks.map((one) => one.parentId)}::uuid[], ${paths}::text[], ${tasks.map((one) => one.unitId)}::uuid[],
      ${tasks.map((one) => one.appointeeId)}::uuid[], ${tasks.map((one) => one.nominationDueOn)}::date[],
      ${tasks.map((one) => one.nominateBy?.toISOString() ?? null)}::timestamptz[], ${tasks.map((one) => one.deadline)}::date[],
      ${tasks.map((one) => one.deadlineAt.toISOString())}::timestamptz[])
      as one(id, directive_id, parent_id, path, unit_id, appointee_id, nomination_due_on, nominate_by, deadline, deadline_at)`.execute(
    tx.db,
  );
}
