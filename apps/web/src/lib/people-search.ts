import { listPeople } from '@makaverse/contract/identity-directory';
import type { ComboboxOption, OptionSearch } from '@makaverse/ui/combobox';
import { call } from './api.ts';

/** Finds people for a combobox; within one unit when `unitId` is given. */
export function peopleSearch(unitId?: string): OptionSearch {
  return async (q, signal) => {
    const { items } = await call(listPeople, { query: { ...(q && { q }), ...(unitId && { unitId }), limit: 30 }, signal });
    return items.map((person): ComboboxOption => ({ value: person.id, label: person.name, sub: person.title }));
  };
}
