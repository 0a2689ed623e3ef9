import { listUnits } from '@makaverse/contract/identity-directory';
import type { ComboboxOption } from '@makaverse/ui/combobox';
import { useRead } from './api.ts';

/** Those who may vet and rate: heads of the assistants' and expert staff's offices, with their office as second line. */
export function useReviewers(): readonly ComboboxOption[] {
  const assistants = useRead(listUnits, { query: { kind: 'assistant' } });
  const experts = useRead(listUnits, { query: { kind: 'expert-staff' } });
  return [...(assistants.data?.items ?? []), ...(experts.data?.items ?? [])].flatMap((unit) =>
    unit.head ? [{ value: unit.head.id, label: unit.head.name, sub: unit.name }] : [],
  );
}
