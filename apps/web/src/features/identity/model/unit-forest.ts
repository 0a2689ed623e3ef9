import { unitKind, type Unit } from '@makaverse/contract/identity-directory';

/** A unit with the units under it. */
export interface UnitLimb {
  readonly unit: Unit;
  readonly below: readonly UnitLimb[];
  /** All units under it, at any depth. */
  readonly size: number;
}

const kinds: readonly string[] = unitKind.options;
const rankOf = (unit: Unit): number => kinds.indexOf(unit.kind);

/**
 * Units as a forest, each level in the order of the city's offices and, within one kind, as the units came in. A unit whose parent is not among them stands at the top: nobody
 * disappears from the directory because the unit above was dissolved.
 */
export function unitForest(units: readonly Unit[]): readonly UnitLimb[] {
  const ids = new Set(units.map((unit) => unit.id));
  const ordered = units.toSorted((one, other) => rankOf(one) - rankOf(other));
  const byParent = Map.groupBy(ordered, (unit) => (unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null));
  const limb = (unit: Unit): UnitLimb => {
    const below = (byParent.get(unit.id) ?? []).map(limb);
    return { unit, below, size: below.reduce((sum, one) => sum + 1 + one.size, 0) };
  };
  return (byParent.get(null) ?? []).map(limb);
}

/** What was found, and everything above it, so that each find is seen in its place. */
export function withThoseAbove(units: readonly Unit[], found: readonly Unit[]): readonly Unit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const kept = new Set<string>();
  for (const unit of found) {
    for (let one: Unit | undefined = unit; one && !kept.has(one.id); one = one.parentId === null ? undefined : byId.get(one.parentId)) {
      kept.add(one.id);
    }
  }
  return units.filter((unit) => kept.has(unit.id));
}

/** How many levels to open so that the first one with a choice in it is seen: a city's tree begins with one trunk. */
export function levelsToChoice(forest: readonly UnitLimb[]): number {
  let levels = 0;
  for (let row = forest; row.length === 1 && row[0]!.below.length > 0; row = row[0]!.below) levels += 1;
  return levels;
}
