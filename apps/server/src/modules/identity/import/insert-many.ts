import { sql, type Insertable, type Transaction as KyselyTransaction } from 'kysely';
import type { Database } from '#database/schema';

/** Inserts any number of rows in one statement with one parameter; every column that is not computed must be given, for defaults do not apply. */
export async function insertMany<T extends keyof Database & `identity.${string}`>(
  db: KyselyTransaction<Database>,
  table: T,
  rows: readonly Required<Insertable<Database[T]>>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const target = sql.table(table);
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  await sql`insert into ${target} (${columns}) select ${columns} from jsonb_populate_recordset(null::${target}, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  );
}
