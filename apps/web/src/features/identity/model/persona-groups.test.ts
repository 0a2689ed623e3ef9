import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personaGroups, type Persona } from './persona-groups.ts';

const persona = (key: string): Persona => ({ key, label: key, person: { id: key, name: key, title: key } });

describe('personaGroups', () => {
  it('puts who decides first and a persona of unknown office last', () => {
    const groups = personaGroups(['admin', 'bupati', 'lurah', 'mayor'].map(persona));
    expect(groups.map((group) => [group.role, group.personas.map((one) => one.key)])).toEqual([
      ['decide', ['mayor']],
      ['act', ['lurah']],
      ['watch', ['admin']],
      ['other', ['bupati']],
    ]);
  });
  it('loses nobody and shows nobody twice', () => {
    const keys = fc.uniqueArray(fc.oneof(fc.constantFrom('mayor', 'pic', 'clerk', 'admin'), fc.string()));
    fc.assert(
      fc.property(keys, (chosen) => {
        const shown = personaGroups(chosen.map(persona)).flatMap((group) => group.personas.map((one) => one.key));
        expect(shown.toSorted()).toEqual(chosen.toSorted());
      }),
    );
  });
});
