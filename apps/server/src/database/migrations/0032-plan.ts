import { sql, type Kysely } from 'kysely';

/** A programme's plan beside its milestones: indicators, money, places, documents; reports about them are only ever added. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A baseline that was moved: by whom of the leadership, and why.
  await sql`create table programmes.replan (
    id uuid primary key,
    milestone_id uuid not null references programmes.milestone on delete cascade,
    by_id uuid not null references identity.person,
    at timestamptz(3) not null,
    from_on date not null,
    to_on date not null,
    reason text not null,
    check (from_on <> to_on)
  )`.execute(db);
  await sql`create index replan_milestone on programmes.replan (milestone_id, at)`.execute(db);

  await sql`create table programmes.indicator (
    id uuid primary key,
    programme_id uuid not null references programmes.programme on delete cascade,
    position int not null,
    name text not null,
    measure text not null,
    baseline_on date not null,
    baseline double precision not null,
    target_on date not null,
    target double precision not null,
    points jsonb not null,
    check (baseline_on < target_on)
  )`.execute(db);
  await sql`create index indicator_programme on programmes.indicator (programme_id, position)`.execute(db);
  await sql`create table programmes.indicator_value (
    id uuid primary key,
    indicator_id uuid not null references programmes.indicator on delete cascade,
    "on" date not null,
    value double precision not null,
    by_id uuid not null references identity.person,
    at timestamptz(3) not null
  )`.execute(db);
  await sql`create index indicator_value_indicator on programmes.indicator_value (indicator_id, "on", at)`.execute(db);

  // Rupiah as whole numbers a double holds exactly, so that no reader of JSON or of a spreadsheet rounds them.
  await sql`create domain programmes.rupiah as bigint check (value between 0 and 9000000000000000)`.execute(db);
  await sql`create table programmes.budget_line (
    id uuid primary key,
    programme_id uuid not null references programmes.programme on delete cascade,
    position int not null,
    code text not null,
    name text not null,
    ceiling programmes.rupiah not null,
    contract programmes.rupiah,
    plan jsonb not null,
    check (contract <= ceiling)
  )`.execute(db);
  await sql`create index budget_line_programme on programmes.budget_line (programme_id, position)`.execute(db);
  await sql`create table programmes.money_report (
    id uuid primary key,
    budget_line_id uuid not null references programmes.budget_line on delete cascade,
    "on" date not null,
    amount programmes.rupiah not null,
    by_id uuid not null references identity.person,
    at timestamptz(3) not null
  )`.execute(db);
  await sql`create index money_report_line on programmes.money_report (budget_line_id, "on", at)`.execute(db);

  await sql`create table programmes.place (
    id uuid primary key,
    programme_id uuid not null references programmes.programme on delete cascade,
    position int not null,
    name text not null,
    geometry jsonb not null,
    west double precision not null,
    south double precision not null,
    east double precision not null,
    north double precision not null,
    area_code text
  )`.execute(db);
  await sql`create index place_programme on programmes.place (programme_id, position)`.execute(db);

  await sql`create table programmes.document (
    id uuid primary key,
    programme_id uuid not null references programmes.programme on delete cascade,
    name text not null check (length(name) between 1 and 200),
    media_type text not null,
    size int not null check (size >= 0),
    sha256 text not null check (length(sha256) = 64),
    uploaded_by_id uuid not null references identity.person,
    uploaded_at timestamptz(3) not null
  )`.execute(db);
  await sql`create index document_programme on programmes.document (programme_id, uploaded_at)`.execute(db);
}
