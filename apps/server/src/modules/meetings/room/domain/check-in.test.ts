import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCheckIn, type Comer, type Listed } from './check-in.ts';
import { nameKey } from './name-key.ts';

const nobody: ReadonlySet<string> = new Set();
const listed = (id: string, name: string, more: Partial<Listed> = {}): Listed => ({
  id,
  personId: null,
  nameKey: nameKey(name),
  hasLeft: false,
  ...more,
});
const typed = (name: string): Comer => ({ personId: null, name });
const person = (personId: string, name: string): Comer => ({ personId, name });
const added = (comers: readonly Comer[], list: readonly Listed[] = []): string[] =>
  planCheckIn(list, comers, nobody).added.map((one) => one.name);

describe('planCheckIn', () => {
  it('counts one name once however it is written', () => {
    expect(added([typed('H. Ahmad, S.T.'), typed('h ahmad st'), typed('H.  AHMAD S.T')])).toEqual(['H. Ahmad, S.T.']);
    expect(added([typed('José'), typed('Jose\u0301')])).toEqual(['José']);
  });

  it('counts a person once, and as the one whose name was typed', () => {
    expect(added([typed('Hasan'), person('p1', 'Hasan'), person('p1', 'Hasan')])).toEqual(['Hasan']);
    expect(planCheckIn([listed('row', 'Hasan')], [person('p1', 'Hasan')], nobody)).toEqual({
      added: [],
      recognised: [{ id: 'row', personId: 'p1', name: 'Hasan' }],
      returned: [],
    });
  });

  it('keeps two persons of one name apart', () => {
    expect(added([person('p1', 'Hasan'), person('p2', 'Hasan')])).toHaveLength(2);
    expect(added([person('p2', 'Hasan')], [listed('row', 'Hasan', { personId: 'p1' })])).toHaveLength(1);
  });

  it('takes back who had left', () => {
    expect(planCheckIn([listed('row', 'Hasan', { hasLeft: true })], [typed('HASAN'), typed('Hasan')], nobody)).toEqual({
      added: [],
      recognised: [],
      returned: ['row'],
    });
  });

  it('leaves a person where he came in first', () => {
    expect(planCheckIn([], [person('p1', 'Hasan')], new Set(['p1'])).added).toEqual([]);
  });

  it('adds nobody when the same people come again', () => {
    const name = fc.constantFrom('Ahmad', 'AHMAD', 'A. Basri', 'Cici', 'D’Amato', 'Damato');
    const comer = fc.record({ personId: fc.option(fc.constantFrom('p1', 'p2', 'p3')), name });
    fc.assert(
      fc.property(fc.array(comer, { maxLength: 12 }), (comers) => {
        const first = planCheckIn([], comers, nobody);
        const list = first.added.map((one, index) => ({ id: `${index}`, personId: one.personId, nameKey: one.nameKey, hasLeft: false }));
        const again = planCheckIn(list, comers, nobody);
        expect(again).toEqual({ added: [], recognised: [], returned: [] });
        const persons = first.added.flatMap((one) => one.personId ?? []);
        expect(new Set(persons).size).toBe(persons.length);
      }),
    );
  });
});
