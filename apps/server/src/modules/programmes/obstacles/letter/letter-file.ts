import { witaDate } from '@makaverse/calendar';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import type { Download } from '#platform/module';
import { headsOf, personBriefs, unitBriefs } from '#modules/identity';
import { readableObstacle } from '../queries/obstacle-detail.ts';
import { say } from './draft-letter.ts';
import { letterDocx } from './letter-docx.ts';
import { letterPdf } from './letter-pdf.ts';
import { printedLetter } from './printed-letter.ts';

const writers = { docx: letterDocx, pdf: letterPdf } as const;

/** The letter of an obstacle as a file. @throws RecordMissing where there is none, or none for this reader */
export async function letterFile(context: Context, id: string, kind: keyof typeof writers): Promise<Download> {
  const { db, now } = context;
  const row = await readableObstacle(context, id);
  const letter = await db.selectFrom('programmes.obstacle_letter').selectAll().where('obstacle_id', '=', id).executeTakeFirst();
  if (!letter) throw new RecordMissing();
  // Signed by who headed the unit on the day it left.
  const headId = (await headsOf(db, [row.unit_id], letter.sent_on ?? witaDate(now))).get(row.unit_id);
  const head = headId === undefined ? null : ((await personBriefs(db, [headId], now)).get(headId) ?? null);
  const unit = (await unitBriefs(db, [row.unit_id])).get(row.unit_id)?.name ?? '';
  const body = await writers[kind](printedLetter(letter, { unit, head }));
  return { body, fileName: `${say('file-name', { day: letter.sent_on ?? witaDate(letter.written_at) })}.${kind}` };
}
