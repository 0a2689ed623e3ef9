import type { Directive } from '@makaverse/contract/directives';
import type { UnitGroup } from '@makaverse/contract/identity-directory';

const kindsOf: Readonly<Record<UnitGroup, readonly string[]>> = {
  'all-kecamatan': ['kecamatan'],
  'all-kelurahan': ['kelurahan'],
  'all-agencies': ['agency', 'secretariat'],
  'all-presenting': ['agency', 'secretariat', 'kecamatan', 'enterprise'],
  'all-enterprises': ['enterprise'],
  'all-bureaus': ['bureau'],
  'all-assistants': ['assistant'],
  'all-expert-staff': ['expert-staff'],
};

/** Whom a directive addresses, in words: groups by their name, units by their short one, the first few and how many more. */
export function addressedTo(
  directive: Pick<Directive, 'addresseeGroups' | 'addressees'>,
  words: { limit: number; groupName: (group: UnitGroup) => string; more: (count: number) => string },
): string {
  // Members of a group are spelled out among the addressees; beside the group's name they would only repeat it.
  const grouped = new Set(directive.addresseeGroups.flatMap((group) => kindsOf[group]));
  const names = [
    ...directive.addresseeGroups.map((group) => words.groupName(group)),
    ...directive.addressees.filter((one) => !grouped.has(one.unit.kind)).map((one) => one.unit.shortName),
  ];
  const shown = names.slice(0, names.length > words.limit ? words.limit - 1 : words.limit);
  return [...shown, ...(names.length > shown.length ? [words.more(names.length - shown.length)] : [])].join(', ');
}
