import { likeness, sameFrom, worthComparing } from '@makaverse/perceptual-hash';
import type { Geometry } from '@makaverse/contract/programmes-plan';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { farFrom, metresToNearest } from '../domain/distance.ts';
import type { EvidenceFlagRow, EvidenceRow } from '../tables.ts';

/** The payload of the job. */
export interface EvidenceCheck {
  readonly evidenceId: string;
}
type Finding = Pick<EvidenceFlagRow, 'kind'> & Partial<Pick<EvidenceFlagRow, 'other_id' | 'metres' | 'last_check_in_at'>>;

/** Of the photos whose hashes come near, the nearest are looked at closely; more would be chance. */
const mostCompared = 200;

/** Looks at a photo once, after it was kept: seen before, taken far away, or older than the report before? The reviewer is asked. */
export async function checkEvidence(tx: Transaction<null>, { evidenceId }: EvidenceCheck): Promise<void> {
  const photo = await tx.db.selectFrom('programmes.evidence').selectAll().where('id', '=', evidenceId).forUpdate().executeTakeFirst();
  if (!photo || photo.checked_at !== null) return;
  const findings = [await seenBefore(tx, photo), await farAway(tx, photo), await tooOld(tx, photo)].filter((one) => one !== null);
  for (const finding of findings) {
    await tx.db
      .insertInto('programmes.evidence_flag')
      .values({
        id: tx.newId(),
        evidence_id: photo.id,
        programme_id: photo.programme_id,
        at: tx.now,
        other_id: null,
        metres: null,
        last_check_in_at: null,
        ...finding,
      })
      .execute();
  }
  await tx.db.updateTable('programmes.evidence').set({ checked_at: tx.now }).where('id', '=', photo.id).execute();
  if (findings.length === 0) return;
  tx.audit({
    action: 'evidence.flagged',
    object: 'evidence',
    objectId: photo.id,
    data: { kinds: findings.map((finding) => finding.kind) },
  });
  tx.touch(`programme:${photo.programme_id}`);
}

/** The same picture among all that came before, of whatever programme: the whole of one near any part of the other. */
async function seenBefore(tx: Transaction<null>, photo: EvidenceRow): Promise<Finding | null> {
  const near = await tx.db
    .selectFrom('programmes.evidence_hash as mine')
    .innerJoin('programmes.evidence_hash as theirs', (join) =>
      join
        .onRef('theirs.evidence_id', '<>', 'mine.evidence_id')
        .on(sql<boolean>`(mine.part = 0 or theirs.part = 0) and bit_count(mine.hash # theirs.hash) <= ${worthComparing}`),
    )
    .innerJoin('programmes.evidence as other', 'other.id', 'theirs.evidence_id')
    .select(['other.id', 'other.thumbnail'])
    .where('mine.evidence_id', '=', photo.id)
    .where(sql<boolean>`(other.at, other.id) < (${photo.at}, ${photo.id}::uuid)`)
    .groupBy('other.id')
    .orderBy(sql`min(bit_count(mine.hash # theirs.hash))`)
    .orderBy('other.at', 'desc')
    .limit(mostCompared)
    .execute();
  const alike = near.map(({ id, thumbnail }) => ({ id, value: likeness(photo.thumbnail, thumbnail) }));
  const best = alike.reduce<{ id: string; value: number } | null>((most, one) => (most && most.value >= one.value ? most : one), null);
  return best && best.value >= sameFrom ? { kind: 'same-picture', other_id: best.id } : null;
}

async function farAway(tx: Transaction<null>, photo: EvidenceRow): Promise<Finding | null> {
  if (photo.latitude === null || photo.longitude === null) return null;
  const places = await tx.db.selectFrom('programmes.place').select('geometry').where('programme_id', '=', photo.programme_id).execute();
  const metres = metresToNearest(
    { latitude: photo.latitude, longitude: photo.longitude },
    places.map((place) => place.geometry as Geometry),
  );
  return metres !== null && metres > farFrom ? { kind: 'far-away', metres: Math.round(metres) } : null;
}

async function tooOld(tx: Transaction<null>, photo: EvidenceRow): Promise<Finding | null> {
  if (photo.taken_at === null) return null;
  const before = await tx.db
    .selectFrom('programmes.check_in as mine')
    .innerJoin('programmes.check_in as earlier', (join) =>
      join.onRef('earlier.programme_id', '=', 'mine.programme_id').onRef('earlier.unit_id', '=', 'mine.unit_id'),
    )
    .select('earlier.at')
    .where('mine.id', '=', photo.check_in_id)
    .where(sql<boolean>`(earlier.at, earlier.id) < (mine.at, mine.id)`)
    .orderBy('earlier.at', 'desc')
    .executeTakeFirst();
  return before && photo.taken_at < before.at ? { kind: 'too-old', last_check_in_at: before.at } : null;
}
