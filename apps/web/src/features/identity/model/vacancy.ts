import type { Unit } from '@makaverse/contract/identity-directory';

/**
 * Units whose head's place is empty. The city itself is not among them where the mayor's office stands under it as a unit of its own:
 * whoever leads that office leads the city.
 */
export function unitsWithoutHead(units: readonly Unit[]): ReadonlySet<string> {
  const isLedFromBelow = (unit: Unit): boolean =>
    unit.parentId === null && unit.kind === 'mayor' && units.some((one) => one.parentId === unit.id && one.kind === 'mayor');
  return new Set(units.filter((unit) => unit.head === null && !isLedFromBelow(unit)).map((unit) => unit.id));
}
