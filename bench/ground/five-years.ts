import { sql } from 'kysely';
import { inventedName } from '../../apps/server/src/demo/invented-names.ts';
import type { City } from './city.ts';
import { fiveYearsOfProgrammes } from './five-years-sql.ts';

/** How much of the past a city gets. */
export interface FiveYears {
  /** Weeks of check-ins, counted back from the evening; 260 are the whole. */
  readonly weeks: number;
}

/** What was written: rows by table, of check-ins and what belongs to them. */
export type Written = ReadonlyMap<string, number>;

const people = 22_000;
const programmes = 200;

/**
 * Writes the past of a city of 57 presenting units straight into the tables: 200 programmes in 4 units each, a check-in a week for each part,
 * and beside 22,000 officials. Made by position, not by chance, so that every run measures the same city.
 */
export async function writeFiveYears(city: City, { weeks }: FiveYears): Promise<Written> {
  const names = Array.from({ length: 500 }, (_, n) => inventedName(n));
  const written = await city.database.db.connection().execute(async (db) => {
    const counts = new Map<string, number>();
    for (const { table, statement } of fiveYearsOfProgrammes({ programmes, weeks, people, names })) {
      const { numAffectedRows } = await statement.execute(db);
      if (table !== null) counts.set(table, (counts.get(table) ?? 0) + Number(numAffectedRows ?? 0));
    }
    return counts;
  });
  await sql`vacuum analyze`.execute(city.database.db);
  return written;
}
