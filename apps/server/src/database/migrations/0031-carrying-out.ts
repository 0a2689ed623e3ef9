import { sql, type Kysely } from 'kysely';

/** How programmes are carried out: milestones and every promise about them, reports of progress, the reviewer's lights. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The plan is written as a whole; its own version keeps two planners from overwriting each other.
  await sql`alter table programmes.programme add column plan_version int not null default 1`.execute(db);
  await sql`create table programmes.milestone (
    id uuid primary key,
    programme_id uuid not null references programmes.programme on delete cascade,
    position int not null,
    title text not null,
    weight int not null check (weight between 1 and 1000),
    unit_id uuid references identity.unit,
    planned_on date not null,
    promised_on date not null,
    reported_done_on date,
    reported_by_id uuid references identity.person,
    confirmed_at timestamptz(3),
    confirmed_by_id uuid references identity.person,
    version int not null default 1,
    check (confirmed_at is null or reported_done_on is not null)
  )`.execute(db);
  await sql`create index milestone_programme on programmes.milestone (programme_id, position)`.execute(db);
  await sql`create index milestone_promised on programmes.milestone (promised_on) where confirmed_at is null`.execute(db);
  await sql`create table programmes.milestone_after (
    milestone_id uuid not null references programmes.milestone on delete cascade,
    after_id uuid not null references programmes.milestone on delete cascade,
    primary key (milestone_id, after_id),
    check (milestone_id <> after_id)
  )`.execute(db);

  // Every date ever moved stays: nothing is updated or deleted here.
  await sql`create table programmes.promise_move (
    id uuid primary key,
    milestone_id uuid not null references programmes.milestone on delete cascade,
    programme_id uuid not null references programmes.programme on delete cascade,
    unit_id uuid references identity.unit,
    by_id uuid not null references identity.person,
    at timestamptz(3) not null,
    from_on date not null,
    to_on date not null,
    reason text not null,
    check_in_id uuid,
    check (from_on <> to_on)
  )`.execute(db);
  await sql`create index promise_move_milestone on programmes.promise_move (milestone_id, at)`.execute(db);
  await sql`create index promise_move_programme on programmes.promise_move (programme_id, at)`.execute(db);
  await sql`create index promise_move_by on programmes.promise_move (by_id, at)`.execute(db);

  // The id comes from the sender's device, so that sending twice makes one.
  await sql`create table programmes.check_in (
    id uuid primary key,
    programme_id uuid not null references programmes.programme on delete cascade,
    unit_id uuid not null references identity.unit,
    by_id uuid not null references identity.person,
    at timestamptz(3) not null,
    due_at timestamptz(3) not null,
    progress int not null check (progress between 0 and 100),
    words text not null,
    via text not null check (via in ('app','link'))
  )`.execute(db);
  await sql`create index check_in_programme on programmes.check_in (programme_id, at desc)`.execute(db);
  await sql`create index check_in_unit on programmes.check_in (unit_id, at desc)`.execute(db);
  await sql`create index check_in_by on programmes.check_in (by_id, at desc)`.execute(db);

  // Four lights, signed, with a reason; a rating is never changed, only followed by the next.
  await sql`create table programmes.rating (
    id uuid primary key,
    programme_id uuid not null references programmes.programme on delete cascade,
    by_id uuid not null references identity.person,
    at timestamptz(3) not null,
    light text not null check (light in ('green','yellow-green','yellow-red','red')),
    reason text not null
  )`.execute(db);
  await sql`create index rating_programme on programmes.rating (programme_id, at desc)`.execute(db);
}
