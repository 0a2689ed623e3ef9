import type { ProgrammePlan } from '@makaverse/contract/programmes-plan';
import type { Transaction } from '#platform/context';
import { fileNameOf, mediaTypeOf } from '#platform/file-names';
import type { UploadedFile } from '#platform/module';
import { personBriefs } from '#modules/identity';
import { ProgrammeDocumentEmpty } from '../domain/broken-rules.ts';
import { presentDocument } from '../present-plan.ts';
import { openPlan } from './open-plan.ts';

/** Adds a document to a programme. The bytes are kept before the row that names them, so that no row ever names nothing. */
export async function addDocument(
  tx: Transaction,
  { id, file }: { id: string; file: UploadedFile },
): Promise<ProgrammePlan['documents'][number]> {
  const { programmeId } = await openPlan(tx, id);
  if (file.bytes.length === 0) throw new ProgrammeDocumentEmpty();
  const { sha256, size } = await tx.files.put(file.bytes);
  const saved = await tx.db
    .insertInto('programmes.document')
    .values({
      id: tx.newId(),
      programme_id: programmeId,
      name: fileNameOf(file.name),
      media_type: mediaTypeOf(file.mediaType),
      size,
      sha256,
      uploaded_by_id: tx.actor.personId,
      uploaded_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.audit({ action: 'programme.document-added', object: 'programme', objectId: programmeId, data: { documentId: saved.id, sha256 } });
  tx.touch(`programme:${programmeId}`);
  return presentDocument(saved, await personBriefs(tx.db, [saved.uploaded_by_id], tx.now));
}
