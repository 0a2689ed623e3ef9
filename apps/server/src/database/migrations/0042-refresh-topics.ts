import { sql, type Kysely } from 'kysely';

/** Which points of an agenda a refresh wrote, and about what: so that it replaces its own and nobody else's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table meetings.agenda_item add column topic_key text`.execute(db);
  await sql`create unique index agenda_item_topic on meetings.agenda_item (meeting_id, topic_key) where topic_key is not null`.execute(db);
}
