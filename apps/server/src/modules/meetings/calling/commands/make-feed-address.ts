import { randomBytes } from 'node:crypto';
import type { Transaction } from '#platform/context';
import { feedHash } from '../queries/feed.ts';

const secretBytes = 24;

/** A new secret address of the actor's feed; the old one opens nothing from now on. */
export async function makeFeedAddress(tx: Transaction): Promise<{ url: string }> {
  const token = randomBytes(secretBytes).toString('base64url');
  const row = { person_id: tx.actor.personId, token_hash: feedHash(token), created_at: tx.now };
  await tx.db
    .insertInto('meetings.feed')
    .values(row)
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ token_hash: row.token_hash, created_at: row.created_at }))
    .execute();
  tx.audit({ action: 'feed.address-made', object: 'person', objectId: tx.actor.personId });
  return { url: new URL(`/api/feed/${token}/makaverse.ics`, tx.request.publicUrl).href };
}
