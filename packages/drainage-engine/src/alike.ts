/** Groups of things that are alike: the group of each thing, and the first thing of each group. */
export type Groups<T> = { readonly of: Int32Array; readonly first: readonly T[] };

/**
 * Groups things by what makes them alike, so that what they share is kept once.
 *
 * @example alike(['a', 'b', 'a'], (text) => text) // { of: [0, 1, 0], first: ['a', 'b'] }
 */
export function alike<T>(things: readonly T[], keyOf: (thing: T, index: number) => string | T): Groups<T> {
  const numbers = new Map<string | T, number>();
  const first: T[] = [];
  const of = Int32Array.from(things, (thing, index) => {
    const key = keyOf(thing, index);
    let number = numbers.get(key);
    if (number === undefined) {
      number = first.length;
      numbers.set(key, number);
      first.push(thing);
    }
    return number;
  });
  return { of, first };
}
