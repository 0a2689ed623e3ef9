import type { Directive } from '@makaverse/contract/directives';
import { expect, it } from 'vitest';
import { addressedTo } from './addressed-to.ts';

const to = (groups: Directive['addresseeGroups'], ...units: readonly (readonly [string, string])[]): string =>
  addressedTo(
    { addresseeGroups: groups, addressees: units.map(([kind, shortName]) => ({ unit: { kind, shortName } })) as never },
    { limit: 3, groupName: (group) => `<${group}>`, more: (count) => `+${count}` },
  );

it('names groups once and units beside them', () => {
  expect(to(['all-kecamatan'], ['kecamatan', 'Kec. A'], ['agency', 'Dinas PU'])).toBe('<all-kecamatan>, Dinas PU');
  expect(to([], ['agency', 'A'], ['agency', 'B'], ['agency', 'C'])).toBe('A, B, C');
  expect(to([], ['agency', 'A'], ['agency', 'B'], ['agency', 'C'], ['agency', 'D'])).toBe('A, B, +2');
  expect(to([])).toBe('');
});
