import { unitKind, type Unit, type UnitKind } from '@makaverse/contract/identity-directory';

type PresentingGroup = NonNullable<Unit['presentingGroup']>;

/** What is written down of a unit. */
export interface UnitFields {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly presentingGroup: PresentingGroup | null;
}

/** Groups in the order in which they present. */
export const presentingGroups: readonly PresentingGroup[] = [
  'basic-service',
  'non-basic-service',
  'optional-affairs',
  'support',
  'territorial',
  'enterprise',
];

/** The fields of a unit as it stands, for a change that touches some of them. */
export function fieldsOf(unit: Unit): UnitFields {
  const { code, name, shortName, parentId, presentingGroup } = unit;
  return { code, name, shortName, kind: unitKind.parse(unit.kind), parentId, presentingGroup };
}

/** A unit that is to be founded under another. */
export function emptyUnit(parentId: string | null): UnitFields {
  return { code: '', name: '', shortName: '', kind: 'bureau', parentId, presentingGroup: null };
}
