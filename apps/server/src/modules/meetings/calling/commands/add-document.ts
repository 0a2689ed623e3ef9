import type { AgendaItem } from '@makaverse/contract/meetings';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { fileNameOf, mediaTypeOf } from '#platform/file-names';
import type { UploadedFile } from '#platform/module';
import { personBriefs } from '#modules/identity';
import { mayFillSlot } from '../../policy.ts';
import { presentDocument } from '../../present.ts';
import { lockItem } from '../../queries/open-item.ts';
import { DocumentEmpty, MeetingOver } from '../domain/broken-rules.ts';

/** Puts a document to an agenda item. The bytes are kept before the row that names them, so that no row ever names nothing. */
export async function addDocument(
  tx: Transaction,
  asked: { itemId: string; file: UploadedFile },
): Promise<AgendaItem['documents'][number]> {
  const { row, facts, item } = await lockItem(tx, asked.itemId);
  if (!mayFillSlot(tx.actor, facts, item.presenter_unit_id)) throw new NotAllowed();
  if (row.state === 'closed' || row.state === 'cancelled') throw new MeetingOver();
  const { file } = asked;
  if (file.bytes.length === 0) throw new DocumentEmpty();
  const { sha256, size } = await tx.files.put(file.bytes);
  const saved = await tx.db
    .insertInto('meetings.document')
    .values({
      id: tx.newId(),
      item_id: item.id,
      name: fileNameOf(file.name),
      media_type: mediaTypeOf(file.mediaType),
      size,
      sha256,
      uploaded_by_id: tx.actor.personId,
      uploaded_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.audit({ action: 'agenda-item.document-added', object: 'agenda-item', objectId: item.id, data: { documentId: saved.id, sha256 } });
  tx.touch(`meeting:${row.id}`);
  return presentDocument(saved, await personBriefs(tx.db, [saved.uploaded_by_id], tx.now));
}
