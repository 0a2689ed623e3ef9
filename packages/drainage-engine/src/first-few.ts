/** Most names that a sentence holds. */
const MOST = 3;

/** The first few of a list, for a sentence, and how many more there are. */
export function firstFew(items: readonly string[], between = ', '): string {
  const more = items.length > MOST ? ` and ${items.length - MOST} more` : '';
  return `${items.slice(0, MOST).join(between)}${more}`;
}
