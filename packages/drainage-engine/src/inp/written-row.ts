/** Thrown when a model holds a name that no `.inp` can carry. */
export class InpUnwritable extends Error {
  readonly code = 'inp-unwritable';

  constructor(word: string) {
    super(
      `The name "${word.slice(0, 60)}" cannot stand in an .inp file. Use a name without quotation marks, semicolons and line ends, not empty.`,
    );
    this.name = 'InpUnwritable';
  }
}

/** A word of a row: a number in the file's units, a name, or a keyword. */
export type Word = string | number;

/** Fourteen digits: what a conversion to SI and back leaves of a number, without its noise. */
const DIGITS = 14;
const COLUMN = 16;

/** A number as short as it can be within fourteen digits. */
export function writtenNumber(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}

/**
 * A name as a word of a row, in quotation marks where it holds blanks.
 *
 * @throws InpUnwritable
 */
export function writtenName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- line ends and other control characters would break the row
  if (name === '' || name === '*' || /[";\u0000-\u001f]/.test(name) || name.startsWith('[')) throw new InpUnwritable(name);
  return /\s/.test(name) ? `"${name}"` : name;
}

/** A row of words in columns. */
export function writtenRow(words: readonly Word[]): string {
  let row = '';
  for (const word of words) row += `${typeof word === 'number' ? writtenNumber(word) : word} `.padEnd(COLUMN);
  return row.trimEnd();
}

/** `YES` or `NO`. */
export function yesNo(value: boolean): 'YES' | 'NO' {
  return value ? 'YES' : 'NO';
}
