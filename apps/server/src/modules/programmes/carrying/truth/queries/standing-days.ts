import { addDays, witaDate } from '@makaverse/calendar';
import type { ForecastScore } from '@makaverse/contract/programmes-truth';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { StandingRow } from '../tables.ts';

/** A programme's last kept day, and the one a week before. */
export interface KeptDays {
  readonly last: StandingRow | null;
  readonly weekAgo: Pick<StandingRow, 'colour' | 'chance'> | null;
}

/** What was kept of programmes; of every one where none is named. */
export async function keptDaysOf(
  db: Kysely<Database>,
  now: Date,
  programmeIds: readonly string[] | null,
): Promise<ReadonlyMap<string, KeptDays>> {
  const today = witaDate(now);
  const { rows } = await sql<StandingRow & { is_week_ago: boolean }>`
    select day.*, false as is_week_ago from programmes.programme programme cross join lateral (
      select * from programmes.standing where standing.programme_id = programme.id and standing.day <= ${today}
      order by standing.day desc limit 1) day
    where ${isAsked(programmeIds)}
    union all
    select day.*, true from programmes.programme programme cross join lateral (
      select * from programmes.standing where standing.programme_id = programme.id and standing.day <= ${addDays(today, -7)}
      order by standing.day desc limit 1) day
    where ${isAsked(programmeIds)}`.execute(db);
  const kept = new Map<string, KeptDays>();
  for (const { is_week_ago: isWeekAgo, ...row } of rows) {
    const known = kept.get(row.programme_id) ?? { last: null, weekAgo: null };
    kept.set(row.programme_id, isWeekAgo ? { ...known, weekAgo: row } : { ...known, last: row });
  }
  return kept;
}

function isAsked(programmeIds: readonly string[] | null): ReturnType<typeof sql<boolean>> {
  return programmeIds === null ? sql<boolean>`true` : sql<boolean>`programme.id = any(${[...programmeIds]}::uuid[])`;
}

/** How good the forecasts have been, as last reckoned. */
export async function latestScore(db: Kysely<Database>, now: Date): Promise<ForecastScore | null> {
  const row = await db
    .selectFrom('programmes.forecast_score')
    .select('score')
    .where('day', '<=', witaDate(now))
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.score ?? null;
}
