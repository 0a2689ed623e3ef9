/** Text as it is searched: without case, without accents, single spaces. */
export function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** The words of a query, folded; each must be found. */
export function searchWords(query: string): readonly string[] {
  return [...new Set(fold(query).split(' ').filter(Boolean))].slice(0, 12);
}
