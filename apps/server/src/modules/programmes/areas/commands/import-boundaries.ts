import type { BoundaryPreview } from '@makaverse/contract/programmes-areas';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { text } from '#platform/language';
import type { UploadedFile } from '#platform/module';
import { faultWords } from '../../carrying/plan/commands/open-plan.ts';
import { cityAreas } from '../city-areas.ts';
import { BoundariesWrong } from '../domain/broken-rules.ts';
import { judgeBoundaries, type JudgedBoundaries } from '../domain/judge-boundaries.ts';
import { readGeoJson } from '../geojson/read-geojson.ts';
import { mayImportBoundaries } from '../policy.ts';
import { placeAnew } from './place-anew.ts';

const mostShown = 200;

/** Judges a file feature by feature against the areas that are known; writes nothing. */
export async function previewBoundaries(tx: Transaction, { file }: { file: UploadedFile }): Promise<BoundaryPreview> {
  const { boundaries, faults, features } = await judge(tx, file);
  const { items } = await cityAreas(tx);
  const kept = await tx.db.selectFrom('programmes.area_boundary').select('code').execute();
  const keptCodes = new Set(kept.map((row) => row.code));
  const count = (kind: 'kecamatan' | 'kelurahan'): number => items.filter((one) => one.kind === kind && boundaries.has(one.code)).length;
  return {
    features,
    kecamatan: count('kecamatan'),
    kelurahan: count('kelurahan'),
    replaced: [...boundaries.keys()].filter((code) => keptCodes.has(code)).length,
    missing: items
      .filter((one) => one.kind === 'kelurahan' && !boundaries.has(one.code) && !keptCodes.has(one.code))
      .map((one) => one.name),
    errors: faults.slice(0, mostShown).map((fault) => {
      const [problem, expected] = faultWords(tx, fault);
      return { feature: fault.feature, name: fault.name, problem, expected };
    }),
    errorCount: faults.length,
  };
}

/** Writes the boundaries of a file, whole or not at all; areas it does not name keep what they have. @throws BoundariesWrong */
export async function importBoundaries(
  tx: Transaction,
  { file, source }: { file: UploadedFile; source: string },
): Promise<{ written: number }> {
  const { boundaries, faults } = await judge(tx, file);
  if (faults.length > 0)
    throw new BoundariesWrong(
      faults.slice(0, mostShown).map((fault) => ({
        path: text(tx.language, 'areas.feature', { number: fault.feature, name: fault.name }),
        message: faultWords(tx, fault).join(' '),
      })),
    );
  const { sha256 } = await tx.files.put(file.bytes);
  const codes = [...boundaries.keys()];
  await sql`insert into programmes.area_boundary (code, coordinates, source, imported_by_id, imported_at)
    select one.code, one.coordinates, ${source}, ${tx.actor.personId}::uuid, ${tx.now}::timestamptz
    from unnest(${codes}::text[], ${[...boundaries.values()].map((one) => JSON.stringify(one))}::jsonb[]) as one(code, coordinates)
    on conflict (code) do update set coordinates = excluded.coordinates, source = excluded.source,
      imported_by_id = excluded.imported_by_id, imported_at = excluded.imported_at`.execute(tx.db);
  await placeAnew(tx);
  tx.audit({ action: 'boundaries.imported', object: 'boundaries', objectId: sha256, data: { source, areas: codes } });
  return { written: codes.length };
}

/** Takes all boundaries away: the map goes back to the surroundings of each point. */
export async function removeBoundaries(tx: Transaction): Promise<void> {
  if (!mayImportBoundaries(tx.actor)) throw new NotAllowed();
  const removed = await tx.db.deleteFrom('programmes.area_boundary').returning('code').execute();
  if (removed.length === 0) return;
  await placeAnew(tx);
  tx.audit({ action: 'boundaries.removed', object: 'boundaries', objectId: 'all', data: { areas: removed.map((row) => row.code) } });
}

async function judge(tx: Transaction, file: UploadedFile): Promise<JudgedBoundaries & { readonly features: number }> {
  if (!mayImportBoundaries(tx.actor)) throw new NotAllowed();
  const features = readGeoJson(file.bytes);
  const { items, box } = await cityAreas(tx);
  return { ...judgeBoundaries(features, items, box), features: features.length };
}
