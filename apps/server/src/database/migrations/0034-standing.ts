import { sql, type Kysely } from 'kysely';

/** How each programme stood, day by day; what the reviewer said of milestones reported done; who was told of silence. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One row a day, so that "worse than a week ago" can be said. The forecast is kept because it takes long to draw.
  await sql`create table programmes.standing (
    programme_id uuid not null references programmes.programme on delete cascade,
    day date not null,
    colour text check (colour in ('green','yellow-green','yellow-red','red')),
    chance double precision,
    forecast jsonb not null,
    computed_at timestamptz(3) not null,
    primary key (programme_id, day)
  )`.execute(db);
  await sql`create index standing_day on programmes.standing (day)`.execute(db);

  await sql`create table programmes.forecast_score (
    day date primary key,
    score jsonb
  )`.execute(db);

  // A judgement is never changed, only followed by the next.
  await sql`create table programmes.milestone_judgement (
    id uuid primary key,
    milestone_id uuid not null references programmes.milestone on delete cascade,
    programme_id uuid not null references programmes.programme on delete cascade,
    by_id uuid not null references identity.person,
    at timestamptz(3) not null,
    reported_on date not null,
    is_confirmed boolean not null,
    reason text,
    check (is_confirmed or reason is not null)
  )`.execute(db);
  await sql`create index milestone_judgement_programme on programmes.milestone_judgement (programme_id, at)`.execute(db);
  await sql`create index milestone_judgement_milestone on programmes.milestone_judgement (milestone_id)`.execute(db);

  // Each rung is told once of each silence, however often the job runs.
  await sql`create table programmes.silence_notice (
    programme_id uuid not null references programmes.programme on delete cascade,
    unit_id uuid not null references identity.unit,
    due_at timestamptz(3) not null,
    rung text not null,
    at timestamptz(3) not null,
    primary key (programme_id, unit_id, due_at, rung)
  )`.execute(db);
  await sql`create index silence_notice_unit on programmes.silence_notice (unit_id)`.execute(db);
}
