import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { DomainError } from '#platform/errors';

const windowMinutes = 15;

/** Too many wrong tries in a short time. */
class TooManyAttempts extends DomainError {
  constructor() {
    super('too-many-attempts', 'limited', { params: { minutes: windowMinutes } });
  }
}

/** One thing that is counted, and how often it may happen in a quarter of an hour. */
export interface Limit {
  readonly key: string;
  readonly most: number;
}

const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex');

/**
 * Counts a try under each key before it is made, so that many at once cannot slip past. Shared by all processes; only hashes of
 * addresses are kept, for a day. @throws TooManyAttempts
 */
export async function countAttempt(db: Kysely<Database>, limits: readonly Limit[], now: Date): Promise<void> {
  await db
    .insertInto('identity.attempt')
    .values(limits.map(({ key }) => ({ key_hash: keyHash(key), at: now })))
    .execute();
  const counts = await db
    .selectFrom('identity.attempt')
    .select(({ fn }) => ['key_hash', fn.countAll<number>().as('count')])
    .where(
      'key_hash',
      'in',
      limits.map(({ key }) => keyHash(key)),
    )
    .where('at', '>', new Date(now.getTime() - windowMinutes * 60_000))
    .groupBy('key_hash')
    .execute();
  const countOf = new Map(counts.map((row) => [row.key_hash, row.count]));
  if (limits.some(({ key, most }) => (countOf.get(keyHash(key)) ?? 0) > most)) throw new TooManyAttempts();
}

/** Forgets the tries under a key once one of them was right. */
export async function forgetAttempts(db: Kysely<Database>, limits: readonly Limit[]): Promise<void> {
  await db
    .deleteFrom('identity.attempt')
    .where(
      'key_hash',
      'in',
      limits.map(({ key }) => keyHash(key)),
    )
    .execute();
}
