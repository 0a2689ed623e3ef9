import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { stuckOf, type Stuck } from '../domain/stuck.ts';
import type { ObstacleRow } from '../tables.ts';
import { clockOf } from './delays.ts';

/** An obstacle that does not go on by itself. Nothing in words: those are for whoever may read the obstacle. */
export interface StuckObstacle extends Stuck {
  /** Who must answer: the unit that can remove it, or, where that lies outside the city, the unit whose letter it waits for. */
  readonly unitId: string;
  readonly blockedUnitId: string;
}

type Standing = Pick<ObstacleRow, 'programme_id' | 'unit_id' | 'remover_unit_id' | 'height' | 'clock_from' | 'rests_until'>;

/** By programme, those that have blocked longest first. */
export async function stuckObstacles(db: Kysely<Database>, now: Date): Promise<ReadonlyMap<string, readonly StuckObstacle[]>> {
  const { rows } = await sql<Standing>`
    select programme_id, unit_id, remover_unit_id, height, clock_from, rests_until
    from programmes.obstacle where state <> 'solved' order by since_on, id`.execute(db);
  const found = rows.flatMap((row) => {
    const stuck = stuckOf(clockOf(row), now);
    const unitId = row.remover_unit_id ?? row.unit_id;
    return stuck ? [{ ...stuck, programmeId: row.programme_id, unitId, blockedUnitId: row.unit_id }] : [];
  });
  return Map.groupBy(found, (one) => one.programmeId);
}
