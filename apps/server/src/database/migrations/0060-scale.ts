import { sql, type Kysely } from 'kysely';

/**
 * What the pages of many programmes with years of reports ask for is found in an index alone, however long the past: the milestones that are
 * left, how often one was promised later, what was spent last, photos lately refused, what was confirmed this week.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index milestone_left on programmes.milestone (programme_id, position) where confirmed_at is null`.execute(db);
  await sql`create index milestone_confirmed on programmes.milestone (confirmed_at, programme_id) where confirmed_at is not null`.execute(db);
  await sql`create index promise_move_later on programmes.promise_move (milestone_id) where to_on > from_on`.execute(db);
  await sql`create index evidence_refused on programmes.evidence (programme_id, at) where verdict = 'rejected'`.execute(db);
  await sql`drop index programmes.money_report_line`.execute(db);
  await sql`create index money_report_line on programmes.money_report (budget_line_id, "on", at) include (amount)`.execute(db);
}
