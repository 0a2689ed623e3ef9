import { sql, type Kysely } from 'kysely';

/** Audit chain, idempotency keys, settings, and the demo's mailbox. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema platform`.execute(db);
  await sql`create table platform.audit (
    seq bigint primary key,
    at timestamptz not null,
    actor_id uuid,
    action text not null,
    object text not null,
    object_id text not null,
    data text not null,
    previous_hash text not null,
    hash text not null unique
  )`.execute(db);
  await sql`create index audit_object on platform.audit (object_id, seq desc)`.execute(db);
  // One row: the end of the chain. Locking it puts concurrent transactions into the chain one after the other.
  await sql`create table platform.audit_head ("only" boolean primary key default true check ("only"), seq bigint not null, hash text not null)`.execute(
    db,
  );
  await sql`insert into platform.audit_head (seq, hash) values (0, repeat('0', 64))`.execute(db);
  await sql`create function platform.refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'the audit log is append-only'; end $$`.execute(db);
  await sql`create trigger audit_append_only before update or delete or truncate on platform.audit
    for each statement execute function platform.refuse_change()`.execute(db);
  await sql`create table platform.idempotency (
    actor_key text not null, key text not null, endpoint text not null, request_hash text not null,
    status int, reply text, at timestamptz not null, primary key (actor_key, key)
  )`.execute(db);
  await sql`create index idempotency_at on platform.idempotency (at)`.execute(db);
  await sql`create table platform.setting (name text primary key, value jsonb not null)`.execute(db);
  await sql`create table platform.sent_mail (
    id uuid primary key, at timestamptz not null, to_name text not null, to_address text not null,
    subject text not null, body text not null, calendar text
  )`.execute(db);
  await sql`create index sent_mail_to on platform.sent_mail (to_address, id desc)`.execute(db);
}
