import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import type { Download } from '#platform/module';

/** A photo's picture. Like the report it proves, every signed-in official sees it. @throws RecordMissing */
export async function photoFile(context: Context, id: string): Promise<Download> {
  const row = await context.db.selectFrom('programmes.evidence').select('sha256').where('id', '=', id).executeTakeFirst();
  if (!row) throw new RecordMissing();
  return { body: Buffer.from(await context.files.get(row.sha256)) };
}
