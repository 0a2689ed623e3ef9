import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { Language } from '#platform/language';
import { heldOn } from './held-on.ts';

/** Everybody with an address who holds a position on a day, and the language he reads. */
export async function readersByMail(
  db: Kysely<Database>,
  on: string,
): Promise<readonly { readonly personId: string; readonly language: Language }[]> {
  return db
    .selectFrom('identity.person as person')
    .select(['person.id as personId', 'person.language'])
    .where('person.email', 'is not', null)
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
