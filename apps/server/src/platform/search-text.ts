import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** Text as it is searched: one case, compatible forms folded (Unicode NFKC). */
export function searchText(...parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(' ').normalize('NFKC').toLowerCase();
}

const mostWords = 12;

/** The words of a query over {@link searchText}. */
export function queryWords(query: string): string[] {
  return [...new Set(searchText(query).split(/\s+/).filter(Boolean))].slice(0, mostWords);
}

/** A word as a pattern for LIKE; `%`, `_` and `\` stand for themselves. */
export function likePattern(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** Each word of a query as a pattern for LIKE over {@link searchText}. */
export function likePatterns(query: string): string[] {
  return queryWords(query).map(likePattern);
}

/** Whether words are taken as they are written (or with the same stem), or with a slip of the finger forgiven as well. */
export type Reading = 'as-written' | 'forgiving';

// A number, a code or an address is meant letter for letter; what is shorter has no stem and too many neighbours.
const hasStem = /^\p{L}{3,}$/u;
// Three letters or digits together are a piece the index knows; shorter words are looked for in every row.
const hasPieces = /[\p{L}\p{N}]{3}/u;

/** Where words are looked for: a table with the columns `id` and `search` and the index over `platform.search_keys`. */
export interface SearchedTable {
  readonly table: string;
  /** What is asked of the rows beside the words. */
  readonly such?: RawBuilder<SqlBool>;
  /** Whose id is given instead of the row's own. */
  readonly idOf?: string;
}

/**
 * Ids of the rows that hold a word: as it is written anywhere in their `search`, or by its stem, or, forgivingly, one slip away. A set of
 * ids, so that the index is read once, whatever else the rows are asked for.
 */
export function idsHolding({ table, such = sql`true`, idOf = 'id' }: SearchedTable, word: string, reading: Reading): RawBuilder<unknown> {
  const rows = sql`select ${sql.ref(idOf)} from ${sql.table(table)} where ${such}`;
  const isInPieces = hasPieces.test(word) ? sql`platform.search_keys(search) @> platform.search_pieces(${word}::text)` : sql`true`;
  const written = sql`${rows} and ${isInPieces} and search like ${likePattern(word)}`;
  if (!hasStem.test(word)) return written;
  const keys = reading === 'forgiving' ? sql`platform.search_slips` : sql`platform.search_forms`;
  return sql`${written} union all ${rows} and platform.search_keys(search) && ${keys}(${word}::text)`;
}

/** Whether a row, `as` it is called in the query, holds a word, see {@link idsHolding}. */
export function holdsWord({ table, as }: { table: string; as: string }, word: string, reading: Reading): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(`${as}.id`)} in (${idsHolding({ table }, word, reading)})`;
}

/** Whether a row holds every word of a query, see {@link holdsWord}. A query without words holds nowhere. */
export function holdsEveryWord(place: { table: string; as: string }, query: string, reading: Reading): RawBuilder<boolean> {
  const words = queryWords(query);
  if (words.length === 0) return sql<boolean>`false`;
  return sql<boolean>`${sql.ref(`${place.as}.id`)} in (${idsHoldingAll(words, (word) => idsHolding({ table: place.table }, word, reading))})`;
}

/** Ids that are found for every word. One set is made of them all: asked word by word, the planner walks through every row. */
export function idsHoldingAll(words: readonly string[], idsOf: (word: string) => RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(
    words.map((word) => sql`(${idsOf(word)})`),
    sql` intersect `,
  );
}
