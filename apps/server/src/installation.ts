import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';

/** What a database is for, once and for good, and how far the demo's story was told. */
export type Installation =
  | { readonly mode: 'city' }
  | { readonly mode: 'demo'; readonly story: 'begun' | 'told'; readonly offsetMs: number };

/** The database was made for the other purpose; going on would mix invented people with real ones. */
export class InstallationMismatch extends Error {
  override readonly name = 'InstallationMismatch';
  constructor(mode: 'city' | 'demo') {
    super(
      mode === 'city'
        ? 'This database holds a real city. Start with DEMO=0, or give the demo a directory of its own with DATA_DIR.'
        : 'This database holds the demo. Start with DEMO=1, or give the city a directory of its own with DATA_DIR.',
    );
  }
}

const name = 'installation';

/** What the database is for; null while it is new. */
export async function readInstallation(db: Kysely<Database>): Promise<Installation | null> {
  const row = await db.selectFrom('platform.setting').select('value').where('name', '=', name).executeTakeFirst();
  return (row?.value as Installation | undefined) ?? null;
}

/** Keeps what the database is for. */
export async function writeInstallation(db: Kysely<Database>, installation: Installation): Promise<void> {
  const value = JSON.stringify(installation);
  await db
    .insertInto('platform.setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** @throws InstallationMismatch when the database is for the other purpose */
export function checkPurpose(installation: Installation | null, isDemo: boolean): void {
  if (installation && (installation.mode === 'demo') !== isDemo) throw new InstallationMismatch(installation.mode);
}

/**
 * Empties a database in which the demo's story was cut off (a kill, a power cut while it was told), so that it can be told anew.
 * Touches nothing but our own schemas, and only where the story says of itself that it was not finished.
 */
export async function forgetHalfToldStory(db: Kysely<Database>): Promise<void> {
  for (const schema of ['meetings', 'programmes', 'directives', 'identity', 'platform', 'pgboss'])
    await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db);
  await sql`drop table if exists kysely_migration, kysely_migration_lock`.execute(db);
}
