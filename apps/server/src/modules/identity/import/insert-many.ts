import { sql, type Insertable, type Transaction as KyselyTransaction } from 'kysely';
import type { Database } from '#database/schema';

/** Inserts any number of rows in one statement with one parameter; every column must be given, for defaults do not apply. */
export async function insertMany<T extends keyof Database & `identity.${string}`>(
  db: KyselyTransaction<Database>,
  table: T,
  rows: readonly Required<Insertable<Database[T]>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const target = sql.table(table);
  await sql`insert into ${target} select * from jsonb_populate_recordset(null::${target}, ${JSON.stringify(rows)}::jsonb)`.execute(db);
}
