import type { KnownPosition, PersonChange } from './people-change.ts';
import { isDefinitiveHead, overlaps } from './position-rules.ts';

interface Head {
  readonly who: string;
  readonly name: string;
  readonly unitId: string;
  readonly from: string;
  readonly to: string | null;
  readonly row: number | null;
}

/** Rows that would give a unit a second definitive head at one time, with the name of the first. Rows that end an old head's time count. */
export function secondHeads(changes: readonly PersonChange[], known: readonly KnownPosition[]): ReadonlyMap<number, string> {
  const changed = new Map(changes.flatMap((one) => (one.positionId === null ? [] : [[one.positionId, one]])));
  const standing = known
    .filter((one) => isDefinitiveHead(one) && !changed.has(one.id))
    .map((one): Head => ({ who: one.personId, name: one.personName, unitId: one.unitId, from: one.from, to: one.to, row: null }));
  const coming = changes.filter(isDefinitiveHead).map((one): Head => ({
    who: one.person?.id ?? one.email,
    name: one.name,
    unitId: one.unitId,
    from: one.from,
    to: one.to,
    row: one.row,
  }));
  const found = new Map<number, string>();
  const touched = new Set(coming.map((head) => head.unitId));
  const units = Map.groupBy(
    [...standing, ...coming].filter((head) => touched.has(head.unitId)),
    (head) => head.unitId,
  );
  for (const heads of units.values()) {
    for (const head of heads) {
      if (head.row === null) continue;
      // Of two rows the later one is told of.
      const other = heads.find((one) => one.who !== head.who && (one.row === null || one.row < head.row!) && overlaps(one, head));
      if (other) found.set(head.row, other.name);
    }
  }
  return found;
}
