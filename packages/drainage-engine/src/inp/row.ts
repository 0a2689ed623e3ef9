import { RowRefused } from './inp-problem.ts';

/** One line of data, cut into words, with readers that say what they expected. */
export class Row {
  readonly line: number;
  readonly words: readonly string[];

  constructor(line: number, words: readonly string[]) {
    this.line = line;
    this.words = words;
  }

  /** Whether the row has a word there that is not blank (`""`) and not `*`. */
  has(index: number): boolean {
    const word = this.words[index];
    return word !== undefined && word !== '' && word !== '*';
  }

  /** The word there. `what` names it for the error. */
  word(index: number, what: string): string {
    const word = this.words[index];
    if (word === undefined || word === '') throw new RowRefused(`expected ${what} as word ${index + 1}, found the end of the line`);
    return word;
  }

  /** A finite number; `*` is zero. */
  number(index: number, what: string, least = -Infinity, most = Infinity): number {
    const word = this.word(index, what);
    const value = word === '*' ? 0 : numberIn(word);
    if (value === null) throw new RowRefused(`expected ${what}, a number, found "${shortened(word)}"`);
    if (value < least || value > most) throw new RowRefused(`expected ${what} ${rangeIn(least, most)}, found ${shortened(word)}`);
    return value;
  }

  /** A percentage as a share; what is above 100 counts as 100, as in SWMM. */
  share(index: number, what: string): number {
    return Math.min(100, this.number(index, what, 0)) / 100;
  }

  /** A number, or the fallback where the row has ended. */
  numberOr(index: number, fallback: number, what: string, least = -Infinity, most = Infinity): number {
    return this.words[index] === undefined || this.words[index] === '' ? fallback : this.number(index, what, least, most);
  }

  /** One of the keys of `choices`, in any case; a longer word that begins with a key also counts, as in SWMM. */
  choice<Choice>(index: number, what: string, choices: Readonly<Record<string, Choice>>): Choice {
    const word = this.word(index, what).toUpperCase();
    if (Object.hasOwn(choices, word)) return choices[word]!;
    const begun = Object.keys(choices).find((key) => word.startsWith(key));
    if (begun !== undefined) return choices[begun]!;
    throw new RowRefused(`expected ${what} (${Object.keys(choices).join(', ')}), found "${shortened(this.words[index]!)}"`);
  }

  /** A choice, or the fallback where the row has ended or holds `*`. */
  choiceOr<Choice>(index: number, fallback: Choice, what: string, choices: Readonly<Record<string, Choice>>): Choice {
    return this.has(index) ? this.choice(index, what, choices) : fallback;
  }

  yesOrNo(index: number, what: string): boolean {
    return this.choiceOr(index, false, what, { YES: true, NO: false });
  }
}

/** A word as a decimal number, or null. Hexadecimal and words like Infinity are no numbers here. */
export function numberIn(word: string): number | null {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    const isAllowed = (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46 || code === 69 || code === 101;
    if (!isAllowed) return null;
  }
  const value = word === '' ? Number.NaN : Number(word);
  return Number.isFinite(value) ? value : null;
}

/** A word for a message, so that a hostile file does not fill the log. */
export function shortened(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40)}…` : word;
}

function rangeIn(least: number, most: number): string {
  if (most === Infinity) return least === Number.MIN_VALUE ? 'above zero' : `of at least ${least}`;
  return least === -Infinity ? `of at most ${most}` : `between ${least} and ${most}`;
}
