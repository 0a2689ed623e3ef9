import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { planKeeper } from '#database/plan-once';
import type { Database } from '#database/schema';

// bigint only counts and numbers rows here, always below 2^53; a date is a civil date and must not become an instant.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** An open database and the way to close it. */
export interface OpenDatabase {
  readonly db: Kysely<Database>;
  readonly url: string;
  /** Plain SQL on the pool, for the job queue's own housekeeping. */
  executeSql(statement: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  close(): Promise<void>;
}

/**
 * Opens a pool on a PostgreSQL 15 or later. `isHasty` does not wait for the disk at each commit: only for what is begun anew when it is
 * cut off, and followed by a commit that waits.
 * @throws when it cannot be reached or is older
 */
export async function openDatabase(url: string, { poolSize = 20, isHasty = false } = {}): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'makaverse',
    keepAlive: true,
    ...(isHasty && { options: '-c synchronous_commit=off' }),
  });
  // A broken idle connection is replaced by the pool; without a listener the process would end.
  pool.on('error', () => undefined);
  const keepPlans = planKeeper();
  pool.on('connect', (client) => {
    // One lent out and between two statements of its transaction is nobody's to listen to: its next statement fails, that is enough.
    client.on('error', () => undefined);
    keepPlans(client);
  });
  try {
    const { rows } = await pool.query<{ version: number }>("select current_setting('server_version_num')::int as version");
    if (rows[0]!.version < 150_000) throw new Error('PostgreSQL 15 or later is needed; DATABASE_URL leads to an older server.');
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
    url,
    executeSql: async (statement, values) => {
      // Several statements at once give several results; the job queue asks for the rows of all of them.
      const result: pg.QueryResult | pg.QueryResult[] = await pool.query(statement, values);
      return { rows: [result].flat().flatMap((one) => one.rows as Record<string, unknown>[]) };
    },
    close: () => pool.end(),
  };
}
