import type { auditEntry } from '@makaverse/contract/system';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '#database/schema';
import { presentAuditLine } from '../present.ts';
import { personBriefs } from './person-briefs.ts';

/** A page of the audit log, newest first; of one record where `objectId` names it. */
export async function auditPage(
  db: Kysely<Database>,
  asked: { objectId?: string | undefined; before: number | null; limit: number; now: Date },
): Promise<{ items: z.infer<typeof auditEntry>[]; next: number | null }> {
  const rows = await db
    .selectFrom('platform.audit')
    .selectAll()
    .$if(asked.objectId !== undefined, (query) => query.where('object_id', '=', asked.objectId!))
    .$if(asked.before !== null, (query) => query.where('seq', '<', asked.before!))
    .orderBy('seq', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const shown = rows.slice(0, asked.limit);
  const people = await personBriefs(
    db,
    shown.flatMap((row) => row.actor_id ?? []),
    asked.now,
  );
  return { items: shown.map((row) => presentAuditLine(row, people)), next: rows.length > asked.limit ? shown.at(-1)!.seq : null };
}
