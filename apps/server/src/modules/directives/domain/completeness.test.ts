import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isComplete, lacksOf, mendingPlace, missingParts, type Parts } from './completeness.ts';

const day = fc.constantFrom('2022-03-18', '2022-04-14');
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const anyParts: fc.Arbitrary<Parts> = fc.record({
  givenById: optional(fc.uuid()),
  deadline: optional(day),
  measure: optional(fc.string()),
  reviewerId: optional(fc.uuid()),
  addressees: fc.array(fc.record({ unitId: fc.uuid(), picId: optional(fc.uuid()), nominationDueOn: optional(day) }), { maxLength: 5 }),
});

const whole: Parts = {
  givenById: 'mayor',
  deadline: '2022-04-14',
  measure: 'Semua saluran bersih',
  reviewerId: 'assistant',
  addressees: [
    { unitId: 'pu', picId: 'staff', nominationDueOn: null },
    { unitId: 'health', picId: null, nominationDueOn: '2022-03-18' },
  ],
};

describe('completeness', () => {
  it('is complete exactly when nothing is lacking, spelled out once more by hand', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const isWhole =
          parts.givenById !== null &&
          parts.deadline !== null &&
          parts.measure !== null &&
          parts.measure.trim().length > 0 &&
          parts.reviewerId !== null &&
          parts.addressees.length > 0 &&
          parts.addressees.every((one) => one.picId !== null || one.nominationDueOn !== null);
        expect(isComplete(parts)).toBe(isWhole);
        expect(lacksOf(parts).length === 0).toBe(isWhole);
      }),
    );
  });

  it('names each missing part once, in the order in which they are asked for', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const named = lacksOf(parts).map((lack) => lack.part);
        expect(named).toEqual(missingParts.filter((part) => named.includes(part)));
      }),
    );
    const nothing: Parts = { givenById: null, deadline: null, measure: '  ', reviewerId: null, addressees: [] };
    expect(lacksOf(nothing).map((lack) => lack.part)).toEqual(['giver', 'addressees', 'deadline', 'measure', 'reviewer']);
  });

  it.each([
    ['giver', { givenById: null }, 'givenBy'],
    ['addressees', { addressees: [] }, 'addressees'],
    ['deadline', { deadline: null }, 'deadline'],
    ['measure', { measure: null }, 'measure'],
    ['reviewer', { reviewerId: null }, 'reviewer'],
    ['responsible', { addressees: [{ unitId: 'pu', picId: null, nominationDueOn: null }] }, 'nomination'],
  ] as const)('misses %s alone, and says where it is mended', (part, change, place) => {
    expect(lacksOf({ ...whole, ...change }).map((lack) => lack.part)).toEqual([part]);
    expect(mendingPlace[part]).toBe(place);
  });

  it('names the units that have neither a person nor a day', () => {
    const addressees = [...whole.addressees, { unitId: 'camat', picId: null, nominationDueOn: null }];
    expect(lacksOf({ ...whole, addressees })).toEqual([{ part: 'responsible', unitIds: ['camat'] }]);
  });
});
