import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';

/** Whether nobody is registered yet, so that the first administrator may still be made. */
export async function isUnregistered(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom('identity.person').select('id').limit(1).executeTakeFirst()) === undefined;
}
