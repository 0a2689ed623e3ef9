import type { Unit } from '@makaverse/contract/identity-directory';
import { expect, it } from 'vitest';
import { emptyUnit, fieldsOf, presentingGroups } from './unit-fields.ts';

it('takes from a unit what can be changed and nothing else', () => {
  const unit: Unit = {
    id: 'u',
    code: '1.03',
    kind: 'agency',
    name: 'Dinas Pekerjaan Umum',
    shortName: 'Dinas PU',
    parentId: 'city',
    presentingGroup: 'basic-service',
    validFrom: '2022-01-01',
    validTo: null,
    head: null,
    version: 4,
  };
  const { id, validFrom, validTo, head, version, ...fields } = unit;
  expect([id, validFrom, validTo, head, version]).toHaveLength(5);
  expect(fieldsOf(unit)).toEqual(fields);
});

it('founds under the unit named and lets nobody present unasked', () => {
  expect(emptyUnit('city')).toMatchObject({ parentId: 'city', presentingGroup: null, name: '' });
});

it('offers each presenting group once', () => {
  expect(new Set(presentingGroups).size).toBe(presentingGroups.length);
});
