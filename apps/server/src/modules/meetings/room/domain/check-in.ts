import { nameKey } from './name-key.ts';

/** Someone who is on the list of one unit already. */
export interface Listed {
  readonly id: string;
  readonly personId: string | null;
  readonly nameKey: string;
  readonly hasLeft: boolean;
}

/** Someone who comes in: a person of the directory, or a typed name. */
export interface Comer {
  readonly personId: string | null;
  readonly name: string;
}

/** What checking in does to the list. */
export interface CheckInPlan {
  readonly added: readonly { readonly personId: string | null; readonly name: string; readonly nameKey: string }[];
  /** A typed name that turns out to be this person of the directory. */
  readonly recognised: readonly { readonly id: string; readonly personId: string; readonly name: string }[];
  /** Back after having left. */
  readonly returned: readonly string[];
}

/**
 * Checks people in for one unit; everybody counts once. The same person is one, the same typed name is one, and a typed name that is
 * the name of a person on the unit's list is that person. Two persons of the directory who share a name are two.
 * `elsewhere` are persons already on the list of another unit: they stay where they came in first.
 */
export function planCheckIn(listed: readonly Listed[], comers: readonly Comer[], elsewhere: ReadonlySet<string>): CheckInPlan {
  const present = listed.map((one) => ({ ...one }));
  const plan = {
    added: [] as CheckInPlan['added'][number][],
    recognised: [] as CheckInPlan['recognised'][number][],
    returned: new Set<string>(),
  };
  // Persons first, so that a typed double of one of them finds him whatever the order.
  for (const comer of comers.toSorted((a, b) => Number(a.personId === null) - Number(b.personId === null))) {
    const key = nameKey(comer.name);
    if (comer.personId !== null && elsewhere.has(comer.personId)) continue;
    const same = present.find((one) => (comer.personId === null ? one.nameKey === key : one.personId === comer.personId));
    const typed = comer.personId === null ? undefined : present.find((one) => one.personId === null && one.nameKey === key);
    const known = same ?? typed;
    if (known === undefined) {
      plan.added.push({ personId: comer.personId, name: comer.name, nameKey: key });
      present.push({ id: '', personId: comer.personId, nameKey: key, hasLeft: false });
      continue;
    }
    if (known === typed && comer.personId !== null) {
      plan.recognised.push({ id: known.id, personId: comer.personId, name: comer.name });
      present.splice(present.indexOf(known), 1, { ...known, personId: comer.personId });
    }
    if (known.hasLeft) plan.returned.add(known.id);
  }
  return { ...plan, returned: [...plan.returned] };
}
