import { RowRefused } from './inp-problem.ts';
import { shortened, type Row } from './row.ts';
import { rowsOf, type SplitFile } from './split-sections.ts';

/** Kinds of objects that have names of their own. */
export type NamedKind = 'node' | 'link' | 'subcatchment' | 'gauge' | 'series' | 'pattern' | 'curve' | 'transect' | 'street';

const definingSections: readonly (readonly [string, NamedKind])[] = [
  ['JUNCTIONS', 'node'],
  ['OUTFALLS', 'node'],
  ['DIVIDERS', 'node'],
  ['STORAGE', 'node'],
  ['CONDUITS', 'link'],
  ['PUMPS', 'link'],
  ['ORIFICES', 'link'],
  ['WEIRS', 'link'],
  ['OUTLETS', 'link'],
  ['SUBCATCHMENTS', 'subcatchment'],
  ['RAINGAGES', 'gauge'],
  ['TIMESERIES', 'series'],
  ['PATTERNS', 'pattern'],
  ['CURVES', 'curve'],
  ['STREETS', 'street'],
];

/** Names as they are spelled where they are defined, by kind. SWMM does not tell capitals from small letters in them. */
export class NameIndex {
  readonly #known = new Map<NamedKind, Map<string, string>>();
  /** Lines of definition, in the order of `#known`. */
  readonly #lines = new Map<NamedKind, number[]>();

  /** The spelling of a defined name, or undefined. */
  find(kind: NamedKind, name: string): string | undefined {
    return this.#known.get(kind)?.get(name.toUpperCase());
  }

  /** The name a word of a row refers to. */
  refer(row: Row, index: number, kind: NamedKind, what = `the name of a ${kind}`): string {
    const word = row.word(index, what);
    const found = this.find(kind, word);
    if (found === undefined) throw new RowRefused(`expected ${what}, but no ${kind} is called "${shortened(word)}"`);
    return found;
  }

  /** The same where the word may be missing, `""` or `*`. */
  referOr(row: Row, index: number, kind: NamedKind, what?: string): string | null {
    return row.has(index) ? this.refer(row, index, kind, what) : null;
  }

  /** All names of a kind in the order of the file, over its sections: binary files count objects in that order. */
  inFileOrder(kind: NamedKind): string[] {
    const lines = this.#lines.get(kind) ?? [];
    const names = [...(this.#known.get(kind)?.values() ?? [])];
    return names
      .map((name, k) => ({ name, line: lines[k]! }))
      .toSorted((a, b) => a.line - b.line)
      .map(({ name }) => name);
  }

  define(kind: NamedKind, name: string, line: number): void {
    let names = this.#known.get(kind);
    let lines = this.#lines.get(kind);
    if (!names) this.#known.set(kind, (names = new Map<string, string>()));
    if (!lines) this.#lines.set(kind, (lines = []));
    const key = name.toUpperCase();
    if (names.has(key)) return;
    names.set(key, name);
    lines.push(line);
  }
}

/** Collects every defined name, so that sections may stand in any order in the file. */
export function indexNames(file: SplitFile): NameIndex {
  const names = new NameIndex();
  for (const [section, kind] of definingSections) for (const row of rowsOf(file, section)) names.define(kind, row.words[0]!, row.line);
  for (const row of rowsOf(file, 'TRANSECTS'))
    if (row.words[0]!.toUpperCase() === 'X1' && row.has(1)) names.define('transect', row.words[1]!, row.line);
  return names;
}
