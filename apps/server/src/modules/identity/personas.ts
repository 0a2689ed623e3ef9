import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { Transaction } from '#platform/context';
import type { Actor } from '#platform/actor';
import type { Language } from '#platform/language';

const setting = 'demo.personas';

/** Someone through whose eyes the demo can be seen; `label` is short ("Camat Manggala"). */
export interface Persona {
  readonly key: string;
  readonly personId: string;
  readonly label: Readonly<Record<Language, string>>;
}

/** Says through whose eyes the demo can be seen, in the order of the menu. */
export async function namePersonas(transaction: Transaction<Actor | null>, personas: readonly Persona[]): Promise<void> {
  const value = JSON.stringify({ personas });
  await transaction.db
    .insertInto('platform.setting')
    .values({ name: setting, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** The personas named; none outside the demo. */
export async function personasOf(db: Kysely<Database>): Promise<readonly Persona[]> {
  const row = await db.selectFrom('platform.setting').select('value').where('name', '=', setting).executeTakeFirst();
  return (row?.value as { personas?: readonly Persona[] } | undefined)?.personas ?? [];
}
