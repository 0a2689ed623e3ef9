import type { Session } from '@makaverse/contract/identity-session';

/** Someone through whose eyes the demo can be seen. */
export type Persona = NonNullable<Session['demo']>['personas'][number];
/** What one does in the city's work. */
export type PersonaRole = 'decide' | 'act' | 'watch' | 'other';

const roles: Readonly<Record<Exclude<PersonaRole, 'other'>, readonly string[]>> = {
  decide: ['mayor', 'assistant'],
  act: ['head-pu', 'pic', 'camat', 'lurah'],
  watch: ['clerk', 'inspector', 'admin'],
};

function roleOf(persona: Persona): PersonaRole {
  const found = Object.entries(roles).find(([, keys]) => keys.includes(persona.key));
  return (found?.[0] as PersonaRole | undefined) ?? 'other';
}

/** Personas by what they do, in the order they were named; a role nobody plays is left out. */
export function personaGroups(personas: readonly Persona[]): readonly { role: PersonaRole; personas: readonly Persona[] }[] {
  const order: readonly PersonaRole[] = ['decide', 'act', 'watch', 'other'];
  const grouped = Map.groupBy(personas, roleOf);
  return order.flatMap((role) => {
    const members = grouped.get(role);
    return members ? [{ role, personas: members }] : [];
  });
}
