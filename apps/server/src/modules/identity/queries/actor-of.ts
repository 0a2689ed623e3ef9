import { witaDate } from '@makaverse/calendar';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '#database/schema';
import type { Actor, HeldPosition, HeldPower } from '#platform/actor';

/** Deeper than any city's tree; ends a circle in bad data. */
const maxDepth = 12;

interface ActorRow {
  readonly session_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly seen_at: Date;
  readonly positions: HeldPosition[] | null;
  readonly powers: HeldPower[] | null;
}

/**
 * Of each: person, positions with the path of their units, and powers handed by a mayor who still is one: one round trip, because every
 * request asks it. `who` gives the columns session_id, person_id and seen_at.
 */
function actorQuery(who: RawBuilder<unknown>, now: Date): RawBuilder<ActorRow> {
  const on = witaDate(now);
  const isHeld = (table: string): RawBuilder<boolean> =>
    sql`${sql.ref(`${table}.valid_from`)} <= ${on}::date and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${on}::date)`;
  return sql<ActorRow>`
    with recursive who as (${who}),
    up as (
      select p.person_id, p.id, p.kind, p.unit_id, v.kind as unit_kind, v.parent_id, array[p.unit_id] as path
      from identity.position p join identity.unit_version v on v.unit_id = p.unit_id and ${isHeld('v')}
      where p.person_id = any(array(select person_id from who)) and ${isHeld('p')}
      union all
      select up.person_id, up.id, up.kind, up.unit_id, up.unit_kind, v.parent_id, up.path || v.unit_id
      from up join identity.unit_version v on v.unit_id = up.parent_id and ${isHeld('v')}
      where cardinality(up.path) < ${maxDepth}
    )
    select who.session_id, who.person_id, who.seen_at, person.name,
      (select json_agg(json_build_object('positionId', id, 'kind', kind, 'unitId', unit_id, 'unitKind', unit_kind, 'unitPath', path) order by id)
        from (select distinct on (id) * from up where up.person_id = who.person_id order by id, cardinality(path) desc) whole) as positions,
      (select json_agg(json_build_object('power', d.power, 'fromPersonId', d.from_person_id) order by d.id)
        from identity.delegation d
        where d.to_person_id = who.person_id and d.revoked_at is null and d.valid_from <= ${on}::date and d.valid_until >= ${on}::date
          and exists (
            select from identity.position p join identity.unit_version v on v.unit_id = p.unit_id and ${isHeld('v')}
            where p.person_id = d.from_person_id and p.kind in ('head', 'deputy') and v.kind = 'mayor' and ${isHeld('p')})) as powers
    from who join identity.person person on person.id = who.person_id`;
}

/** The row as an actor; null when no position is held, because rights and sign-in end with the last one. */
function toActor(row: ActorRow | undefined): Actor | null {
  if (!row?.positions) return null;
  return { personId: row.person_id, name: row.name, sessionId: row.session_id, positions: row.positions, powers: row.powers ?? [] };
}

/** A person with the rights of a moment, for jobs and checks; null when no position is held. */
export async function actorOf(db: Kysely<Database>, personId: string, now: Date): Promise<Actor | null> {
  return (await actorsOf(db, [personId], now)).get(personId) ?? null;
}

/** As {@link actorOf}, for many in one question; who holds no position is not among them. */
export async function actorsOf(db: Kysely<Database>, personIds: readonly string[], now: Date): Promise<ReadonlyMap<string, Actor>> {
  const who = sql`select ''::text as session_id, id as person_id, null::timestamptz as seen_at from unnest(${[...personIds]}::uuid[]) as id`;
  const { rows } = await actorQuery(who, now).execute(db);
  return new Map(rows.flatMap((row) => toActor(row) ?? []).map((actor) => [actor.personId, actor]));
}

/** Who a session's token belongs to, and when it was last seen. Sessions that lay idle or grew too old are refused. */
export async function actorOfSession(
  db: Kysely<Database>,
  session: { tokenHash: string; now: Date; seenAfter: Date; createdAfter: Date },
): Promise<{ actor: Actor; seenAt: Date } | null> {
  const who = sql`select id::text as session_id, person_id, seen_at from identity.session
    where token_hash = ${session.tokenHash} and seen_at > ${session.seenAfter} and created_at > ${session.createdAfter}`;
  const { rows } = await actorQuery(who, session.now).execute(db);
  const actor = toActor(rows[0]);
  return actor && { actor, seenAt: rows[0]!.seen_at };
}
