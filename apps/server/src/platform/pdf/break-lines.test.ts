import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, paragraphsOf } from './break-lines.ts';
import { runsOf } from './faces.ts';

const measure = (text: string): number => text.length;

describe('breakLines', () => {
  it('breaks at spaces, and inside a word only when it must', () => {
    expect(breakLines('satu dua tigaempatlima', 8, measure)).toEqual(['satu dua ', 'tigaempa', 'tlima ']);
  });

  it('loses no letter and keeps within the width', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (all, width) => {
        const lines = breakLines(all.join(' '), width, measure);
        expect(lines.join('')).toBe(all.map((word) => `${word} `).join(''));
        for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('does not cut a sign made of several code points', () => {
    expect(breakLines('👨‍👩‍👧👨‍👩‍👧', 8, measure)).toEqual(['👨‍👩‍👧', '👨‍👩‍👧 ']);
  });
});

describe('paragraphsOf', () => {
  it('splits at line ends and drops what cannot be seen', () => {
    expect(paragraphsOf('satu\r\ndua\ttiga \u202Eemp\u200Bat')).toEqual(['satu', 'dua tiga empat']);
    expect(paragraphsOf('Jose\u0301')).toEqual(['José']);
  });
});

describe('runsOf', () => {
  it('draws each script with the part that has it', () => {
    expect(runsOf('Ahmad Ṣāliḥ ᨒ')).toEqual([
      { part: 'latin', text: 'Ahmad ' },
      { part: 'latin-ext', text: 'Ṣā' },
      { part: 'latin', text: 'li' },
      { part: 'latin-ext', text: 'ḥ' },
      { part: 'latin', text: ' ' },
      { part: null, text: 'ᨒ' },
    ]);
  });
});
