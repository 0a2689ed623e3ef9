import { sql, type Kysely } from 'kysely';

const groups = sql`array['all-presenting','all-agencies','all-kecamatan','all-kelurahan','all-enterprises','all-bureaus','all-assistants','all-expert-staff']`;
const events = sql`('seen','acknowledged','named','accepted','vacated','passed-on','reported','sent-back','confirmed')`;
const notices = sql`('due-soon','overdue','unit-head','assistant','secretary','mayor')`;

/** Directives as spoken, whom they address, every earlier wording, and the tasks they become with their whole story. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema directives`.execute(db);
  // One row a meeting (or a year, without a meeting): locked while a number is taken, so that numbers are gapless and unique.
  await sql`create table directives.series (
    key text primary key,
    label text not null unique,
    last int not null check (last > 0)
  )`.execute(db);
  await sql`create table directives.directive (
    id uuid primary key,
    series_key text not null references directives.series,
    serial int not null,
    number text not null unique,
    meeting_id uuid,
    agenda_item_id uuid,
    programme_id uuid,
    state text not null check (state in ('draft','issued','done','withdrawn')),
    words text not null check (length(words) between 1 and 4000),
    given_by_id uuid references identity.person,
    kept_by_id uuid references identity.person,
    spoken_at timestamptz(3) not null,
    deadline date,
    measure text check (measure <> ''),
    reviewer_id uuid references identity.person,
    reviewer_unit_id uuid references identity.unit,
    groups text[] not null check (groups <@ ${groups}),
    is_cascading boolean not null,
    issued_at timestamptz(3),
    issued_by_id uuid references identity.person,
    done_at timestamptz(3),
    withdrawn_at timestamptz(3),
    withdrawn_by_id uuid references identity.person,
    withdraw_reason text,
    search text not null,
    version int not null default 1,
    created_at timestamptz(3) not null,
    unique (series_key, serial),
    check ((state in ('issued','done')) = (issued_at is not null)),
    check ((state = 'done') = (done_at is not null)),
    check ((state = 'withdrawn') = (withdrawn_at is not null and withdraw_reason is not null)),
    check (issued_at is null or (given_by_id is not null and deadline is not null and measure is not null and reviewer_id is not null))
  )`.execute(db);
  await sql`create index directive_newest on directives.directive (spoken_at desc, id desc)`.execute(db);
  await sql`create index directive_meeting on directives.directive (meeting_id, serial)`.execute(db);
  await sql`create index directive_programme on directives.directive (programme_id) where programme_id is not null`.execute(db);
  await sql`create index directive_given_by on directives.directive (given_by_id)`.execute(db);
  await sql`create index directive_reviewer on directives.directive (reviewer_unit_id)`.execute(db);
  await sql`create index directive_draft on directives.directive (kept_by_id) where state = 'draft'`.execute(db);

  await sql`create table directives.addressee (
    directive_id uuid not null references directives.directive on delete cascade,
    unit_id uuid not null references identity.unit,
    position int not null,
    via_group boolean not null,
    pic_id uuid references identity.person,
    nomination_due_on date,
    primary key (directive_id, unit_id),
    check (pic_id is null or nomination_due_on is null)
  )`.execute(db);
  await sql`create index addressee_unit on directives.addressee (unit_id)`.execute(db);
  await sql`create index addressee_pic on directives.addressee (pic_id) where pic_id is not null`.execute(db);
  await sql`create table directives.revision (
    directive_id uuid not null references directives.directive on delete cascade,
    version int not null,
    at timestamptz(3) not null,
    by_id uuid references identity.person,
    changed text[] not null check (cardinality(changed) > 0),
    before jsonb not null,
    primary key (directive_id, version)
  )`.execute(db);
  // Which units were invited to a meeting: its directives are open to them. Written by the meetings, which stand above.
  await sql`create table directives.audience (meeting_id uuid not null, unit_id uuid not null references identity.unit, primary key (meeting_id, unit_id))`.execute(
    db,
  );
  await sql`create index audience_unit on directives.audience (unit_id)`.execute(db);

  await sql`create table directives.task (
    id uuid primary key,
    directive_id uuid not null references directives.directive,
    parent_id uuid references directives.task,
    ancestor_ids uuid[] not null,
    unit_id uuid not null references identity.unit,
    appointee_id uuid references identity.person,
    nomination_due_on date,
    nominate_by timestamptz(3),
    acknowledge_by timestamptz(3) not null,
    deadline date not null,
    deadline_at timestamptz(3) not null,
    sent_at timestamptz(3) not null,
    seen_at timestamptz(3),
    acknowledged_at timestamptz(3),
    acknowledged_by_id uuid references identity.person,
    acknowledgement text,
    named_at timestamptz(3),
    pic_id uuid references identity.person,
    reported_at timestamptz(3),
    reported_by_id uuid references identity.person,
    report text,
    sent_back_at timestamptz(3),
    sent_back_reason text,
    done_at timestamptz(3),
    done_by_id uuid references identity.person,
    told_at timestamptz(3),
    version int not null default 1,
    unique (directive_id, unit_id),
    check ((parent_id is null) = (cardinality(ancestor_ids) = 0)),
    check ((nomination_due_on is null) = (nominate_by is null)),
    check ((acknowledged_at is null) = (acknowledgement is null)),
    check ((reported_at is null) = (report is null)),
    check (reported_at is null or acknowledged_at is not null),
    check (done_at is null or reported_at is not null)
  )`.execute(db);
  await sql`create index task_parent on directives.task (parent_id) where parent_id is not null`.execute(db);
  await sql`create index task_unit on directives.task (unit_id, sent_at desc, id desc)`.execute(db);
  await sql`create index task_newest on directives.task (sent_at desc, id desc)`.execute(db);
  await sql`create index task_pic on directives.task (pic_id) where pic_id is not null`.execute(db);
  await sql`create index task_appointee on directives.task (appointee_id) where appointee_id is not null`.execute(db);
  await sql`create index task_unacknowledged on directives.task (acknowledge_by) where acknowledged_at is null`.execute(db);
  await sql`create index task_unreported on directives.task (deadline_at) where reported_at is null`.execute(db);
  await sql`create index task_unjudged on directives.task (reported_at) where reported_at is not null and done_at is null`.execute(db);
  await sql`create index task_untold on directives.task (directive_id) where told_at is null`.execute(db);

  // seq keeps the order of what happened within one instant.
  await sql`create table directives.task_event (
    id uuid primary key,
    seq bigint generated always as identity,
    task_id uuid not null references directives.task,
    at timestamptz(3) not null,
    by_id uuid references identity.person,
    kind text not null check (kind in ${events}),
    words text,
    person_id uuid references identity.person
  )`.execute(db);
  await sql`create index task_event_task on directives.task_event (task_id, at)`.execute(db);
  await sql`create index task_event_by on directives.task_event (by_id, at)`.execute(db);
  // What was said of one deadline at one rung is said once, whoever runs the job and however often.
  await sql`create table directives.reminder (
    task_id uuid not null references directives.task,
    step text not null check (step in ('acknowledged','named','reported')),
    due_at timestamptz(3) not null,
    notice text not null check (notice in ${notices}),
    at timestamptz(3) not null,
    primary key (task_id, step, due_at, notice)
  )`.execute(db);
}
