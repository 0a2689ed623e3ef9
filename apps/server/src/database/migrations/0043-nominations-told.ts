import { sql, type Kysely } from 'kysely';

/** Whether a seat's opening was told, so that the job that tells may run again. Those that stand already were. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table programmes.nomination add column told_at timestamptz(3)`.execute(db);
  await sql`update programmes.nomination set told_at = created_at`.execute(db);
}
