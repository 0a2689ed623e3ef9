import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterParts } from './letter-parts.ts';

const here = 'http://localhost:3000';

describe('letterParts', () => {
  it('makes an address of this installation a path of the app', () => {
    expect(letterParts('Buka http://localhost:3000/arahan/7?mend=due.\nTerima kasih', here)).toEqual([
      { text: 'Buka ', href: null },
      { text: 'http://localhost:3000/arahan/7?mend=due', href: '/arahan/7?mend=due' },
      { text: '.\nTerima kasih', href: null },
    ]);
  });
  it('leaves an address elsewhere whole', () => {
    expect(letterParts('(https://peraturan.go.id/x)', here)[1]).toEqual({
      text: 'https://peraturan.go.id/x',
      href: 'https://peraturan.go.id/x',
    });
  });
  it('makes a link of nothing but the web', () => {
    const parts = letterParts('javascript:alert(1) data:text/html,x mailto:a@b.id', here);
    expect(parts.every((part) => part.href === null)).toBe(true);
  });
  it('loses no letter of what was written', () => {
    const piece = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('http://', 'https://[', here, '.', ')', '\n'));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(
          letterParts(text, here)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
