import { witaDate } from '@makaverse/calendar';
import type { Task } from '@makaverse/contract/directives';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { text } from '#platform/language';
import { unitBriefs, unitTree } from '#modules/identity';
import { UnitAlreadyAsked, UnitNotBelow, UnitsUnknown } from '../domain/broken-rules.ts';
import { mayAnswerFor } from '../policy.ts';
import { uuids } from '../queries/reader-scope.ts';
import { taskViews } from '../queries/task-views.ts';
import { insertTasks } from './insert-tasks.ts';
import { lockForMove, writeMove } from './lock-task.ts';

/**
 * Passes a task on to units below: each gets a part of its own, due at the same deadline, and says for itself what it understood. Those
 * that have their part from here already are answered with as it is, so that sending twice makes one.
 */
export async function cascadeTask(tx: Transaction, asked: { id: string; unitIds: readonly string[] }): Promise<Task[]> {
  const { row } = await lockForMove(tx, { id: asked.id, move: 'pass-on', may: mayAnswerFor });
  const unitIds = [...new Set(asked.unitIds)];
  await refuseUnfitUnits(tx, row.unit_id, unitIds);
  const known = await tx.db
    .selectFrom('directives.task')
    .selectAll()
    .where('directive_id', '=', row.directive_id)
    .where('unit_id', '=', sql<string>`any(${uuids(unitIds)})`)
    .execute();
  const elsewhere = known.filter((one) => one.parent_id !== row.id).map((one) => one.unit_id);
  if (elsewhere.length > 0) throw new UnitAlreadyAsked(await namesOf(tx, elsewhere));
  const fresh = unitIds.filter((unitId) => !known.some((one) => one.unit_id === unitId));
  const planned = fresh.map((unitId) => ({
    id: tx.newId(),
    directiveId: row.directive_id,
    parentId: row.id,
    unitId,
    appointeeId: null,
    nominationDueOn: null,
    nominateBy: null,
    deadline: row.deadline,
    deadlineAt: row.deadline_at,
  }));
  if (planned.length > 0) {
    await insertTasks(tx, planned, new Map([[row.id, row.ancestor_ids]]));
    await writeMove(tx, row, { set: {}, event: { kind: 'passed-on', words: await namesOf(tx, fresh) } });
    tx.enqueue({ name: 'directives.tell-units', payload: { directiveIds: [row.directive_id] } });
  }
  const rows = await tx.db
    .selectFrom('directives.task')
    .selectAll()
    .where('parent_id', '=', row.id)
    .where('unit_id', '=', sql<string>`any(${uuids(unitIds)})`)
    .execute();
  return taskViews(
    tx,
    unitIds.flatMap((unitId) => rows.find((one) => one.unit_id === unitId) ?? []),
  );
}

async function refuseUnfitUnits(tx: Transaction, fromUnitId: string, unitIds: readonly string[]): Promise<void> {
  const tree = await unitTree(tx.db, witaDate(tx.now));
  const message = text(tx.language, 'directives.issues.unitUnknown');
  const unknown = unitIds.flatMap((unitId, at) => (tree.get(unitId) ? [] : [{ path: `unitIds.${at}`, message }]));
  if (unknown.length > 0) throw new UnitsUnknown(unknown);
  const unfit = unitIds.filter((unitId) => unitId === fromUnitId || !tree.pathOf(unitId).includes(fromUnitId));
  if (unfit.length > 0) throw new UnitNotBelow(await namesOf(tx, unfit));
}

async function namesOf(tx: Transaction, unitIds: readonly string[]): Promise<string> {
  const briefs = await unitBriefs(tx.db, unitIds);
  return unitIds.map((unitId) => briefs.get(unitId)?.name ?? unitId).join(', ');
}
