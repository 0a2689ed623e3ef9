import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { heightAt, type ObstacleClock } from '../domain/clock.ts';
import type { Delay } from '../domain/days-lost.ts';
import type { ObstacleRow } from '../tables.ts';

/** A programme's delay, with how high it has climbed; nothing in words, so that it may be counted for whoever reads the programme. */
export interface CountedDelay extends Delay {
  readonly programmeId: string;
  readonly isOpen: boolean;
  readonly height: number;
}

/** A row's clock. */
export function clockOf(row: Pick<ObstacleRow, 'height' | 'clock_from' | 'rests_until'>): ObstacleClock {
  return { height: row.height, from: row.clock_from, restsUntil: row.rests_until };
}

type DelayRow = Pick<ObstacleRow, 'programme_id' | 'since_on' | 'solved_on' | 'state' | 'height' | 'clock_from' | 'rests_until'> & {
  readonly sent_on: string | null;
  readonly answered_on: string | null;
};

/** All delays of programmes, solved ones too; of every programme where none is named. */
export async function delaysOf(
  db: Kysely<Database>,
  now: Date,
  programmeIds: readonly string[] | null,
): Promise<ReadonlyMap<string, readonly CountedDelay[]>> {
  const { rows } = await sql<DelayRow>`
    select obstacle.programme_id, obstacle.since_on, obstacle.solved_on, obstacle.state, obstacle.height, obstacle.clock_from,
      obstacle.rests_until, letter.sent_on, letter.answered_on
    from programmes.obstacle obstacle left join programmes.obstacle_letter letter on letter.obstacle_id = obstacle.id
    where ${programmeIds === null ? sql`true` : sql`obstacle.programme_id = any(${[...programmeIds]}::uuid[])`}`.execute(db);
  const delays = rows.map((row) => ({
    programmeId: row.programme_id,
    sinceOn: row.since_on,
    solvedOn: row.solved_on,
    sentOn: row.sent_on,
    answeredOn: row.answered_on,
    isOpen: row.state !== 'solved',
    height: row.state === 'solved' ? 0 : heightAt(clockOf(row), now),
  }));
  return Map.groupBy(delays, (one) => one.programmeId);
}
