/** What several parts of a module answer, as one answer. One part after the other: they share the reader's one connection. */
export function together<A extends readonly unknown[], T>(
  ...parts: readonly ((...args: A) => Promise<readonly T[]>)[]
): (...args: A) => Promise<readonly T[]> {
  return async (...args) => {
    const all: T[] = [];
    for (const part of parts) all.push(...(await part(...args)));
    return all;
  };
}
