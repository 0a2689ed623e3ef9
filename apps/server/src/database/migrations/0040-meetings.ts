import { sql, type Kysely } from 'kysely';

const groups = sql`array['all-presenting','all-agencies','all-kecamatan','all-kelurahan','all-enterprises','all-bureaus','all-assistants','all-expert-staff']`;
const presentingGroups = sql`('basic-service','non-basic-service','optional-affairs','support','territorial','enterprise')`;

/** Meetings as they are called: whom, when, where, about what, and the addresses of calendar feeds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema meetings`.execute(db);
  await sql`create table meetings.meeting (
    id uuid primary key,
    kind text not null check (kind in ('rakorsus','refresh','stocktake','coordination')),
    state text not null check (state in ('draft','called','running','closed','cancelled')),
    title text not null check (length(title) between 1 and 300),
    starts_at timestamptz(3) not null,
    ends_at timestamptz(3) not null,
    place text not null,
    link text,
    chair_id uuid not null references identity.person,
    refresh_of_id uuid references meetings.meeting,
    groups text[] not null check (groups <@ ${groups}),
    created_by_id uuid not null references identity.person,
    called_at timestamptz(3),
    started_at timestamptz(3),
    closed_at timestamptz(3),
    cancelled_at timestamptz(3),
    cancel_reason text,
    sequence int not null default 0,
    search text not null,
    version int not null default 1,
    created_at timestamptz(3) not null,
    check (ends_at > starts_at),
    check ((state = 'closed') = (closed_at is not null)),
    check ((state = 'cancelled') = (cancelled_at is not null)),
    check (state not in ('running','closed') or started_at is not null)
  )`.execute(db);
  await sql`create index meeting_starts on meetings.meeting (starts_at desc, id desc)`.execute(db);
  await sql`create index meeting_chair on meetings.meeting (chair_id, state)`.execute(db);
  await sql`create index meeting_refresh_of on meetings.meeting (refresh_of_id)`.execute(db);
  await sql`create table meetings.meeting_clerk (
    meeting_id uuid not null references meetings.meeting on delete cascade,
    person_id uuid not null references identity.person,
    position int not null,
    primary key (meeting_id, person_id)
  )`.execute(db);
  await sql`create index meeting_clerk_person on meetings.meeting_clerk (person_id)`.execute(db);
  // The units of the groups are written out when the meeting is saved: who was invited does not change when a unit is founded later.
  await sql`create table meetings.meeting_unit (
    meeting_id uuid not null references meetings.meeting on delete cascade,
    unit_id uuid not null references identity.unit,
    via_group boolean not null,
    primary key (meeting_id, unit_id)
  )`.execute(db);
  await sql`create index meeting_unit_unit on meetings.meeting_unit (unit_id)`.execute(db);

  await sql`create table meetings.agenda_item (
    id uuid primary key,
    meeting_id uuid not null references meetings.meeting on delete cascade,
    parent_id uuid references meetings.agenda_item deferrable initially deferred,
    position int not null,
    kind text not null check (kind in ('section','item','slot')),
    title text not null check (length(title) between 1 and 300),
    minutes int not null check (minutes between 0 and 600),
    presenter_unit_id uuid references identity.unit,
    presenting_group text check (presenting_group in ${presentingGroups}),
    issue text not null default '',
    solution text not null default '',
    innovation text not null default '',
    reason text,
    about_href text,
    notes text not null default '',
    version int not null default 1,
    check (kind <> 'slot' or presenter_unit_id is not null)
  )`.execute(db);
  await sql`create index agenda_item_meeting on meetings.agenda_item (meeting_id, position)`.execute(db);
  await sql`create index agenda_item_presenter on meetings.agenda_item (presenter_unit_id)`.execute(db);
  await sql`create table meetings.document (
    id uuid primary key,
    item_id uuid not null references meetings.agenda_item on delete cascade,
    name text not null check (length(name) between 1 and 200),
    media_type text not null,
    size int not null check (size >= 0),
    sha256 text not null check (length(sha256) = 64),
    uploaded_by_id uuid not null references identity.person,
    uploaded_at timestamptz(3) not null
  )`.execute(db);
  await sql`create index document_item on meetings.document (item_id)`.execute(db);

  // The address is the key, so only its hash is kept: who reads the database cannot read the feeds.
  await sql`create table meetings.feed (
    person_id uuid primary key references identity.person,
    token_hash text not null unique,
    created_at timestamptz(3) not null
  )`.execute(db);
}
