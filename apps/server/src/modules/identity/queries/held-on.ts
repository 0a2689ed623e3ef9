import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** Whether a row's period [valid_from, valid_to) holds a day. */
export function heldOn(table: string, on: string): RawBuilder<SqlBool> {
  const from = sql.ref(`${table}.valid_from`);
  const to = sql.ref(`${table}.valid_to`);
  return sql<SqlBool>`(${from} <= ${on}::date and (${to} is null or ${to} > ${on}::date))`;
}
