import { listUnits, type UnitGroup } from '@makaverse/contract/identity-directory';
import type { ComboboxOption } from '@makaverse/ui/combobox';
import { useTranslation } from 'react-i18next';
import { useRead } from './api.ts';

const groupPrefix = 'group:';
const groups: readonly UnitGroup[] = [
  'all-kecamatan',
  'all-agencies',
  'all-presenting',
  'all-kelurahan',
  'all-enterprises',
  'all-bureaus',
  'all-assistants',
  'all-expert-staff',
];

/** Units and groups as options of one combobox; a group's value carries a mark so that the two can be told apart again. */
export function useAddresseeOptions(): readonly ComboboxOption[] {
  const { t } = useTranslation('shell');
  const units = useRead(listUnits, {});
  return [
    ...groups.map((group) => ({ value: groupPrefix + group, label: t(`group.${group}`) })),
    ...(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name, sub: unit.shortName })),
  ];
}

/** What was chosen, as the contract wants it. */
export function chosenAddressees(chosen: readonly ComboboxOption[]): { groups: UnitGroup[]; unitIds: string[] } {
  return {
    groups: chosen.filter((one) => one.value.startsWith(groupPrefix)).map((one) => one.value.slice(groupPrefix.length) as UnitGroup),
    unitIds: chosen.filter((one) => !one.value.startsWith(groupPrefix)).map((one) => one.value),
  };
}
