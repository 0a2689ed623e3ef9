import { addDays, witaDate } from '@makaverse/calendar';
import type { ForecastScore } from '@makaverse/contract/programmes-truth';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { StandingRow } from '../tables.ts';

type Kept = Pick<StandingRow, 'colour' | 'chance'> & { readonly isSynthetic: boolean };

/** A programme's last kept day, and the one a week before. */
export interface KeptDays {
  readonly last: Kept | null;
  readonly weekAgo: Kept | null;
}

/** What was kept of programmes; of every one where none is named. */
export async function keptDaysOf(
  db: Kysely<Database>,
  now: Date,
  programmeIds: readonly string[] | null,
): Promise<ReadonlyMap<string, KeptDays>> {
  const today = witaDate(now);
  // The forecasts themselves stay where they are: they are long, and only one is read at a time.
  const keptBy = (day: string) => sql`
    select programme.id, day.colour, day.chance, coalesce(day.synthetic > 0, false) as "isSynthetic", ${day !== today}::boolean as is_week_ago from programmes.programme programme cross join lateral (
      select colour, chance, (forecast -> 'basis' ->> 'synthetic')::int as synthetic from programmes.standing where standing.programme_id = programme.id and standing.day <= ${day}
      order by standing.day desc limit 1) day
    where ${isAsked(programmeIds)}`;
  const { rows } = await sql<Kept & { id: string; is_week_ago: boolean }>`
    ${keptBy(today)} union all ${keptBy(addDays(today, -7))}`.execute(db);
  const kept = new Map<string, KeptDays>();
  for (const { id, is_week_ago: isWeekAgo, ...day } of rows) {
    const known = kept.get(id) ?? { last: null, weekAgo: null };
    kept.set(id, { ...known, [isWeekAgo ? 'weekAgo' : 'last']: day });
  }
  return kept;
}

/** The forecast of a programme as it was last drawn. */
export async function keptForecastOf(
  db: Kysely<Database>,
  now: Date,
  programmeId: string,
): Promise<Pick<StandingRow, 'day' | 'forecast'> | null> {
  const row = await db
    .selectFrom('programmes.standing')
    .select(['day', 'forecast'])
    .where('programme_id', '=', programmeId)
    .where('day', '<=', witaDate(now))
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
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
  // One reckoned before there were invented histories says nothing of them.
  return row?.score ? { ...row.score, synthetic: row.score.synthetic ?? 0 } : null;
}
