import type { ObstacleDetail } from '@makaverse/contract/programmes-obstacles';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { carryingFactsOf } from '../../carrying/queries/carrying-facts.ts';
import { mayReadObstacle } from '../policy.ts';
import { obstacleFacts, presentObstacleDetail } from '../present.ts';
import type { ObstacleRow } from '../tables.ts';
import { obstacleNames } from './obstacle-names.ts';

/** An obstacle by its id, if the actor may read it. @throws RecordMissing */
export async function readableObstacle(context: Context, id: string): Promise<ObstacleRow> {
  const row = await context.db.selectFrom('programmes.obstacle').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !(await isReadable(context, row))) throw new RecordMissing();
  return row;
}

/** Whether the actor may read it. */
export async function isReadable({ db, actor }: Pick<Context, 'db' | 'actor'>, row: ObstacleRow): Promise<boolean> {
  const carrying = (await carryingFactsOf(db, [row.programme_id])).get(row.programme_id)!;
  return mayReadObstacle(actor, obstacleFacts(row, carrying));
}

/** An obstacle with its steps and its letter. */
export async function obstacleDetail(context: Context, row: ObstacleRow): Promise<ObstacleDetail> {
  const steps = await context.db
    .selectFrom('programmes.obstacle_step')
    .selectAll()
    .where('obstacle_id', '=', row.id)
    .orderBy('seq')
    .execute();
  return presentObstacleDetail(row, steps, await obstacleNames(context, [row], steps), context);
}
