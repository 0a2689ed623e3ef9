/**
 * Where ↑ ↓ ← → Home End lead in a list of `count`; null when the key means nothing here.
 *
 * @example nextIndex("ArrowDown", 2, 3) // 0: it goes round
 */
export function nextIndex(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowUp':
    case 'ArrowLeft':
      return (at <= 0 ? count : at) - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The next entry that begins with the typed letter, going round; null when it is no letter or none begins so. */
export function typedIndex(
  event: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean },
  at: number,
  words: readonly string[],
): number | null {
  if (!isLetter(event)) return null;
  const letter = event.key.toLocaleLowerCase();
  for (let step = 1; step <= words.length; step += 1) {
    const index = (Math.max(at, -1) + step) % words.length;
    if (words[index]?.trim().toLocaleLowerCase().startsWith(letter) === true) return index;
  }
  return null;
}

/** A key that writes a letter or figure, without a modifier that makes it a command. */
export function isLetter(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}): boolean {
  return /^[\p{L}\p{N}]$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
}
