import type { Transaction as KyselyTransaction } from 'kysely';
import type { Database } from '#database/schema';
import type { Actor } from '#platform/actor';
import { appendAudit } from '#platform/audit';
import type { AuditLine, Context } from '#platform/context';

/**
 * A transaction inside a route that keeps something even when it refuses: the count of wrong tries must stay, so those routes run
 * outside the usual transaction and open their own for what succeeds. Such routes take JSON only, which no foreign page can send
 * without being asked first (Fetch standard, CORS preflight).
 */
export async function ownTransaction<R>(
  context: Context<Actor | null>,
  work: (db: KyselyTransaction<Database>) => Promise<{ result: R; actorId: string; lines: readonly AuditLine[] }>,
): Promise<R> {
  return context.db.transaction().execute(async (db) => {
    const { result, actorId, lines } = await work(db);
    await appendAudit({ db, at: context.now, actorId, lines });
    return result;
  });
}
