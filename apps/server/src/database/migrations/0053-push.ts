import { sql, type Kysely } from 'kysely';

/** Devices on which a person asked to be told at once, and for whom something waits for the morning because it came at night. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table identity.push_device (
    id uuid primary key,
    person_id uuid not null references identity.person on delete cascade,
    session_id uuid references identity.session on delete set null,
    label text not null,
    endpoint text not null unique,
    p256dh text not null,
    auth text not null,
    server_key text not null,
    created_at timestamptz(3) not null,
    taken_at timestamptz(3)
  )`.execute(db);
  await sql`create index push_device_person on identity.push_device (person_id)`.execute(db);
  await sql`create index push_device_session on identity.push_device (session_id)`.execute(db);
  await sql`create table identity.push_held (
    person_id uuid primary key references identity.person on delete cascade,
    since timestamptz(3) not null
  )`.execute(db);
}
