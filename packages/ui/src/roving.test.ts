import { describe, expect, test } from 'vitest';
import { isLetter, nextIndex, typedIndex } from './roving.ts';

const key = (name: string, more: { ctrlKey?: boolean } = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('arrows', () => {
  test.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, 0],
    ['ArrowUp', 0, 2],
    ['ArrowUp', -1, 2],
    ['ArrowDown', -1, 0],
    ['Home', 1, 0],
    ['End', 0, 2],
    ['x', 0, null],
  ])('%s from %i leads to %s', (name, at, expected) => {
    expect(nextIndex(name, at, 3)).toBe(expected);
  });

  test('lead nowhere in an empty list', () => {
    expect(nextIndex('ArrowDown', -1, 0)).toBeNull();
  });
});

describe('letters', () => {
  const words = ['Cetak', 'Salin', 'cabut', 'Hapus'];

  test('jump to the next entry that begins so, going round', () => {
    expect(typedIndex(key('c'), 0, words)).toBe(2);
    expect(typedIndex(key('C'), 2, words)).toBe(0);
    expect(typedIndex(key('z'), 0, words)).toBeNull();
  });

  test('are no commands', () => {
    expect(isLetter(key('k', { ctrlKey: true }))).toBe(false);
    expect(isLetter(key('Enter'))).toBe(false);
    expect(isLetter(key('é'))).toBe(true);
  });
});
