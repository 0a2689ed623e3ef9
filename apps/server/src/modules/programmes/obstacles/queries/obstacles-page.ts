import type { listObstacles, Obstacle } from '@makaverse/contract/programmes-obstacles';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Context } from '#platform/context';
import { fromCursor, toCursor } from '#platform/cursor';
import type { Input } from '#platform/module';
import { presentObstacle } from '../present.ts';
import type { ObstacleRow } from '../tables.ts';
import { obstacleNames } from './obstacle-names.ts';
import { isOpen, visibleObstacles } from './visible-obstacles.ts';

type Asked = Input<typeof listObstacles>['query'];
const key = z.tuple([z.iso.date(), z.uuid()]);

/** One page of the obstacles the actor may read, those that block longest first. */
export async function obstaclesPage(context: Context, asked: Asked): Promise<{ items: Obstacle[]; next: string | null }> {
  const after = fromCursor(asked.cursor, key);
  const rows = await visibleObstacles(context, sql<boolean>`${fitting(asked)} and ${afterKey(after)}`, asked.limit + 1);
  const shown = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? shown.at(-1)! : null;
  return { items: await presentObstacles(context, shown), next: last && toCursor([last.since_on, last.id]) };
}

function fitting({ only, programmeId, unitId }: Asked): RawBuilder<boolean> {
  return sql<boolean>`(${only === 'open' ? isOpen : only === 'solved' ? sql`obstacle.state = 'solved'` : sql`true`}
    and ${programmeId === undefined ? sql`true` : sql`obstacle.programme_id = ${programmeId}`}
    and ${unitId === undefined ? sql`true` : sql`${unitId} in (obstacle.unit_id, obstacle.remover_unit_id)`})`;
}

function afterKey(after: z.output<typeof key> | null): RawBuilder<boolean> {
  return after === null ? sql`true` : sql`(obstacle.since_on, obstacle.id) > (${after[0]}::date, ${after[1]}::uuid)`;
}

/** Obstacles as they stand in lists. */
export async function presentObstacles(context: Context, rows: readonly ObstacleRow[]): Promise<Obstacle[]> {
  if (rows.length === 0) return [];
  const names = await obstacleNames(context, rows);
  return rows.map((row) => presentObstacle(row, names, context));
}
