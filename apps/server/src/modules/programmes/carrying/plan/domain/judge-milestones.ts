import { findCycle } from './find-cycle.ts';
import type { PlanFault } from './plan-fault.ts';

/** A milestone as it is asked for. */
export interface AskedMilestone {
  readonly id: string | null;
  readonly title: string;
  readonly weight: number;
  readonly unitId: string | null;
  readonly plannedOn: string;
  readonly promisedOn?: string | undefined;
  /** Positions in the list, from 1. */
  readonly after: readonly number[];
}

/** A milestone as it stands. */
export interface KeptMilestone {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly unitId: string | null;
  readonly plannedOn: string;
  readonly afterIds: readonly string[];
  /** A promise was moved, or something was reported: what somebody said does not vanish. */
  readonly hasHistory: boolean;
}

/** What is wrong with a list of milestones. */
export function judgeMilestones(
  asked: readonly AskedMilestone[],
  known: { readonly kept: readonly KeptMilestone[]; readonly unitIds: readonly string[] },
): PlanFault[] {
  const ids = new Set(known.kept.map((one) => one.id));
  const seen = new Set<string>();
  const faults: PlanFault[] = [];
  const fault = (row: number, field: string, code: string, params?: PlanFault['params']): void => {
    faults.push({ list: 'milestones', row, field, code, ...(params && { params }) });
  };
  asked.forEach((one, row) => {
    if (one.id !== null && !ids.has(one.id)) fault(row, 'id', 'row-unknown');
    if (one.id !== null && seen.has(one.id)) fault(row, 'id', 'row-twice');
    if (one.id !== null) seen.add(one.id);
    if (one.unitId !== null && !known.unitIds.includes(one.unitId)) fault(row, 'unitId', 'unit-not-in-programme');
    const unknown = one.after.find((position) => position > asked.length);
    if (unknown !== undefined) fault(row, 'after', 'after-unknown', { number: unknown, count: asked.length });
    if (one.after.includes(row + 1)) fault(row, 'after', 'after-itself');
  });
  for (const gone of known.kept.filter((one) => !seen.has(one.id) && one.hasHistory))
    fault(asked.length, 'title', 'milestone-has-history', { title: gone.title });
  if (faults.length > 0) return faults;
  const cycle = findCycle(asked.map((one) => one.after.map((position) => position - 1)));
  if (cycle) fault(cycle[0]!, 'after', 'cycle', { names: cycle.map((at) => `${at + 1}. ${asked[at]!.title}`).join(' → ') });
  return faults;
}

/** What would become of the list. */
export interface MilestoneChanges {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly removed: readonly KeptMilestone[];
  /** Titles of what would be measured otherwise than it was planned: moved, weighed anew, handed over or struck out. */
  readonly replanned: readonly string[];
}

/**
 * Compares the list with the one that stands. Titles, order and dependencies are mended freely and new milestones added; what the
 * measure of success rests on is re-planning. A list that is in order is taken for granted.
 */
export function milestoneChanges(asked: readonly AskedMilestone[], kept: readonly KeptMilestone[]): MilestoneChanges {
  const byId = new Map(kept.map((one) => [one.id, one]));
  const seen = new Set(asked.map((one) => one.id));
  const removed = kept.filter((one) => !seen.has(one.id));
  const standing = asked.flatMap((one, index) => {
    const before = one.id === null ? undefined : byId.get(one.id);
    return before ? [{ one, before, index }] : [];
  });
  const replanned = standing.filter(
    ({ one, before }) => one.plannedOn !== before.plannedOn || one.weight !== before.weight || one.unitId !== before.unitId,
  );
  const changed = standing.filter(({ one, before, index }) => {
    const afterIds = one.after.map((position) => asked[position - 1]!.id ?? '');
    const isReordered = kept[index]?.id !== before.id;
    const isSame = one.title === before.title && sameMembers(afterIds, before.afterIds) && !isReordered;
    return !isSame || replanned.some((moved) => moved.before === before);
  });
  return {
    new: asked.filter((one) => one.id === null).length,
    changed: changed.length,
    same: standing.length - changed.length,
    removed,
    replanned: [...replanned.map(({ before }) => before.title), ...removed.map((one) => one.title)],
  };
}

function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  const set = new Set(one);
  return set.size === new Set(other).size && other.every((member) => set.has(member));
}
