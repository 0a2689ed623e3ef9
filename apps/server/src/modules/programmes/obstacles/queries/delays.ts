import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { heightAt, type ObstacleClock } from '../domain/clock.ts';
import type { Delay } from '../domain/days-lost.ts';
import type { ObstacleRow } from '../tables.ts';

/** A programme's open delay, with how high it has climbed; nothing in words, so that it may be counted for whoever reads the programme. */
export interface CountedDelay extends Delay {
  readonly programmeId: string;
  readonly height: number;
}

/** A row's clock. */
export function clockOf(row: Pick<ObstacleRow, 'height' | 'clock_from' | 'rests_until'>): ObstacleClock {
  return { height: row.height, from: row.clock_from, restsUntil: row.rests_until };
}

interface OpenRow extends Pick<ObstacleRow, 'programme_id' | 'since_on' | 'height' | 'clock_from' | 'rests_until'> {
  readonly sent_on: string | null;
  readonly answered_on: string | null;
}
type Span = readonly [since: string, solved: string, sent: string | null, answered: string | null];

/** Delays that are not over, with how high they have climbed; of every programme where none is named. */
export async function openDelaysOf(
  db: Kysely<Database>,
  now: Date,
  programmeIds: readonly string[] | null,
): Promise<ReadonlyMap<string, readonly CountedDelay[]>> {
  const { rows } = await sql<OpenRow>`
    select obstacle.programme_id, obstacle.since_on, obstacle.height, obstacle.clock_from, obstacle.rests_until,
      letter.sent_on, letter.answered_on
    from programmes.obstacle obstacle left join programmes.obstacle_letter letter on letter.obstacle_id = obstacle.id
    where obstacle.state <> 'solved'
      and ${programmeIds === null ? sql`true` : sql`obstacle.programme_id = any(${[...programmeIds]}::uuid[])`}`.execute(db);
  const delays = rows.map((row): CountedDelay => ({
    programmeId: row.programme_id,
    sinceOn: row.since_on,
    solvedOn: null,
    sentOn: row.sent_on,
    answeredOn: row.answered_on,
    height: heightAt(clockOf(row), now),
  }));
  return Map.groupBy(delays, (one) => one.programmeId);
}

/** Delays that are over: they grow with the years, so only their days are read, a line for each programme. */
export async function solvedDelaysOf(
  db: Kysely<Database>,
  programmeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Delay[]>> {
  const { rows } = await sql<{ programme_id: string; spans: readonly Span[] }>`
    select obstacle.programme_id, json_agg(json_build_array(obstacle.since_on, obstacle.solved_on, letter.sent_on, letter.answered_on)) as spans
    from programmes.obstacle obstacle left join programmes.obstacle_letter letter on letter.obstacle_id = obstacle.id
    where obstacle.state = 'solved' and obstacle.programme_id = any(${[...programmeIds]}::uuid[])
    group by obstacle.programme_id`.execute(db);
  return new Map(
    rows.map(({ programme_id: programmeId, spans }) => [
      programmeId,
      spans.map(([sinceOn, solvedOn, sentOn, answeredOn]): Delay => ({ sinceOn, solvedOn, sentOn, answeredOn })),
    ]),
  );
}
