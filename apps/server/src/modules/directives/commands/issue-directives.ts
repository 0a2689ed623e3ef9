import { witaDate } from '@makaverse/calendar';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { unitTree } from '#modules/identity';
import { DirectivesIncomplete } from '../domain/broken-rules.ts';
import { spread } from '../domain/spread.ts';
import { addresseesOf } from '../queries/directive-views.ts';
import { gapsOfMeeting } from '../queries/meeting-directives.ts';
import { uuids } from '../queries/reader-scope.ts';
import { insertTasks } from './insert-tasks.ts';

/** A unit's part of an issued directive, as the nominations above need it. */
export interface IssuedTask {
  readonly taskId: string;
  readonly directiveId: string;
  readonly unitId: string;
  /** Named with the directive, and to be asked whether he agrees. */
  readonly picId: string | null;
  /** Or until when the unit must propose somebody. */
  readonly nominationDueOn: string | null;
}

/**
 * Issues all directives of a meeting: each becomes a task for every addressed unit, cascading ones for the kelurahan below as well. One
 * statement for the directives and one for the tasks, however many. Answers with the tasks of the addressed units.
 * @throws DirectivesIncomplete with every gap while one is incomplete
 */
export async function issueDirectives(tx: Transaction<Actor | null>, meetingId: string): Promise<IssuedTask[]> {
  const drafts = await tx.db
    .selectFrom('directives.directive')
    .select(['id', 'deadline', 'is_cascading'])
    .where('meeting_id', '=', meetingId)
    .where('state', '=', 'draft')
    .orderBy('serial')
    .forUpdate()
    .execute();
  if (drafts.length === 0) return [];
  const gaps = await gapsOfMeeting(tx, meetingId);
  if (gaps.length > 0)
    throw new DirectivesIncomplete(
      gaps.map(({ code, text, href }) => ({ code, text, href })),
      new Set(gaps.map((gap) => gap.directiveId)).size,
    );
  const ids = drafts.map((one) => one.id);
  const addressees = await addresseesOf(tx.db, ids);
  const tree = await unitTree(tx.db, witaDate(tx.now));
  const kelurahanOf = (unitId: string): string[] =>
    tree.get(unitId)?.kind === 'kecamatan'
      ? tree
          .childrenOf(unitId)
          .filter((unit) => unit.kind === 'kelurahan')
          .map((unit) => unit.id)
      : [];
  const tasks = drafts.flatMap((one) => {
    const asked = (addressees.get(one.id) ?? []).map((addressee) => ({
      unitId: addressee.unit_id,
      picId: addressee.pic_id,
      nominationDueOn: addressee.nomination_due_on,
    }));
    // Complete, as asked above: there is a deadline.
    return spread(
      { id: one.id, deadline: one.deadline!, isCascading: one.is_cascading, addressees: asked },
      { newId: () => tx.newId(), kelurahanOf },
    );
  });
  await tx.db
    .updateTable('directives.directive')
    .set({ state: 'issued', issued_at: tx.now, issued_by_id: tx.actor?.personId ?? null, version: sql<number>`version + 1` })
    .where('id', '=', sql<string>`any(${uuids(ids)})`)
    .execute();
  await insertTasks(tx, tasks);
  const byDirective = Map.groupBy(tasks, (task) => task.directiveId);
  for (const id of ids) {
    const own = byDirective.get(id) ?? [];
    const unitIds = own.filter((task) => task.parentId === null).map((task) => task.unitId);
    tx.audit({ action: 'directive.issued', object: 'directive', objectId: id, data: { meetingId, tasks: own.length, unitIds } });
    tx.touch(`directive:${id}`);
  }
  tx.enqueue({ name: 'directives.tell-units', payload: { directiveIds: ids } });
  return tasks
    .filter((task) => task.parentId === null)
    .map((task) => ({
      taskId: task.id,
      directiveId: task.directiveId,
      unitId: task.unitId,
      picId: task.appointeeId,
      nominationDueOn: task.nominationDueOn,
    }));
}
