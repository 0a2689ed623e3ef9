import type { Unit } from '@makaverse/contract/identity-directory';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUnits } from './find-units.ts';
import { levelsToChoice, unitForest, withThoseAbove, type UnitLimb } from './unit-forest.ts';
import { unitsWithoutHead } from './vacancy.ts';

const unit = (id: string, parentId: string | null, more: Partial<Unit> = {}): Unit => ({
  id,
  code: id,
  kind: 'agency',
  name: id,
  shortName: id,
  parentId,
  presentingGroup: null,
  validFrom: '2022-01-01',
  validTo: null,
  head: null,
  version: 1,
  ...more,
});
const head = { id: 'p', name: 'Hasan', title: 'Kepala', acting: null };
const idsOf = (limbs: readonly UnitLimb[]): string[] => limbs.flatMap((limb) => [limb.unit.id, ...idsOf(limb.below)]);

describe('unitForest', () => {
  it('puts units under their units and counts all below', () => {
    const [city] = unitForest([unit('a', 'city'), unit('city', null), unit('a1', 'a')]);
    expect(city).toMatchObject({ unit: { id: 'city' }, size: 2, below: [{ unit: { id: 'a' }, size: 1 }] });
  });
  it('orders one level by office, then as the units came', () => {
    const units = [unit('k', null, { kind: 'kecamatan' }), unit('b', null), unit('a', null), unit('m', null, { kind: 'mayor' })];
    expect(idsOf(unitForest(units))).toEqual(['m', 'b', 'a', 'k']);
  });
  it('loses nobody, whatever units are missing in between', () => {
    const anyUnits = fc.integer({ min: 1, max: 40 }).chain((n) =>
      fc.record({
        parents: fc.array(fc.nat(), { minLength: n, maxLength: n }),
        kept: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
      }),
    );
    fc.assert(
      fc.property(anyUnits, ({ parents, kept }) => {
        const all = parents.map((pick, index) => unit(String(index), index === 0 ? null : String(pick % index)));
        const some = all.filter((_, index) => kept[index]);
        expect(idsOf(unitForest(some)).toSorted()).toEqual(some.map((one) => one.id).toSorted());
      }),
    );
  });
});

it('opens down to the first level with a choice', () => {
  const trunk = [unit('city', null), unit('mayor', 'city')];
  expect(levelsToChoice(unitForest([...trunk, unit('a', 'mayor'), unit('b', 'mayor')]))).toBe(2);
  expect(levelsToChoice(unitForest([unit('a', null), unit('b', null)]))).toBe(0);
  expect(levelsToChoice(unitForest(trunk))).toBe(1);
});

it('shows what was found with everything above it and nothing else', () => {
  const units = [unit('city', null), unit('a', 'city'), unit('a1', 'a'), unit('a2', 'a'), unit('b', 'city')];
  expect(withThoseAbove(units, [units[2]!]).map((one) => one.id)).toEqual(['city', 'a', 'a1']);
  expect(withThoseAbove(units, [])).toEqual([]);
});

describe('findUnits', () => {
  const units = [
    unit('1.03', null, { name: 'Dinas Pekerjaan Umum', shortName: 'Dinas PU', head }),
    unit('73.71.14', null, { name: 'Kecamatan Manggala', kind: 'kecamatan' }),
  ];
  it.each([
    ['umum dinas', ['1.03']],
    ['HASAN', ['1.03']],
    ['73.71', ['73.71.14']],
    ['dinas manggala', []],
    ['   ', []],
    ['Mánggala', ['73.71.14']],
  ])('finds by every word of %j', (typed, found) => {
    expect(findUnits(units, typed).map((one) => one.id)).toEqual(found);
  });
});

it('does not call the city vacant when the mayor stands in a unit of his own under it', () => {
  const city = unit('city', null, { kind: 'mayor' });
  const mayor = unit('mayor', 'city', { kind: 'mayor', head });
  const empty = unit('empty', 'mayor');
  expect([...unitsWithoutHead([city, mayor, empty])]).toEqual(['empty']);
  expect([...unitsWithoutHead([city, empty])]).toEqual(['city', 'empty']);
});
