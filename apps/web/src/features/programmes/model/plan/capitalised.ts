/** A name that stands at the end of a line, as it stands over a column. */
export function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
