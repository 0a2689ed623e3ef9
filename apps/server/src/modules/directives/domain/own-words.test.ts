import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInOwnWords } from './own-words.ts';

const told = 'Semua camat bersama lurahnya membersihkan saluran tersier di wilayah masing-masing sebelum puncak hujan.';

describe('own words', () => {
  it.each([
    [told],
    [told.toUpperCase()],
    ['membersihkan saluran tersier'],
    ['Siap, membersihkan saluran tersier di wilayah masing-masing!'],
    ['Saluran tersier: membersihkan, semua, sebelum hujan'],
    ['Siap laksanakan, Pak Wali'],
    ['Paham. Terima kasih.'],
    ['Understood, will do.'],
    ['...'],
  ])('are not: %s', (words) => expect(isInOwnWords(words, told)).toBe(false));

  it.each([
    ['Kami mengeruk enam titik di Antang dengan regu lorong sampai 10 April'],
    ['Regu kami membersihkan saluran tersier'],
    ['Six crews clear the drains of Antang by 10 April'],
  ])('are: %s', (words) => expect(isInOwnWords(words, told)).toBe(true));

  it('are in no reordering or repetition of what was told', () => {
    const pieces = told.split(' ');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1 }), (some) => {
        expect(isInOwnWords(some.join(' '), told)).toBe(false);
      }),
    );
  });
});
