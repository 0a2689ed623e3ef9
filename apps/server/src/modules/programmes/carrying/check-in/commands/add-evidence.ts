import type { addEvidence as endpoint, Evidence } from '@makaverse/contract/programmes-check-in';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { NotAllowed, RecordMissing } from '#platform/errors';
import type { Input, UploadedFile } from '#platform/module';
import { CheckInIdTaken, TooManyPhotos } from '../domain/broken-rules.ts';
import { evidenceViews, shownColumns } from '../queries/evidence-views.ts';
import { readPhoto } from '../read-photo.ts';
import type { EvidenceCheck } from './check-evidence.ts';

const mostPhotos = 12;

type Asked = Input<typeof endpoint>['body'] & { readonly checkInId: string; readonly file: UploadedFile };

/**
 * Keeps a photo with its report: the picture without anything in it but pixels, and beside it when and where it was taken. It is never
 * refused for what it shows; whether something looks wrong is looked at afterwards.
 */
export async function addEvidence(tx: Transaction, asked: Asked): Promise<Evidence> {
  const { db } = tx;
  // Of two photos that arrive at once the second waits here, so that they are counted, and the same one sent twice is found.
  const report = await db.selectFrom('programmes.check_in').selectAll().where('id', '=', asked.checkInId).forUpdate().executeTakeFirst();
  if (!report) throw new RecordMissing();
  if (report.by_id !== tx.actor.personId) throw new NotAllowed('check-in-not-in-charge');
  const earlier = await db.selectFrom('programmes.evidence').select(['id', 'check_in_id']).where('id', '=', asked.id).executeTakeFirst();
  if (earlier && earlier.check_in_id !== report.id) throw new CheckInIdTaken();
  if (!earlier) await keep(tx, report, asked);
  const row = await db.selectFrom('programmes.evidence').select(shownColumns).where('id', '=', asked.id).executeTakeFirstOrThrow();
  return (await evidenceViews(tx, [row])).get(row.id)!;
}

async function keep(tx: Transaction, report: { id: string; programme_id: string; unit_id: string }, asked: Asked): Promise<void> {
  const { count } = await tx.db
    .selectFrom('programmes.evidence')
    .select(sql<number>`count(*)`.as('count'))
    .where('check_in_id', '=', report.id)
    .executeTakeFirstOrThrow();
  if (count >= mostPhotos) throw new TooManyPhotos(mostPhotos);
  const photo = await readPhoto(asked.file.bytes);
  const { sha256 } = await tx.files.put(photo.shown);
  // What the file itself says goes before what was sent beside it: the browser takes both from the same place, and then empties the file.
  const takenAt = photo.facts.takenAt ?? asked.takenAt ?? null;
  const beside =
    asked.latitude === undefined || asked.longitude === undefined ? null : { latitude: asked.latitude, longitude: asked.longitude };
  const place = photo.facts.place ?? beside;
  await tx.db
    .insertInto('programmes.evidence')
    .values({
      id: asked.id,
      check_in_id: report.id,
      programme_id: report.programme_id,
      unit_id: report.unit_id,
      by_id: tx.actor.personId,
      at: tx.now,
      sha256,
      width: photo.width,
      height: photo.height,
      taken_at: takenAt === null ? null : new Date(takenAt),
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      thumbnail: Buffer.from(photo.fingerprint.thumbnail),
    })
    .execute();
  await tx.db
    .insertInto('programmes.evidence_hash')
    .values(photo.fingerprint.hashes.map((hash, part) => ({ evidence_id: asked.id, part, hash: hash.toString(2).padStart(64, '0') })))
    .execute();
  const check: EvidenceCheck = { evidenceId: asked.id };
  tx.enqueue({ name: 'programmes.check-evidence', payload: { ...check } });
  tx.audit({
    action: 'evidence.added',
    object: 'evidence',
    objectId: asked.id,
    data: { checkInId: report.id, byId: tx.actor.personId, sha256 },
  });
  tx.touch(`programme:${report.programme_id}`);
}
