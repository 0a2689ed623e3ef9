import { sql, type Kysely } from 'kysely';

/** For which day a person's asks were gathered for the morning's mail, so that the job may run again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema today`.execute(db);
  await sql`create table today.digest (
    person_id uuid not null references identity.person,
    for_day date not null,
    at timestamptz(3) not null,
    asks int not null,
    primary key (person_id, for_day)
  )`.execute(db);
  await sql`create index digest_for_day on today.digest (for_day)`.execute(db);
}
