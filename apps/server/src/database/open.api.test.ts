import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenDatabase } from './open.ts';
import { freshDatabase } from '../testing/test-database.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

it('fails a transaction whose connection breaks between two statements, and goes on', async () => {
  const broken = database.db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
    await database.executeSql('select pg_terminate_backend($1)', [rows[0]!.pid]);
    // Nobody is waiting for this connection while the news of its end arrives.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await sql`select 1`.execute(transaction);
  });
  await expect(broken).rejects.toThrow(/connection/);
  expect(await database.executeSql('select 1 as one')).toEqual({ rows: [{ one: 1 }] });
});
