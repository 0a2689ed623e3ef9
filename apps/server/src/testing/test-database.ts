import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type OpenDatabase } from '#database/open';

let made = 0;

/** A fresh copy of the migrated template. */
export async function freshDatabase(): Promise<OpenDatabase> {
  const { adminUrl, template } = inject('databaseServer');
  const name = `${template}_${process.env['VITEST_POOL_ID'] ?? '0'}_${Date.now().toString(36)}_${(made += 1)}`;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await copyPatiently(client, `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`);
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return openDatabase(url.href, { poolSize: 12 });
}

// 55006 "source database is being accessed": another worker copies it at this very moment, or autovacuum looks at it.
async function copyPatiently(client: pg.Client, statement: string): Promise<void> {
  for (let left = 50; ; left -= 1) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      if (left === 0 || !(error instanceof pg.DatabaseError) || error.code !== '55006') throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
