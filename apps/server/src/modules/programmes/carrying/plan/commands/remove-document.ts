import type { Transaction } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { openPlan } from './open-plan.ts';

/**
 * Takes a document away from its programme. Its bytes stay in the file store under their hash, which the log names: the same file may
 * belong to another record, and what was once shown must be found again by whoever has to answer for it.
 */
export async function removeDocument(tx: Transaction, { id }: { id: string }): Promise<void> {
  const row = await tx.db
    .selectFrom('programmes.document')
    .select(['programme_id', 'name', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new RecordMissing();
  const { programmeId } = await openPlan(tx, row.programme_id);
  const { numDeletedRows } = await tx.db.deleteFrom('programmes.document').where('id', '=', id).executeTakeFirst();
  // Somebody else took it away while this one waited for the lock: it is gone, which was asked for.
  if (numDeletedRows === 0n) return;
  tx.audit({
    action: 'programme.document-removed',
    object: 'programme',
    objectId: programmeId,
    data: { documentId: id, name: row.name, sha256: row.sha256 },
  });
  tx.touch(`programme:${programmeId}`);
}
