import { sql, type Kysely } from 'kysely';

const unitKinds = sql`('mayor','secretariat','assistant','expert-staff','agency','bureau','kecamatan','kelurahan','enterprise','partner')`;
const positionKinds = sql`('head','deputy','secretary','member','clerk','information-officer','administrator')`;

/** Units through time, people, positions, delegations, ways to sign in, sessions and imports. All periods are half open: [from, to). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema identity`.execute(db);
  await sql`create table identity.unit (id uuid primary key, version int not null default 1, created_at timestamptz(3) not null)`.execute(
    db,
  );
  await sql`create table identity.unit_version (
    id uuid primary key,
    unit_id uuid not null references identity.unit,
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    code text not null,
    name text not null,
    short_name text not null,
    kind text not null check (kind in ${unitKinds}),
    parent_id uuid references identity.unit check (parent_id <> unit_id),
    presenting_group text check (presenting_group in ('basic-service','non-basic-service','optional-affairs','support','territorial','enterprise')),
    search text not null,
    unique (unit_id, valid_from)
  )`.execute(db);
  await sql`create unique index unit_version_open on identity.unit_version (unit_id) where valid_to is null`.execute(db);
  await sql`create unique index unit_version_code on identity.unit_version (code) where valid_to is null`.execute(db);
  await sql`create index unit_version_parent on identity.unit_version (parent_id)`.execute(db);

  await sql`create table identity.person (
    id uuid primary key,
    name text not null,
    email text,
    phone text,
    language text not null default 'id' check (language in ('id','en')),
    is_demo boolean not null default false,
    search text not null,
    version int not null default 1,
    created_at timestamptz(3) not null
  )`.execute(db);
  await sql`create unique index person_email on identity.person (lower(email))`.execute(db);
  await sql`create index person_name on identity.person (search, id)`.execute(db);

  await sql`create table identity.position (
    id uuid primary key,
    person_id uuid not null references identity.person,
    unit_id uuid not null references identity.unit,
    kind text not null check (kind in ${positionKinds}),
    title text not null,
    acting text check (acting in ('plt','plh')),
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    end_told_at timestamptz(3),
    created_at timestamptz(3) not null
  )`.execute(db);
  await sql`create index position_person on identity.position (person_id, valid_from)`.execute(db);
  await sql`create index position_unit on identity.position (unit_id, valid_from)`.execute(db);
  await sql`create index position_kind on identity.position (kind, unit_id)`.execute(db);
  await sql`create index position_end_untold on identity.position (valid_to) where end_told_at is null and valid_to is not null`.execute(
    db,
  );

  await sql`create table identity.delegation (
    id uuid primary key,
    from_person_id uuid not null references identity.person,
    to_person_id uuid not null references identity.person check (to_person_id <> from_person_id),
    power text not null check (power in ('appoint','approve-minutes','chair','decide')),
    valid_from date not null,
    valid_until date not null check (valid_until >= valid_from),
    reason text not null,
    revoked_at timestamptz(3),
    created_at timestamptz(3) not null
  )`.execute(db);
  await sql`create index delegation_to on identity.delegation (to_person_id, valid_until)`.execute(db);
  await sql`create index delegation_from on identity.delegation (from_person_id, valid_until)`.execute(db);

  await sql`create table identity.session (
    id uuid primary key,
    token_hash text not null unique,
    person_id uuid not null references identity.person on delete cascade,
    method text not null check (method in ('password','passkey','oidc','link','demo','setup')),
    created_at timestamptz(3) not null,
    seen_at timestamptz(3) not null
  )`.execute(db);
  await sql`create index session_person on identity.session (person_id)`.execute(db);
  await sql`create index session_seen on identity.session (seen_at)`.execute(db);
  await sql`create table identity.password (
    person_id uuid primary key references identity.person on delete cascade,
    hash text not null,
    changed_at timestamptz(3) not null
  )`.execute(db);
  await sql`create table identity.passkey (
    id uuid primary key,
    person_id uuid not null references identity.person on delete cascade,
    credential_id text not null unique,
    public_key bytea not null,
    counter bigint not null,
    transports text[] not null,
    label text not null,
    created_at timestamptz(3) not null,
    last_used_at timestamptz(3)
  )`.execute(db);
  await sql`create index passkey_person on identity.passkey (person_id)`.execute(db);

  // What is only waited for a short while: WebAuthn challenges, one-time links, sign-ins under way elsewhere, and counted tries.
  await sql`create table identity.challenge (
    challenge text primary key,
    purpose text not null check (purpose in ('register','sign-in')),
    person_id uuid references identity.person on delete cascade,
    expires_at timestamptz(3) not null
  )`.execute(db);
  await sql`create table identity.one_time_link (
    token_hash text primary key,
    person_id uuid not null references identity.person on delete cascade,
    expires_at timestamptz(3) not null
  )`.execute(db);
  await sql`create index one_time_link_person on identity.one_time_link (person_id)`.execute(db);
  await sql`create table identity.oidc_sign_in (
    state_hash text primary key,
    nonce text not null,
    code_verifier text not null,
    expires_at timestamptz(3) not null
  )`.execute(db);
  await sql`create table identity.attempt (key_hash text not null, at timestamptz(3) not null)`.execute(db);
  await sql`create index attempt_key on identity.attempt (key_hash, at)`.execute(db);

  await sql`create table identity.import (
    id uuid primary key,
    kind text not null check (kind in ('units','people')),
    file_name text not null,
    person_id uuid references identity.person,
    rows jsonb not null,
    created_at timestamptz(3) not null,
    applied_at timestamptz(3)
  )`.execute(db);
}
