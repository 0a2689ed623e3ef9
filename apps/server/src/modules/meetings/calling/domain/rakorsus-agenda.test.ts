import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAgenda } from './arrange.ts';
import { rakorsusAgenda, type PresentingUnit } from './rakorsus-agenda.ts';

const words = { opening: 'Pembukaan', closing: 'Penutup', groupTitles: { support: 'Penunjang', territorial: 'Kewilayahan' } };
const counter = (): (() => string) => {
  let last = 0;
  return () => `id-${(last += 1)}`;
};

describe('the agenda of a rakorsus', () => {
  it('puts each unit once under its group, in the order of the groups', () => {
    const units: PresentingUnit[] = [
      { id: 'c', name: 'Kecamatan Mariso', group: 'territorial' },
      { id: 'a', name: 'Inspektorat', group: 'support' },
      { id: 'b', name: 'Bappeda', group: 'support' },
    ];
    const agenda = rakorsusAgenda({ units, minutes: 100, words, newId: counter() });
    expect(agenda.map((item) => item.title)).toEqual([
      'Pembukaan',
      'Penunjang',
      'Inspektorat',
      'Bappeda',
      'Kewilayahan',
      'Kecamatan Mariso',
      'Penutup',
    ]);
    expect(agenda.filter((item) => item.kind === 'slot').map((item) => item.minutes)).toEqual([25, 25, 25]);
  });
  it('always stands in order, and keeps to the minutes whenever each unit can have one', () => {
    const unit = fc.record({
      id: fc.uuid(),
      name: fc.string({ minLength: 1 }),
      group: fc.constantFrom('support', 'territorial', 'basic-service'),
    });
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 80 }), fc.integer({ min: 25, max: 600 }), (units, minutes) => {
        const agenda = rakorsusAgenda({ units, minutes, words, newId: counter() });
        checkAgenda(agenda, []);
        const used = agenda.reduce((sum, item) => sum + item.minutes, 0);
        if (minutes - 25 >= units.length) expect(used).toBeLessThanOrEqual(minutes);
        expect(agenda.filter((item) => item.kind === 'slot')).toHaveLength(units.length);
      }),
    );
  });
});
