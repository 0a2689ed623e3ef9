import type { passkey } from '@makaverse/contract/identity-session';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '#database/schema';
import { presentPasskey } from '../present.ts';

/** A person's passkeys, oldest first. */
export async function passkeysOf(db: Kysely<Database>, personId: string): Promise<z.infer<typeof passkey>[]> {
  const rows = await db.selectFrom('identity.passkey').selectAll().where('person_id', '=', personId).orderBy('id').execute();
  return rows.map(presentPasskey);
}
