import { sql, type Kysely } from 'kysely';

/** Reports of progress: what each promises next, the photos that prove it, what looks wrong with one, and the links that lead to it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // How far a part has reported is asked on every page of whoever is in charge.
  await sql`create index check_in_answered on programmes.check_in (programme_id, unit_id, due_at desc)`.execute(db);
  await sql`create table programmes.check_in_promise (
    check_in_id uuid primary key references programmes.check_in on delete cascade,
    milestone_id uuid not null references programmes.milestone on delete cascade,
    promised_on date not null
  )`.execute(db);
  await sql`create index check_in_promise_milestone on programmes.check_in_promise (milestone_id)`.execute(db);
  await sql`create table programmes.check_in_done (
    check_in_id uuid not null references programmes.check_in on delete cascade,
    milestone_id uuid not null references programmes.milestone on delete cascade,
    primary key (check_in_id, milestone_id)
  )`.execute(db);
  await sql`create index check_in_done_milestone on programmes.check_in_done (milestone_id)`.execute(db);

  // What is shown (sha256) holds neither time nor place; both stand here, for whoever has to judge the photo.
  await sql`create table programmes.evidence (
    id uuid primary key,
    check_in_id uuid not null references programmes.check_in on delete cascade,
    programme_id uuid not null references programmes.programme on delete cascade,
    unit_id uuid not null references identity.unit,
    by_id uuid not null references identity.person,
    at timestamptz(3) not null,
    sha256 text not null,
    width int not null,
    height int not null,
    taken_at timestamptz(3),
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    thumbnail bytea not null,
    checked_at timestamptz(3),
    verdict text check (verdict in ('genuine','rejected')),
    check ((latitude is null) = (longitude is null))
  )`.execute(db);
  await sql`create index evidence_check_in on programmes.evidence (check_in_id, at)`.execute(db);
  await sql`create index evidence_programme on programmes.evidence (programme_id, at desc)`.execute(db);
  await sql`create index evidence_unit on programmes.evidence (unit_id)`.execute(db);
  await sql`create index evidence_by on programmes.evidence (by_id)`.execute(db);

  // One hash for each part of a photo that somebody might cut out and send again; part 0 is the whole.
  await sql`create table programmes.evidence_hash (
    evidence_id uuid not null references programmes.evidence on delete cascade,
    part smallint not null,
    hash bit(64) not null,
    primary key (evidence_id, part)
  )`.execute(db);

  await sql`create table programmes.evidence_flag (
    id uuid primary key,
    evidence_id uuid not null references programmes.evidence on delete cascade,
    programme_id uuid not null references programmes.programme on delete cascade,
    kind text not null check (kind in ('same-picture','far-away','too-old')),
    at timestamptz(3) not null,
    other_id uuid references programmes.evidence on delete cascade,
    metres int,
    last_check_in_at timestamptz(3),
    verdict text check (verdict in ('genuine','rejected')),
    reason text,
    answered_at timestamptz(3),
    answered_by_id uuid references identity.person,
    unique (evidence_id, kind),
    check ((kind = 'same-picture') = (other_id is not null)),
    check ((verdict is null) = (answered_at is null))
  )`.execute(db);
  await sql`create index evidence_flag_open on programmes.evidence_flag (programme_id, at) where verdict is null`.execute(db);
  await sql`create index evidence_flag_other on programmes.evidence_flag (other_id)`.execute(db);

  // Of a link only the hash is kept. It opens one report of one person, once; the photos of that report may follow it.
  await sql`create table programmes.check_in_link (
    token_hash text primary key,
    programme_id uuid not null references programmes.programme on delete cascade,
    unit_id uuid not null references identity.unit,
    person_id uuid not null references identity.person,
    due_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    check_in_id uuid references programmes.check_in on delete cascade,
    unique (programme_id, unit_id, person_id, due_at)
  )`.execute(db);
  await sql`create index check_in_link_check_in on programmes.check_in_link (check_in_id)`.execute(db);
  await sql`create index check_in_link_expires on programmes.check_in_link (expires_at)`.execute(db);
}
