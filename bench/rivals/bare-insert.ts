import type { OpenDatabase } from '../../apps/server/src/database/open.ts';

/** Rows of one table, column by column, ready to be written again. */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** One list of texts a column. */
  readonly values: readonly (readonly (string | null)[])[];
  readonly count: number;
}

const copyOf = (table: string): string => `bare.${table.replace('.', '_')}`;

/** Makes empty copies with the same columns, checks, indexes and foreign keys, so that the rival's writing costs what ours costs. */
export async function copyTables(database: OpenDatabase, tables: readonly string[]): Promise<void> {
  await database.executeSql('create schema bare');
  for (const table of tables) {
    await database.executeSql(`create table ${copyOf(table)} (like ${table} including all)`);
    const { rows } = await database.executeSql(
      "select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = $1::regclass and contype = 'f'",
      [table],
    );
    for (const row of rows) await database.executeSql(`alter table ${copyOf(table)} add ${String(row['definition'])}`);
  }
}

/** Reads the rows that fit a condition on one list of ids. */
export async function rowsOf(database: OpenDatabase, table: string, condition: string, ids: readonly string[]): Promise<TableRows> {
  const { rows: columnRows } = await database.executeSql(
    `select quote_ident(attname) as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = '' order by attnum`,
    [table],
  );
  const columns = columnRows.map((row) => ({ name: String(row['name']), type: String(row['type']) }));
  const shown = columns.map(({ name }, index) => `${name}::text as c${index}`).join(', ');
  const { rows } = await database.executeSql(`select ${shown} from ${table} where ${condition} order by id`, [ids]);
  return { table, columns, values: columns.map((_, index) => rows.map((row) => row[`c${index}`] as string | null)), count: rows.length };
}

/** The rival: one statement, so one transaction, that writes all of it and does nothing else. */
export async function insertBare(database: OpenDatabase, tables: readonly TableRows[]): Promise<void> {
  const values: (readonly (string | null)[])[] = [];
  const inserts = tables.map(({ table, columns, values: lists }) => {
    const names = columns.map(({ name }) => name).join(', ');
    const cast = columns.map(({ type }, index) => `one.c${index}::${type}`).join(', ');
    const parameters = lists.map((list) => `$${values.push(list)}::text[]`).join(', ');
    const aliases = columns.map((_, index) => `c${index}`).join(', ');
    return `insert into ${copyOf(table)} (${names}) select ${cast} from unnest(${parameters}) as one(${aliases})`;
  });
  const parts = inserts.map((insert, index) => `part_${index} as (${insert})`);
  await database.executeSql(`with ${parts.join(', ')} select`, values);
}
