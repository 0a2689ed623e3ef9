import type { Evidence } from '@makaverse/contract/programmes-check-in';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { carryingFactsOf } from '../../queries/carrying-facts.ts';
import { mayReadFlags, mayReadOrigin } from '../policy.ts';
import type { EvidenceRow } from '../tables.ts';

/** Where a photo is read; the address the contract gives it. */
const photoHref = (id: string): string => `/api/evidence/${id}/photo`;

export type ShownEvidence = Omit<EvidenceRow, 'thumbnail' | 'sha256' | 'checked_at'>;
export const shownColumns = [
  'id',
  'check_in_id',
  'programme_id',
  'unit_id',
  'by_id',
  'at',
  'width',
  'height',
  'taken_at',
  'latitude',
  'longitude',
  'verdict',
] as const satisfies readonly (keyof ShownEvidence)[];

/** Photos as the actor may know them, by their ids. */
export async function evidenceViews(context: Context, rows: readonly ShownEvidence[]): Promise<ReadonlyMap<string, Evidence>> {
  if (rows.length === 0) return new Map();
  const { db, actor } = context;
  const facts = await carryingFactsOf(
    db,
    rows.map((row) => row.programme_id),
  );
  const judged = rows.filter((row) => mayReadFlags(actor, facts.get(row.programme_id)!)).map((row) => row.id);
  const flags = await db
    .selectFrom('programmes.evidence_flag')
    .select(['id', 'evidence_id', 'kind', 'verdict'])
    .where('evidence_id', '=', sql<string>`any(${judged}::uuid[])`)
    .orderBy('id')
    .execute();
  const flagsOf = Map.groupBy(flags, (flag) => flag.evidence_id);
  return new Map(
    rows.map((row) => {
      const mayKnow = mayReadOrigin(actor, facts.get(row.programme_id)!, { byId: row.by_id });
      const place = row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude };
      return [
        row.id,
        {
          id: row.id,
          photoHref: photoHref(row.id),
          width: row.width,
          height: row.height,
          at: row.at.toISOString(),
          takenAt: mayKnow ? (row.taken_at?.toISOString() ?? null) : null,
          place: mayKnow ? place : null,
          flags: (flagsOf.get(row.id) ?? []).map((flag) => ({ id: flag.id, kind: flag.kind, isOpen: flag.verdict === null })),
          verdict: row.verdict,
        },
      ];
    }),
  );
}
