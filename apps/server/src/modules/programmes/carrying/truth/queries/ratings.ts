import type { Rating } from '@makaverse/contract/programmes-truth';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { personBriefs } from '#modules/identity';
import type { RatingRow } from '../../tables.ts';

/** The reviewer's newest light of each programme; of every one where none is named. */
export async function latestRatings(
  context: Pick<Context, 'db' | 'now'>,
  programmeIds: readonly string[] | null,
): Promise<ReadonlyMap<string, Rating>> {
  const { rows } = await sql<RatingRow>`
    select newest.* from programmes.programme programme cross join lateral (
      select * from programmes.rating where rating.programme_id = programme.id order by at desc, id desc limit 1) newest
    where ${programmeIds === null ? sql`true` : sql`programme.id = any(${[...programmeIds]}::uuid[])`}`.execute(context.db);
  const shown = await presentRatings(context, rows);
  return new Map(rows.map((row, index) => [row.programme_id, shown[index]!]));
}

/** All lights of one programme, the latest first. */
export async function ratingsOf(context: Pick<Context, 'db' | 'now'>, programmeId: string): Promise<Rating[]> {
  const rows = await context.db
    .selectFrom('programmes.rating')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return presentRatings(context, rows);
}

async function presentRatings({ db, now }: Pick<Context, 'db' | 'now'>, rows: readonly RatingRow[]): Promise<Rating[]> {
  const people = await personBriefs(
    db,
    rows.map((row) => row.by_id),
    now,
  );
  return rows.map((row) => ({
    id: row.id,
    light: row.light,
    reason: row.reason,
    by: people.get(row.by_id)!,
    at: row.at.toISOString(),
  }));
}
