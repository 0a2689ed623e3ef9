import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { Language } from '#platform/language';
import { heldOn } from './held-on.ts';

/** Everybody who holds a position on a day and has an address, or devices to be told of what came at night; and the language he reads. */
export async function morningReaders(
  db: Kysely<Database>,
  on: string,
): Promise<readonly { readonly personId: string; readonly language: Language }[]> {
  return db
    .selectFrom('identity.person as person')
    .select(['person.id as personId', 'person.language'])
    .where((any) =>
      any.or([
        any('person.email', 'is not', null),
        any.exists(any.selectFrom('identity.push_held as waits').select('waits.person_id').whereRef('waits.person_id', '=', 'person.id')),
      ]),
    )
    .where((any) =>
      any.exists(
        any
          .selectFrom('identity.position as held')
          .select('held.id')
          .whereRef('held.person_id', '=', 'person.id')
          .where(heldOn('held', on)),
      ),
    )
    .orderBy('person.id')
    .execute();
}
