import type { Holding } from '@makaverse/contract/identity-directory';

/** Where a day stands to a period [from, to). */
export type When = 'before' | 'now' | 'over';

/** Whether a position is to come, held, or over on a day. */
export function whenHeld(holding: Pick<Holding, 'from' | 'to'>, on: string): When {
  if (holding.from > on) return 'before';
  return holding.to !== null && holding.to <= on ? 'over' : 'now';
}

const rank: Readonly<Record<Holding['kind'], number>> = {
  head: 0,
  deputy: 1,
  secretary: 2,
  member: 3,
  clerk: 4,
  'information-officer': 5,
  administrator: 6,
};

/** Who acts as head stands before the head, the head before everybody else; equals by name. */
export function byRank(one: Holding, other: Holding): number {
  return (
    rank[one.kind] - rank[other.kind] ||
    Number(one.acting === null) - Number(other.acting === null) ||
    one.person.name.localeCompare(other.person.name, 'id')
  );
}

/** Newest first; a position that runs counts as newer than one that ended the day it began. */
export function newestFirst(one: Holding, other: Holding): number {
  return other.from.localeCompare(one.from) || (other.to ?? '9999').localeCompare(one.to ?? '9999');
}
