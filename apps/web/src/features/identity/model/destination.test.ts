import { pageOf } from '@makaverse/contract/pages';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destinationAfter } from './destination.ts';

describe('destinationAfter', () => {
  it('leads back to the page first asked for, with its query', () => {
    expect(destinationAfter('/arahan/7?mend=due#words')).toBe('/arahan/7?mend=due#words');
  });
  it.each([null, '', '/', 'arahan', pageOf.signIn(), `${pageOf.signIn()}?ke=%2Fmasuk`, pageOf.setUp(), pageOf.redeemLink('abc')])(
    'leads to today instead of %j',
    (wanted) => {
      expect(destinationAfter(wanted)).toBe(pageOf.today());
    },
  );
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example', '/.//evil.example'])(
    'does not lead out with %j',
    (wanted) => {
      expect(destinationAfter(wanted)).toBe(pageOf.today());
    },
  );
  it('never leads to another origin, whatever is written', () => {
    const here = 'https://here.example';
    const hostile = fc.stringMatching(/^[/\\.:@a-z\t\n ?#%]{0,24}$/);
    fc.assert(fc.property(hostile, (wanted) => new URL(destinationAfter(wanted), here).origin === here));
  });
});
