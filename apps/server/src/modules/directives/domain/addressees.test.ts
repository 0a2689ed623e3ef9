import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeAddressees, type Addressee } from './addressees.ts';

const asked = (unitId: string, more: Partial<Addressee> = {}): Addressee => ({
  unitId,
  picId: null,
  nominationDueOn: null,
  isViaGroup: false,
  ...more,
});
const unitId = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const anyAddressee = fc.record({
  unitId,
  picId: fc.option(fc.constantFrom('p', 'q'), { nil: null }),
  nominationDueOn: fc.option(fc.constant('2022-03-18'), { nil: null }),
  isViaGroup: fc.boolean(),
});

describe('addressees', () => {
  it('asks each unit once, and owes no day where a person is named', () => {
    fc.assert(
      fc.property(
        fc.array(anyAddressee),
        fc.option(fc.array(anyAddressee), { nil: undefined }),
        fc.option(fc.array(unitId), { nil: undefined }),
        (before, named, ofGroups) => {
          const after = changeAddressees({ before, named, ofGroups, nominationDueOn: '2022-03-20' });
          expect(new Set(after.map((one) => one.unitId)).size).toBe(after.length);
          expect(after.every((one) => (one.picId === null) !== (one.nominationDueOn === null))).toBe(true);
        },
      ),
    );
  });

  it('keeps those named one by one when the groups change, and the other way round', () => {
    const before = [asked('pu', { picId: 'p' }), asked('camat-a', { isViaGroup: true }), asked('camat-b', { isViaGroup: true })];
    expect(changeAddressees({ before, ofGroups: ['lurah'] }).map((one) => one.unitId)).toEqual(['pu', 'lurah']);
    expect(changeAddressees({ before, named: [] }).map((one) => one.unitId)).toEqual(['camat-a', 'camat-b']);
  });

  it('leaves a unit what it was asked before when it comes again by a group', () => {
    const before = [asked('camat-a', { isViaGroup: true, nominationDueOn: '2022-03-18' })];
    expect(changeAddressees({ before, ofGroups: ['camat-a', 'camat-b'] })).toEqual([
      asked('camat-a', { isViaGroup: true, nominationDueOn: '2022-03-18' }),
      asked('camat-b', { isViaGroup: true }),
    ]);
  });

  it('sets the duty to nominate only where there is neither a person nor a day', () => {
    const before = [asked('a', { picId: 'p' }), asked('b', { nominationDueOn: '2022-03-17' }), asked('c')];
    expect(changeAddressees({ before, nominationDueOn: '2022-03-20' }).map((one) => one.nominationDueOn)).toEqual([
      null,
      '2022-03-17',
      '2022-03-20',
    ]);
  });

  it('prefers what is said of a unit by name over its group', () => {
    const after = changeAddressees({ before: [], named: [asked('camat-a', { picId: 'p' })], ofGroups: ['camat-a'] });
    expect(after).toEqual([asked('camat-a', { picId: 'p' })]);
  });
});
