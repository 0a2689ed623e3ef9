import { sql, type Kysely } from 'kysely';

/** What blocks programmes: on whose table it lies, every step, and the letter to an authority outside the city. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table programmes.obstacle (
    id uuid primary key,
    programme_id uuid not null references programmes.programme on delete cascade,
    unit_id uuid not null references identity.unit,
    milestone_id uuid references programmes.milestone on delete set null,
    words text not null,
    since_on date not null,
    cost_per_day bigint check (cost_per_day >= 0),
    remover_unit_id uuid references identity.unit,
    authority text,
    state text not null check (state in ('open','taken-on','with-authority','solved')),
    -- The rung on which the present clock began (1 is the lowest), when it began, and until when it rests.
    height int not null check (height between 1 and 4),
    clock_from timestamptz(3) not null,
    rests_until timestamptz(3),
    next_climb_at timestamptz(3),
    taken_on_by_id uuid references identity.person,
    taken_on_until date,
    reported_by_id uuid not null references identity.person,
    reported_at timestamptz(3) not null,
    solved_on date,
    search text not null,
    version int not null default 1,
    check ((remover_unit_id is null) <> (authority is null)),
    check ((state = 'solved') = (solved_on is not null)),
    check ((state in ('taken-on','with-authority')) = (rests_until is not null))
  )`.execute(db);
  await sql`create index obstacle_programme on programmes.obstacle (programme_id, since_on)`.execute(db);
  await sql`create index obstacle_open on programmes.obstacle (since_on, id) where state <> 'solved'`.execute(db);
  await sql`create index obstacle_climbs on programmes.obstacle (next_climb_at) where next_climb_at is not null`.execute(db);
  await sql`create index obstacle_unit on programmes.obstacle (unit_id)`.execute(db);
  await sql`create index obstacle_remover on programmes.obstacle (remover_unit_id)`.execute(db);
  await sql`create index obstacle_milestone on programmes.obstacle (milestone_id)`.execute(db);

  await sql`create table programmes.obstacle_step (
    id uuid primary key,
    obstacle_id uuid not null references programmes.obstacle on delete cascade,
    seq int not null,
    at timestamptz(3) not null,
    action text not null,
    by_id uuid references identity.person,
    height int not null,
    words text,
    until_on date,
    unique (obstacle_id, seq)
  )`.execute(db);
  await sql`create index obstacle_step_by on programmes.obstacle_step (by_id, at)`.execute(db);

  await sql`create table programmes.obstacle_letter (
    obstacle_id uuid primary key references programmes.obstacle on delete cascade,
    addressee text not null,
    subject text not null,
    legal_basis text not null,
    body text not null,
    written_by_id uuid not null references identity.person,
    written_at timestamptz(3) not null,
    number text,
    sent_on date,
    answer_due_on date,
    answered_on date,
    answer text,
    check ((sent_on is null) = (number is null) and (sent_on is null) = (answer_due_on is null)),
    check (answered_on is null or sent_on is not null)
  )`.execute(db);
}
