import { readdir } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';

const folder = new URL('./migrations/', import.meta.url);

async function allMigrations(): Promise<Record<string, Migration>> {
  const found: Record<string, Migration> = {};
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort()) {
    found[file.replace(/\.ts$/, '')] = (await import(new URL(file, folder).href)) as Migration;
  }
  return found;
}

/** Brings the database to the newest form; forward only, under Kysely's own lock, so two starting processes do not collide. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: allMigrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'the list of migrations';
    throw new Error(`The database could not be brought up to date: ${failed}. Nothing of it was kept; restore or mend, then start again.`, {
      cause: error,
    });
  }
}
