import type { Holding, Unit } from '@makaverse/contract/identity-directory';

/** One thing to be done before a unit can be dissolved into another. */
export type MergeStep =
  | { readonly kind: 'move-unit'; readonly unit: Unit }
  | { readonly kind: 'end-position'; readonly holding: Holding }
  | { readonly kind: 'move-position'; readonly holding: Holding };

/**
 * What remains to be done before `source` can be dissolved on a day: first the units below move, then every position ends, those of
 * `staying` without a new one. A head's office ends with the unit, because another unit has a head of its own. The plan is made anew from
 * the directory after every step, so what was interrupted goes on where it stopped.
 */
export function mergePlan(given: {
  readonly children: readonly Unit[];
  readonly holdings: readonly Holding[];
  readonly on: string;
  readonly leaving: ReadonlySet<string>;
}): readonly MergeStep[] {
  const open = given.holdings.filter((holding) => holding.to === null || holding.to > given.on);
  return [
    ...given.children
      .filter((unit) => unit.validTo === null || unit.validTo > given.on)
      .map((unit) => ({ kind: 'move-unit', unit }) as const),
    ...open.map((holding) => ({ kind: given.leaving.has(holding.positionId) ? 'end-position' : 'move-position', holding }) as const),
  ];
}

/** Positions that end with the unit unless somebody says otherwise. */
export function endingByNature(holdings: readonly Holding[]): ReadonlySet<string> {
  return new Set(holdings.filter((holding) => holding.kind === 'head').map((holding) => holding.positionId));
}
