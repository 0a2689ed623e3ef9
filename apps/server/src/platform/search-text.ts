/** Text as it is searched: one case, compatible forms folded (Unicode NFKC). */
export function searchText(...parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(' ').normalize('NFKC').toLowerCase();
}

const mostWords = 12;

/** Each word of a query as a pattern for LIKE over {@link searchText}; `%`, `_` and `\` stand for themselves. */
export function likePatterns(query: string): string[] {
  const words = searchText(query).split(/\s+/).filter(Boolean);
  return [...new Set(words)].slice(0, mostWords).map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
}
