/** The words of a query as patterns for LIKE over lower-case text; each must fit. `%`, `_` and `\` stand for themselves. */
export function likePatterns(query: string): readonly string[] {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return [...new Set(words)].slice(0, 12).map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
}

/** Text as it is searched. */
export function searchText(...parts: readonly string[]): string {
  return parts.join(' ').normalize('NFKC').toLowerCase();
}
