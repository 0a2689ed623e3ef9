/** Something that can be named in the clerk's line. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** Other words for it: the short name, "semua camat", an office's title. */
  readonly aliases: readonly string[];
}

/** How a name was understood: exactly one, several that fit equally well, or none. */
export type Match<T extends Named> =
  | { readonly kind: 'one'; readonly item: T }
  | { readonly kind: 'several'; readonly items: readonly T[] }
  | { readonly kind: 'none' };

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

// What stands before nearly every unit's name and tells nothing apart.
const empty = new Set(['dinas', 'badan', 'bagian', 'kota', 'makassar', 'dan', 'perumda', 'kel', 'kec']);

/** 4: said exactly · 3: exactly but for empty words · 2: each word begins one of the name's, in order · 1: in any order · 0: not. */
function fit(said: readonly string[], name: readonly string[]): number {
  if (said.join(' ') === name.join(' ')) return 4;
  const bare = (words: readonly string[]): string => words.filter((word) => !empty.has(word)).join(' ');
  if (bare(said) !== '' && bare(said) === bare(name)) return 3;
  let from = 0;
  const inOrder = said.every((word) => {
    const at = name.findIndex((other, position) => position >= from && other.startsWith(word));
    from = at + 1;
    return at >= 0;
  });
  if (inOrder) return 2;
  return said.every((word) => name.some((other) => other.startsWith(word))) ? 1 : 0;
}

/** Items by how well they fit what was said, best first; those that do not fit are left out. */
export function rankNames<T extends Named>(said: string, items: readonly T[], limit = 8): T[] {
  const words = wordsOf(said);
  if (words.length === 0) return items.slice(0, limit);
  return items
    .map((item) => ({ item, score: Math.max(...[item.name, ...item.aliases].map((name) => fit(words, wordsOf(name)))) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || a.item.name.length - b.item.name.length || (a.item.name < b.item.name ? -1 : 1))
    .slice(0, limit)
    .map((one) => one.item);
}

/** What was meant, when it can be known. */
export function matchName<T extends Named>(said: string, items: readonly T[]): Match<T> {
  const words = wordsOf(said);
  if (words.length === 0) return { kind: 'none' };
  const scored = items.map((item) => ({ item, score: Math.max(...[item.name, ...item.aliases].map((name) => fit(words, wordsOf(name)))) }));
  const best = Math.max(0, ...scored.map((one) => one.score));
  if (best === 0) return { kind: 'none' };
  const found = scored.filter((one) => one.score === best).map((one) => one.item);
  return found.length === 1 ? { kind: 'one', item: found[0]! } : { kind: 'several', items: found };
}
