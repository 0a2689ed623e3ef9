import { witaDate } from '@makaverse/calendar';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { tellEndedPositions } from '../commands/end-position.ts';
import { fold } from '../domain/fold.ts';
import type { PersonChange } from '../domain/people-change.ts';
import { LastAdministrator } from '../domain/position-rules.ts';
import { insertMany } from './insert-many.ts';

/** Writes judged people and their positions: a handful of statements, however many rows. @throws LastAdministrator */
export async function applyPeople(tx: Transaction<Actor | null>, changes: readonly PersonChange[], isDemo: boolean): Promise<void> {
  const idOf = new Map<string, string>();
  const registered: PersonChange[] = [];
  for (const change of changes) {
    if (idOf.has(change.email)) continue;
    idOf.set(change.email, change.person?.id ?? tx.newId());
    if (!change.person) registered.push(change);
  }
  await insertMany(
    tx.db,
    'identity.person',
    registered.map((one) => ({
      id: idOf.get(one.email)!,
      name: one.name,
      email: one.email,
      phone: one.phone,
      language: 'id',
      is_demo: isDemo,
      search: fold(one.name),
      version: 1,
      created_at: tx.now,
    })),
  );
  const corrected = changes
    .filter(({ person, name, phone }) => person && (person.name !== name || (phone !== null && phone !== person.phone)))
    .map(({ person, name, phone }) => ({ id: person!.id, name, phone: phone ?? person!.phone, search: fold(name) }));
  await sql`update identity.person p set name = c.name, phone = c.phone, search = c.search, version = p.version + 1
    from jsonb_populate_recordset(null::identity.person, ${JSON.stringify(corrected)}::jsonb) c where p.id = c.id`.execute(tx.db);
  await insertMany(
    tx.db,
    'identity.position',
    changes
      .filter((one) => one.positionId === null)
      .map((one) => ({
        id: tx.newId(),
        person_id: idOf.get(one.email)!,
        unit_id: one.unitId,
        kind: one.kind,
        title: one.title,
        acting: one.acting,
        valid_from: one.from,
        valid_to: one.to,
        end_told_at: null,
        created_at: tx.now,
      })),
  );
  // An end taken back is no end: when it comes after all, it is to be told anew.
  const changed = changes
    .filter((one) => one.positionId !== null && one.change === 'changed')
    .map((one) => ({ id: one.positionId, title: one.title, acting: one.acting, valid_to: one.to }));
  await sql`update identity.position p set title = c.title, acting = c.acting, valid_to = c.valid_to,
    end_told_at = case when c.valid_to <= ${witaDate(tx.now)}::date then p.end_told_at end
    from jsonb_populate_recordset(null::identity.position, ${JSON.stringify(changed)}::jsonb) c where p.id = c.id`.execute(tx.db);
  await refuseToLoseEveryAdministrator(tx);
  await tellEndedPositions(tx);
}

async function refuseToLoseEveryAdministrator(tx: Transaction<Actor | null>): Promise<void> {
  const left = await tx.db
    .selectFrom('identity.position')
    .select('id')
    .where('kind', '=', 'administrator')
    .where('valid_from', '<=', witaDate(tx.now))
    .where('valid_to', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (!left) throw new LastAdministrator();
}
