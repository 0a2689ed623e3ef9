import { describe, expect, it } from 'vitest';
import { isHeic } from './is-heic.ts';

/** The beginning of a file of the ISO base media family with these brands. */
function file(brand: string, ...compatible: string[]): ArrayBuffer {
  const words = ['ftyp', brand, '\0\0\0\0', ...compatible];
  const size = 4 + words.length * 4;
  return Uint8Array.from([
    0,
    0,
    0,
    size,
    ...words
      .join('')
      .split('')
      .map((one) => one.charCodeAt(0)),
    0,
    0,
    1,
    2,
    109,
    101,
    116,
    97,
  ]).buffer;
}

describe('a HEIC photo', () => {
  it.each([
    ['of an iPhone', file('heic', 'mif1', 'MiHB', 'heic')],
    ['that names HEVC among what it is compatible with', file('mif1', 'mif1', 'heic')],
    ['of ten bits', file('heix', 'mif1')],
  ])('%s is known', (_, bytes) => {
    expect(isHeic(bytes)).toBe(true);
  });

  it.each([
    ['AVIF', file('avif', 'avif', 'mif1', 'miaf')],
    ['a film', file('isom', 'mp42')],
    ['a box that ends before the brand', file('mif1')],
    ['JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1]).buffer],
    ['nothing', new ArrayBuffer(0)],
    ['a word', new TextEncoder().encode('ftypheic').buffer],
  ])('is not %s', (_, bytes) => {
    expect(isHeic(bytes)).toBe(false);
  });

  it('is not read out of what follows the box', () => {
    const bytes = new Uint8Array([...new Uint8Array(file('isom', 'mp42')), ...new TextEncoder().encode('heicheicheic')]);
    expect(isHeic(bytes.buffer)).toBe(false);
  });
});
