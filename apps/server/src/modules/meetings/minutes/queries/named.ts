import type { PersonBrief } from '@makaverse/contract/primitives';
import type { NamedPerson } from '../domain/happened.ts';

/** A person as the paper names him. */
export function named(people: ReadonlyMap<string, PersonBrief>, id: string): NamedPerson {
  const { name, title } = people.get(id) ?? { name: '—', title: '' };
  return { name, title };
}
