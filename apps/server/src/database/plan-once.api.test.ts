import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenDatabase } from './open.ts';
import { plannedOnce } from './plan-once.ts';
import { freshDatabase } from '../testing/test-database.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

it('plans a marked statement once a connection and runs it with each time’s values', async () => {
  const plans = await database.db.connection().execute(async (db) => {
    for (const asked of [1, 2, 3]) {
      const { rows } = await sql<{ twice: number }>`${plannedOnce('twice')} select ${asked}::int * 2 as twice`.execute(db);
      expect(rows).toEqual([{ twice: asked * 2 }]);
    }
    await sql`select ${4}::int as unmarked`.execute(db);
    return sql<{ name: string }>`select name from pg_prepared_statements`.execute(db);
  });
  expect(plans.rows).toEqual([{ name: 'twice' }]);
});

it('refuses a second text under one name', async () => {
  const both = database.db.connection().execute(async (db) => {
    await sql`${plannedOnce('one-text')} select 1`.execute(db);
    await sql`${plannedOnce('one-text')} select 2`.execute(db);
  });
  await expect(both).rejects.toThrow(/unique/);
});
