import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import type { Download } from '#platform/module';

/** The bytes of a programme's document; like the plan, every signed-in official reads it. @throws RecordMissing */
export async function readDocument(context: Context, id: string): Promise<Download> {
  const row = await context.db.selectFrom('programmes.document').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new RecordMissing();
  return { body: Buffer.from(await context.files.get(row.sha256)), fileName: row.name, mediaType: row.media_type };
}
