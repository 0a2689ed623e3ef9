import type { Transaction as KyselyTransaction } from 'kysely';
import type { Database } from '#database/schema';
import type { Actor } from '#platform/actor';
import { DomainError } from '#platform/errors';
import { newId } from '#platform/id';
import { actorOf } from '../queries/actor-of.ts';
import { newToken, tokenHash } from '../session-token.ts';
import type { SignInMethod } from '../tables.ts';

/** Whoever holds no position any more has no rights here, and so no sign-in. */
class NoPositionHeld extends DomainError {
  constructor() {
    super('no-position-held', 'forbidden');
  }
}

/** Opens a session for a person whose identity was just proven. @throws NoPositionHeld */
export async function keepSession(
  db: KyselyTransaction<Database>,
  proven: { personId: string; method: SignInMethod; now: Date },
): Promise<{ token: string; actor: Actor }> {
  const actor = await actorOf(db, proven.personId, proven.now);
  if (!actor) throw new NoPositionHeld();
  const token = newToken();
  const id = newId(proven.now);
  await db
    .insertInto('identity.session')
    .values({
      id,
      token_hash: tokenHash(token),
      person_id: proven.personId,
      method: proven.method,
      created_at: proven.now,
      seen_at: proven.now,
    })
    .execute();
  return { token, actor: { ...actor, sessionId: id } };
}
