import { witaDate } from '@makaverse/calendar';
import type { UnitGroup } from '@makaverse/contract/identity-directory';
import type { Transaction } from '#platform/context';
import { text } from '#platform/language';
import { holdersOf, unitsInGroup, type UnitTree } from '#modules/identity';
import { PersonOutsideUnit, UnitsUnknown } from '../domain/broken-rules.ts';

interface Named {
  readonly unitId: string;
  readonly picId: string | null;
}

/** The units that the groups stand for today, each once. */
export function groupUnitIds(tree: UnitTree, groups: readonly UnitGroup[]): string[] {
  return [...new Set(groups.flatMap((group) => unitsInGroup(tree, group).map((unit) => unit.id)))];
}

/** Only units that exist today can be asked. */
export function refuseUnknownUnits(tx: Transaction, named: readonly Named[], tree: UnitTree): void {
  const message = text(tx.language, 'directives.issues.unitUnknown');
  const issues = named.flatMap((one, at) => (tree.get(one.unitId) ? [] : [{ path: `addressees.${at}.unitId`, message }]));
  if (issues.length > 0) throw new UnitsUnknown(issues);
}

/** A person in charge holds a position in the unit he answers for, today. */
export async function refuseOutsiders(tx: Transaction, named: readonly Named[], tree: UnitTree): Promise<void> {
  const withPerson = named.filter((one) => one.picId !== null);
  if (withPerson.length === 0) return;
  const holders = await holdersOf(tx.db, { unitIds: withPerson.map((one) => one.unitId), on: witaDate(tx.now) });
  const held = new Set(holders.map((one) => `${one.unitId} ${one.personId}`));
  const issues = named.flatMap((one, at) => {
    if (one.picId === null || held.has(`${one.unitId} ${one.picId}`)) return [];
    const unit = tree.get(one.unitId)!.name;
    return [{ path: `addressees.${at}.picId`, message: text(tx.language, 'directives.issues.personOutsideUnit', { unit }) }];
  });
  if (issues.length > 0) throw new PersonOutsideUnit(issues);
}
