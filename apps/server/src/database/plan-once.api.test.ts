import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenDatabase } from './open.ts';
import type { Database } from './schema.ts';
import { freshDatabase } from '../testing/test-database.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function keptPlans(db: Kysely<Database>, like: string): Promise<number> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
  return rows.filter((row) => row.statement.includes(like)).length;
}

it('plans what is asked often once a connection, and runs it with each time’s values', async () => {
  await database.db.connection().execute(async (db) => {
    for (const asked of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const { rows } = await sql<{ twice: number }>`select ${asked}::int * 2 as twice`.execute(db);
      expect(rows).toEqual([{ twice: asked * 2 }]);
    }
    await sql`select ${4}::int as seldom`.execute(db);
    expect(await keptPlans(db, 'as twice')).toBe(1);
    expect(await keptPlans(db, 'as seldom')).toBe(0);
  });
});

it('keeps no more plans than a connection can bear, however many statements there are', async () => {
  await database.db.connection().execute(async (db) => {
    for (let number = 0; number < 400; number += 1)
      for (let time = 0; time < 6; time += 1) await sql`select ${number}::int as ${sql.id(`many_${number}`)}`.execute(db);
    const kept = await keptPlans(db, 'as "many_');
    expect(kept).toBeGreaterThan(100);
    expect(kept).toBeLessThanOrEqual(300);
  });
});

it('plans anew what is kept or left by a partial index, which no plan for every value finds', async () => {
  await sql`create table once_only (number int, kind text)`.execute(database.db);
  await sql`create unique index on once_only (number) where kind = 'told'`.execute(database.db);
  for (let number = 0; number < 20; number += 1)
    await sql`insert into once_only values (${number % 10}, 'told') on conflict (number) where kind = ${'told'} do nothing`.execute(
      database.db,
    );
  expect(await database.executeSql('select count(*)::int as kept from once_only')).toEqual({ rows: [{ kept: 10 }] });
});
