/** A text on one line, cut at a word so that it stays within a length; a cut shows. */
export function shorten(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  // A cut through a pair of code units would leave half a character.
  const cut = line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const atWord = cut.lastIndexOf(' ');
  return `${atWord > most / 2 ? cut.slice(0, atWord) : cut}…`;
}
