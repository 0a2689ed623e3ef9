import { createHash } from 'node:crypto';
import { DomainError } from '#platform/errors';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';

/** The same key came with other content: a mistake of the sender that must not look like success. */
export class IdempotencyKeyReused extends DomainError {
  constructor() {
    super('idempotency-key-reused', 'conflict');
  }
}

/**
 * Sending twice makes one. The first request with a key does the work and keeps its reply in the same transaction; a later one
 * with the same key waits for it and gets the same reply (after draft-ietf-httpapi-idempotency-key-header).
 */
export async function once<A extends Actor | null>(
  transaction: Transaction<A>,
  request: { key: string; endpoint: string; content: unknown },
  work: () => Promise<unknown>,
): Promise<unknown> {
  const actorKey = transaction.actor?.personId ?? transaction.request.remoteAddress;
  const requestHash = createHash('sha256')
    .update(`${request.endpoint}\n${JSON.stringify(request.content)}`)
    .digest('hex');
  const { numInsertedOrUpdatedRows } = await transaction.db
    .insertInto('platform.idempotency')
    .values({
      actor_key: actorKey,
      key: request.key,
      endpoint: request.endpoint,
      request_hash: requestHash,
      status: null,
      reply: null,
      at: transaction.now,
    })
    .onConflict((conflict) => conflict.columns(['actor_key', 'key']).doNothing())
    .executeTakeFirstOrThrow();
  const mine = transaction.db.selectFrom('platform.idempotency').where('actor_key', '=', actorKey).where('key', '=', request.key);
  if (numInsertedOrUpdatedRows === 0n) {
    const earlier = await mine.select(['request_hash', 'reply']).executeTakeFirstOrThrow();
    if (earlier.request_hash !== requestHash) throw new IdempotencyKeyReused();
    return earlier.reply === null ? undefined : (JSON.parse(earlier.reply) as unknown);
  }
  const reply = await work();
  await transaction.db
    .updateTable('platform.idempotency')
    .set({ status: 200, reply: reply === undefined ? null : JSON.stringify(reply) })
    .where('actor_key', '=', actorKey)
    .where('key', '=', request.key)
    .execute();
  return reply;
}
