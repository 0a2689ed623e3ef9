import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import type { SessionLife } from './domain/session-life.ts';
import { actorOfSession } from './queries/actor-of.ts';
import { sessionCookie, tokenHash } from './session-token.ts';

// Often enough for an idle limit of hours, seldom enough to cost nothing.
const notedEveryMs = 5 * 60_000;

/** Who sends a request, from the session's cookie. A session whose person holds no position any more is nobody's. */
export function actorResolver(life: SessionLife): (context: Context<null>) => Promise<Actor | null> {
  return async (context) => {
    const token = context.request.cookie(sessionCookie);
    if (!token) return null;
    const hash = tokenHash(token);
    const now = context.now.getTime();
    const found = await actorOfSession(context.db, {
      tokenHash: hash,
      now: context.now,
      seenAfter: new Date(now - life.idleMs),
      createdAfter: new Date(now - life.wholeMs),
    });
    if (!found) return null;
    if (now - found.seenAt.getTime() > notedEveryMs) {
      await context.db.updateTable('identity.session').set({ seen_at: context.now }).where('token_hash', '=', hash).execute();
    }
    return found.actor;
  };
}
