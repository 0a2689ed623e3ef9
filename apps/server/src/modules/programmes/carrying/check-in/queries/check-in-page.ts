import type { CheckIn, listCheckIns } from '@makaverse/contract/programmes-check-in';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { fromCursor, newestKey, toCursor } from '#platform/cursor';
import { RecordMissing } from '#platform/errors';
import type { Input } from '#platform/module';
import { presentCheckIns } from './present-check-ins.ts';

/** One page of a programme's reports, the latest first. Like the programme itself, every signed-in official reads them. */
export async function checkInPage(
  context: Context,
  asked: Input<typeof listCheckIns>['query'] & { readonly programmeId: string },
): Promise<{ items: CheckIn[]; next: string | null }> {
  const { db } = context;
  const known = await db.selectFrom('programmes.programme').select('id').where('id', '=', asked.programmeId).executeTakeFirst();
  if (!known) throw new RecordMissing();
  const before = fromCursor(asked.cursor, newestKey);
  const rows = await db
    .selectFrom('programmes.check_in')
    .selectAll()
    .where('programme_id', '=', asked.programmeId)
    .$if(asked.unitId !== undefined, (query) => query.where('unit_id', '=', asked.unitId!))
    .$if(before !== null, (query) => query.where(sql<boolean>`(at, id) < (${before![0]}::timestamptz, ${before![1]}::uuid)`))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const shown = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? shown.at(-1)! : null;
  return { items: await presentCheckIns(context, shown), next: last && toCursor([last.at.toISOString(), last.id]) };
}

/** One report. @throws RecordMissing */
export async function checkInById(context: Context, id: string): Promise<CheckIn> {
  const row = await context.db.selectFrom('programmes.check_in').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new RecordMissing();
  return (await presentCheckIns(context, [row]))[0]!;
}
