import { witaDate } from '@makaverse/calendar';
import type { ObstacleDetail, reportObstacle as endpoint } from '@makaverse/contract/programmes-obstacles';
import type { Transaction } from '#platform/context';
import { NotAllowed, RecordMissing } from '#platform/errors';
import type { Input } from '#platform/module';
import { searchText } from '#platform/search-text';
import { unitTree } from '#modules/identity';
import { carryingFactsOf } from '../../carrying/queries/carrying-facts.ts';
import { NotOfProgramme, ObstacleInFuture, RemoverUnknown } from '../domain/broken-rules.ts';
import { reported } from '../domain/moves.ts';
import { mayReportObstacle } from '../policy.ts';
import { obstacleDetail } from '../queries/obstacle-detail.ts';
import { addStep, standingColumns, wake } from './keep-obstacle.ts';
import { tellOfObstacle } from './tell-of-obstacle.ts';

type Asked = Input<typeof endpoint>['body'] & { readonly id: string };

/** Says what blocks a part of a programme; from this hour it lies with whoever can remove it. */
export async function reportObstacle(tx: Transaction, asked: Asked): Promise<ObstacleDetail> {
  const carrying = (await carryingFactsOf(tx.db, [asked.id])).get(asked.id);
  if (!carrying) throw new RecordMissing();
  const isPart = carrying.parts.some((part) => part.unitId === asked.unitId);
  if (!mayReportObstacle(tx.actor, carrying, asked.unitId)) throw new NotAllowed('obstacle-not-yours');
  if (!isPart || !(await isMilestoneOf(tx, asked))) throw new NotOfProgramme();
  if (asked.sinceOn > witaDate(tx.now)) throw new ObstacleInFuture();
  const removerUnitId = asked.remover.kind === 'unit' ? asked.remover.unitId : null;
  const authority = asked.remover.kind === 'outside' ? asked.remover.authority : null;
  if (removerUnitId !== null && !(await unitTree(tx.db, witaDate(tx.now))).get(removerUnitId)) throw new RemoverUnknown();
  const standing = reported(tx.now);
  const row = await tx.db
    .insertInto('programmes.obstacle')
    .values({
      id: tx.newId(),
      programme_id: asked.id,
      unit_id: asked.unitId,
      milestone_id: asked.milestoneId,
      words: asked.words,
      since_on: asked.sinceOn,
      cost_per_day: asked.costPerDay,
      remover_unit_id: removerUnitId,
      authority,
      reported_by_id: tx.actor.personId,
      reported_at: tx.now,
      search: searchText(asked.words, authority),
      ...standingColumns(standing),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await addStep(tx, row, { action: 'report', words: asked.words, untilOn: null, height: row.height });
  tx.audit({
    action: 'obstacle.report',
    object: 'obstacle',
    objectId: row.id,
    data: { programmeId: asked.id, unitId: asked.unitId, removerUnitId, isOutside: authority !== null },
  });
  const lying = await wake(tx, row);
  await tellOfObstacle(tx, row, { template: 'obstacle-reported', personIds: lying });
  return obstacleDetail(tx, row);
}

async function isMilestoneOf(tx: Transaction, { id, milestoneId }: Asked): Promise<boolean> {
  if (milestoneId === null) return true;
  const found = await tx.db
    .selectFrom('programmes.milestone')
    .select('id')
    .where('id', '=', milestoneId)
    .where('programme_id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}
