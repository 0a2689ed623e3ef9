import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { CarryingFacts } from '../policy.ts';

/** Who carries programmes out and who reviews them, for many at once; unknown programmes are absent. */
export async function carryingFactsOf(db: Kysely<Database>, programmeIds: readonly string[]): Promise<ReadonlyMap<string, CarryingFacts>> {
  const ids = [...new Set(programmeIds)];
  const programmes = await db
    .selectFrom('programmes.programme')
    .select(['id', 'reviewer_id', 'reviewer_unit_id'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  const parts = await db
    .selectFrom('programmes.programme_unit as part')
    .leftJoin('programmes.nomination as nomination', (join) =>
      join
        .onRef('nomination.seat_id', '=', 'part.programme_id')
        .onRef('nomination.unit_id', '=', 'part.unit_id')
        .on('nomination.seat_kind', '=', 'programme')
        .on('nomination.state', '=', 'accepted'),
    )
    .select(['part.programme_id', 'part.unit_id', 'nomination.person_id'])
    .where('part.programme_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('part.position')
    .execute();
  const byProgramme = Map.groupBy(parts, (part) => part.programme_id);
  return new Map(
    programmes.map((row) => [
      row.id,
      {
        parts: (byProgramme.get(row.id) ?? []).map((part) => ({ unitId: part.unit_id, personId: part.person_id })),
        reviewerId: row.reviewer_id,
        reviewerUnitId: row.reviewer_unit_id,
      },
    ]),
  );
}
