import type { Transaction } from '#platform/context';
import type { SessionLife } from '../domain/session-life.ts';

const dayMs = 24 * 3_600_000;

/** Takes away what has had its time: sign-ins, challenges, links, counted tries, unapplied imports (UU 27/2022 art. 43: keep no longer than needed). */
export async function sweep(tx: Transaction<null>, life: SessionLife): Promise<void> {
  const ago = (ms: number): Date => new Date(tx.now.getTime() - ms);
  await tx.db
    .deleteFrom('identity.session')
    .where((any) => any.or([any('seen_at', '<', ago(life.idleMs)), any('created_at', '<', ago(life.wholeMs))]))
    .execute();
  await tx.db.deleteFrom('identity.challenge').where('expires_at', '<', tx.now).execute();
  await tx.db.deleteFrom('identity.one_time_link').where('expires_at', '<', tx.now).execute();
  await tx.db.deleteFrom('identity.oidc_sign_in').where('expires_at', '<', tx.now).execute();
  await tx.db.deleteFrom('identity.attempt').where('at', '<', ago(dayMs)).execute();
  await tx.db
    .deleteFrom('identity.import')
    .where('applied_at', 'is', null)
    .where('created_at', '<', ago(7 * dayMs))
    .execute();
}
