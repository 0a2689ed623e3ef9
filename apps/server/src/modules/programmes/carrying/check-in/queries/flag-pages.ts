import type { EvidenceFlag, listEvidenceFlags } from '@makaverse/contract/programmes-check-in';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '#platform/context';
import { fromCursor, keyInstant, toCursor } from '#platform/cursor';
import { RecordMissing } from '#platform/errors';
import type { Input } from '#platform/module';
import { personBriefs, unitBriefs } from '#modules/identity';
import { carryingFactsOf } from '../../queries/carrying-facts.ts';
import { mayJudgeEvidence, mayReadFlags } from '../policy.ts';
import type { EvidenceFlagRow } from '../tables.ts';
import { evidenceViews, shownColumns } from './evidence-views.ts';

const key = z.tuple([keyInstant, z.uuid()]);

/** Programmes whose flags the actor may read: the policy, asked once for each that has any. */
async function readableProgrammes(context: Context, only: 'open' | 'answered'): Promise<string[]> {
  const flagged = await context.db
    .selectFrom('programmes.evidence_flag')
    .select('programme_id')
    .distinct()
    .where('verdict', only === 'open' ? 'is' : 'is not', null)
    .execute();
  if (flagged.length === 0) return [];
  const facts = await carryingFactsOf(
    context.db,
    flagged.map((row) => row.programme_id),
  );
  return [...facts].filter(([, one]) => mayReadFlags(context.actor, one)).map(([id]) => id);
}

/** One page of flags, the oldest first. */
export async function flagPage(
  context: Context,
  asked: Input<typeof listEvidenceFlags>['query'],
): Promise<{ items: EvidenceFlag[]; next: string | null }> {
  const after = fromCursor(asked.cursor, key);
  const programmeIds = (await readableProgrammes(context, asked.only)).filter(
    (id) => asked.programmeId === undefined || id === asked.programmeId,
  );
  if (programmeIds.length === 0) return { items: [], next: null };
  const rows = await context.db
    .selectFrom('programmes.evidence_flag')
    .selectAll()
    .where('programme_id', '=', sql<string>`any(${programmeIds}::uuid[])`)
    .where('verdict', asked.only === 'open' ? 'is' : 'is not', null)
    .$if(after !== null, (query) => query.where(sql<boolean>`(at, id) > (${after![0]}::timestamptz, ${after![1]}::uuid)`))
    .orderBy('at')
    .orderBy('id')
    .limit(asked.limit + 1)
    .execute();
  const shown = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? shown.at(-1)! : null;
  return { items: await presentFlags(context, shown), next: last && toCursor([last.at.toISOString(), last.id]) };
}

/** One flag. @throws RecordMissing, also where the actor may not know of it */
export async function flagById(context: Context, id: string): Promise<EvidenceFlag> {
  const row = await context.db.selectFrom('programmes.evidence_flag').selectAll().where('id', '=', id).executeTakeFirst();
  const facts = row && (await carryingFactsOf(context.db, [row.programme_id])).get(row.programme_id);
  if (!row || !facts || !mayReadFlags(context.actor, facts)) throw new RecordMissing();
  return (await presentFlags(context, [row]))[0]!;
}

async function presentFlags(context: Context, rows: readonly EvidenceFlagRow[]): Promise<EvidenceFlag[]> {
  if (rows.length === 0) return [];
  const { db, now, actor } = context;
  const photoIds = rows.flatMap((row) => [row.evidence_id, ...(row.other_id ? [row.other_id] : [])]);
  const photos = await db
    .selectFrom('programmes.evidence')
    .select(shownColumns)
    .where('id', '=', sql<string>`any(${photoIds}::uuid[])`)
    .execute();
  const reports = await db
    .selectFrom('programmes.check_in')
    .select(['id', 'at', 'words'])
    .where('id', '=', sql<string>`any(${photos.map((photo) => photo.check_in_id)}::uuid[])`)
    .execute();
  const programmes = await db
    .selectFrom('programmes.programme')
    .select(['id', 'number', 'name'])
    .where('id', '=', sql<string>`any(${photos.map((photo) => photo.programme_id)}::uuid[])`)
    .execute();
  const people = await personBriefs(db, [...photos.map((photo) => photo.by_id), ...rows.flatMap((row) => row.answered_by_id ?? [])], now);
  const units = await unitBriefs(
    db,
    photos.map((photo) => photo.unit_id),
  );
  const facts = await carryingFactsOf(
    db,
    rows.map((row) => row.programme_id),
  );
  const views = await evidenceViews(context, photos);
  const photoOf = new Map(photos.map((photo) => [photo.id, photo]));
  const reportOf = new Map(reports.map((report) => [report.id, report]));
  const programmeOf = new Map(programmes.map((programme) => [programme.id, programme]));
  return rows.map((row) => {
    const photo = photoOf.get(row.evidence_id)!;
    const report = reportOf.get(photo.check_in_id)!;
    const other = row.other_id === null ? null : photoOf.get(row.other_id)!;
    return {
      id: row.id,
      kind: row.kind,
      at: row.at.toISOString(),
      programme: programmeOf.get(row.programme_id)!,
      evidence: views.get(photo.id)!,
      checkIn: {
        id: report.id,
        unit: units.get(photo.unit_id)!,
        by: people.get(photo.by_id)!,
        at: report.at.toISOString(),
        words: report.words,
      },
      other: other && {
        evidence: views.get(other.id)!,
        programme: programmeOf.get(other.programme_id)!,
        unit: units.get(other.unit_id)!,
        by: people.get(other.by_id)!,
      },
      metres: row.metres,
      lastCheckInAt: row.last_check_in_at?.toISOString() ?? null,
      answer:
        row.verdict === null
          ? null
          : {
              verdict: row.verdict,
              reason: row.reason ?? '',
              at: row.answered_at!.toISOString(),
              by: people.get(row.answered_by_id!)!,
            },
      mayAnswer: row.verdict === null && mayJudgeEvidence(actor, facts.get(row.programme_id)!),
    };
  });
}
