/** A unit that is asked, with what it is asked by name or day. */
export interface Addressee {
  readonly unitId: string;
  readonly picId: string | null;
  readonly nominationDueOn: string | null;
  /** Spelled out from a group's name, not named by itself. */
  readonly isViaGroup: boolean;
}

/** What a clerk said about the addressees this time; absent is "leave as is". */
export interface AddresseeChange {
  readonly before: readonly Addressee[];
  /** Units named one by one, in place of those named so before. */
  readonly named?: readonly Omit<Addressee, 'isViaGroup'>[] | undefined;
  /** Units of all groups named now, in place of those that came by groups before. */
  readonly ofGroups?: readonly string[] | undefined;
  /** The duty to nominate, for each that has neither a person nor a day. */
  readonly nominationDueOn?: string | null | undefined;
}

/**
 * The addressees after a change: units named one by one first, then those of groups, each once. What a unit was asked before stays
 * when it comes again by a group. Where a person is named, no day is owed.
 */
export function changeAddressees(change: AddresseeChange): Addressee[] {
  const { before, named, ofGroups, nominationDueOn } = change;
  const byName = (named ?? before.filter((one) => !one.isViaGroup)).map((one): Addressee => ({ ...one, isViaGroup: false }));
  const earlier = new Map(before.map((one) => [one.unitId, one]));
  const groupUnits = ofGroups ?? before.filter((one) => one.isViaGroup).map((one) => one.unitId);
  const byGroup = groupUnits.map((unitId): Addressee => {
    const known = earlier.get(unitId);
    return { unitId, picId: known?.picId ?? null, nominationDueOn: known?.nominationDueOn ?? null, isViaGroup: true };
  });
  const all = new Map<string, Addressee>();
  for (const one of [...byName, ...byGroup]) if (!all.has(one.unitId)) all.set(one.unitId, one);
  return [...all.values()].map((one) => {
    if (one.picId !== null) return { ...one, nominationDueOn: null };
    return one.nominationDueOn === null && nominationDueOn ? { ...one, nominationDueOn } : one;
  });
}
