import { sql, type Kysely } from 'kysely';

/** Meetings as they go: which item when, who came, the minutes in their versions, and how the chair steers a refresh. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // An item taken up again has several spans; one span at a time runs in a meeting.
  await sql`create table meetings.item_span (
    id uuid primary key,
    meeting_id uuid not null references meetings.meeting on delete cascade,
    item_id uuid not null references meetings.agenda_item,
    started_at timestamptz(3) not null,
    ended_at timestamptz(3),
    check (ended_at >= started_at)
  )`.execute(db);
  await sql`create index item_span_meeting on meetings.item_span (meeting_id, started_at)`.execute(db);
  await sql`create unique index item_span_running on meetings.item_span (meeting_id) where ended_at is null`.execute(db);

  await sql`create table meetings.attendee (
    id uuid primary key,
    meeting_id uuid not null references meetings.meeting on delete cascade,
    unit_id uuid not null references identity.unit,
    person_id uuid references identity.person,
    name text not null check (length(name) between 1 and 200),
    name_key text not null,
    came_at timestamptz(3) not null,
    left_at timestamptz(3),
    via_room boolean not null,
    added_by_id uuid not null references identity.person
  )`.execute(db);
  // A person counts once in a meeting, a typed name once in its unit.
  await sql`create unique index attendee_person on meetings.attendee (meeting_id, person_id) where person_id is not null`.execute(db);
  await sql`create unique index attendee_name on meetings.attendee (meeting_id, unit_id, name_key) where person_id is null`.execute(db);

  await sql`create table meetings.minutes (
    meeting_id uuid not null references meetings.meeting on delete cascade,
    version_number int not null check (version_number > 0),
    state text not null check (state in ('draft','approved')),
    summary text not null,
    sections jsonb not null,
    happened jsonb not null,
    digest text not null,
    written_by_id uuid references identity.person,
    written_at timestamptz(3) not null,
    approved_by_id uuid references identity.person,
    approved_at timestamptz(3),
    version int not null default 1,
    primary key (meeting_id, version_number),
    check ((state = 'approved') = (approved_at is not null))
  )`.execute(db);

  await sql`create table meetings.steering (
    meeting_id uuid primary key references meetings.meeting on delete cascade,
    minutes_given int not null check (minutes_given between 5 and 600),
    pins text[] not null,
    drops jsonb not null,
    key_order text[] not null,
    adopted_at timestamptz(3),
    version int not null default 1
  )`.execute(db);
}
