import { sql, type Kysely } from 'kysely';

const states = sql`('open','proposed','returned','recommended','appointed','declined','countered','accepted','cancelled')`;
const actions = sql`('open','propose','return','recommend','appoint','accept','decline','counter','replace','cancel','remind','escalate')`;
const causes = sql`('position-ended','before-due','at-due','rung-unit-head','rung-assistant','rung-secretary','rung-mayor')`;

/** Strategic programmes, and the nominations by which the seats of programmes and tasks are filled. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema programmes`.execute(db);
  await sql`create table programmes.programme (
    id uuid primary key,
    number int not null unique check (number between 1 and 9999),
    name text not null,
    outcome text not null,
    field text not null,
    is_example boolean not null,
    source text,
    reviewer_id uuid not null references identity.person,
    reviewer_unit_id uuid references identity.unit,
    search text not null,
    version int not null default 1,
    created_at timestamptz(3) not null
  )`.execute(db);
  await sql`create table programmes.programme_unit (
    programme_id uuid not null references programmes.programme on delete cascade,
    unit_id uuid not null references identity.unit,
    position int not null,
    primary key (programme_id, unit_id)
  )`.execute(db);
  await sql`create index programme_unit_unit on programmes.programme_unit (unit_id)`.execute(db);

  // seat_id is a task (of the module below, so without a foreign key) or a programme. What the seat is about is written beside it
  // when it opens: an issued directive does not change, a changed programme writes its seats anew.
  await sql`create table programmes.nomination (
    id uuid primary key,
    seat_kind text not null check (seat_kind in ('task','programme')),
    seat_id uuid not null,
    unit_id uuid not null references identity.unit,
    subject_id uuid not null,
    subject_number text not null,
    subject_title text not null,
    reviewer_id uuid references identity.person,
    reviewer_unit_id uuid references identity.unit,
    state text not null check (state in ${states}),
    person_id uuid references identity.person,
    suggested_id uuid references identity.person,
    reasons text,
    proposed_by_id uuid references identity.person,
    moved_by_id uuid references identity.person,
    since timestamptz(3) not null,
    due_at timestamptz(3),
    next_notice_at timestamptz(3),
    search text not null,
    version int not null default 1,
    created_at timestamptz(3) not null,
    check (case when state in ('open','cancelled') then person_id is null else person_id is not null end),
    check ((state = 'countered') = (suggested_id is not null)),
    check ((state in ('accepted','cancelled')) = (due_at is null))
  )`.execute(db);
  // One seat, one nomination: a second one could fill it twice.
  await sql`create unique index nomination_seat on programmes.nomination (seat_kind, seat_id, unit_id) where state <> 'cancelled'`.execute(
    db,
  );
  await sql`create index nomination_unit on programmes.nomination (unit_id, due_at)`.execute(db);
  await sql`create index nomination_person on programmes.nomination (person_id, state)`.execute(db);
  await sql`create index nomination_reviewer on programmes.nomination (reviewer_unit_id, state)`.execute(db);
  await sql`create index nomination_subject on programmes.nomination (subject_id)`.execute(db);
  await sql`create index nomination_moved_by on programmes.nomination (moved_by_id, state)`.execute(db);
  await sql`create index nomination_due on programmes.nomination (due_at, id)`.execute(db);
  await sql`create index nomination_notice on programmes.nomination (next_notice_at) where next_notice_at is not null`.execute(db);

  await sql`create table programmes.nomination_step (
    id uuid primary key,
    nomination_id uuid not null references programmes.nomination on delete cascade,
    seq int not null,
    at timestamptz(3) not null,
    action text not null check (action in ${actions}),
    by_id uuid references identity.person,
    person_id uuid references identity.person,
    reason text,
    cause text check (cause in ${causes}),
    working_days int not null check (working_days >= 0),
    was_late boolean not null,
    due_at timestamptz(3),
    unique (nomination_id, seq)
  )`.execute(db);
  // A notice about one deadline is given once, whoever runs the job and however often.
  await sql`create unique index nomination_step_notice on programmes.nomination_step (nomination_id, due_at, cause)
    where action in ('remind','escalate')`.execute(db);
  await sql`create index nomination_step_by on programmes.nomination_step (by_id, action)`.execute(db);
}
