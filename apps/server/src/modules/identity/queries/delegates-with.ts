import { witaDate } from '@makaverse/calendar';
import type { Power } from '@makaverse/contract/identity-directory';
import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { actorOf } from './actor-of.ts';

/** People to whom the mayor handed a power that is valid now. */
export async function delegatesWith(db: Kysely<Database>, power: Power, now: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('identity.delegation')
    .select('to_person_id')
    .distinct()
    .where('power', '=', power)
    .where('revoked_at', 'is', null)
    .where('valid_until', '>=', witaDate(now))
    .orderBy('to_person_id')
    .execute();
  const valid: string[] = [];
  for (const { to_person_id: id } of rows) {
    const actor = await actorOf(db, id, now);
    if (actor?.powers.some((one) => one.power === power)) valid.push(id);
  }
  return valid;
}
