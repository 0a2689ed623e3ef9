import type { Milestone, Programme, WorkingDay } from './programme.ts';
import { DependencyCycle, DuplicateId, FinishedInFuture, InvalidWorkingDay, TooManyMilestones, UnknownDependency } from './refusals.ts';

const MOST_DAYS = 1_000_000;
const MOST_MILESTONES = 1_000;

/** A programme's milestones, each after all it waits for, with what is derived from the plan. Index `i` is the same milestone in each list. */
export type MilestoneNetwork = {
  readonly milestones: readonly Milestone[];
  /** Indices of the milestones waited for; each is smaller than the milestone's own. */
  readonly after: readonly (readonly number[])[];
  /** Working days from when it could begin to when it was to be reached, by the plan. At least 1. */
  readonly plannedDays: Float64Array;
  /** When work could begin: all it waits for was reached. `null` while something it waits for is not. */
  readonly couldBegin: readonly (WorkingDay | null)[];
};

function checkWorkingDay(field: string, value: number): void {
  if (!Number.isInteger(value) || Math.abs(value) > MOST_DAYS) throw new InvalidWorkingDay(field, value);
}

function checkMilestones({ milestones, start, due }: Programme, today: WorkingDay): Map<string, Milestone> {
  checkWorkingDay('start', start);
  checkWorkingDay('due', due);
  checkWorkingDay('today', today);
  if (milestones.length > MOST_MILESTONES) throw new TooManyMilestones(milestones.length, MOST_MILESTONES);
  const byId = new Map<string, Milestone>();
  for (const milestone of milestones.toSorted((one, other) => byText(one.id, other.id))) {
    if (byId.has(milestone.id)) throw new DuplicateId(milestone.id);
    byId.set(milestone.id, milestone);
    checkWorkingDay(`plannedFinish of "${milestone.id}"`, milestone.plannedFinish);
    if (milestone.finished === null) continue;
    checkWorkingDay(`finished of "${milestone.id}"`, milestone.finished);
    if (milestone.finished > today) throw new FinishedInFuture(milestone.id, milestone.finished, today);
  }
  return byId;
}

/** By code units, so that no machine's language can change the order, and the sums made in it. */
function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Depth first, without recursion, so that a chain of a thousand cannot exhaust the stack (Tarjan 1976: reverse postorder). */
function inDependencyOrder(byId: ReadonlyMap<string, Milestone>): Milestone[] {
  const ordered: Milestone[] = [];
  const state = new Map<string, 'open' | 'placed'>();
  for (const root of byId.values()) {
    if (state.has(root.id)) continue;
    const path = [{ milestone: root, next: 0 }];
    state.set(root.id, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const dependency = top.milestone.after[top.next++];
      if (dependency === undefined) {
        state.set(top.milestone.id, 'placed');
        ordered.push(top.milestone);
        path.pop();
        continue;
      }
      const waitedFor = byId.get(dependency);
      if (waitedFor === undefined) throw new UnknownDependency(top.milestone.id, dependency);
      if (state.get(dependency) === 'placed') continue;
      if (state.get(dependency) === 'open') {
        const ids = path.map((step) => step.milestone.id);
        throw new DependencyCycle(ids.slice(ids.indexOf(dependency)));
      }
      state.set(dependency, 'open');
      path.push({ milestone: waitedFor, next: 0 });
    }
  }
  return ordered;
}

/**
 * The milestones in an order in which each comes after all it waits for, with planned durations and the days work could begin.
 *
 * A milestone's clock starts when the last one it waits for is reached (the programme's start, if it waits for none), in the plan as in
 * truth; so a milestone is not blamed for the lateness it inherits. A plan that wants it before that counts as one working day.
 *
 * @throws InvalidWorkingDay, FinishedInFuture, TooManyMilestones, DuplicateId, UnknownDependency, DependencyCycle
 * @example milestoneNetwork(drains, 30).plannedDays // Float64Array [20, 40]
 */
export function milestoneNetwork(programme: Programme, today: WorkingDay): MilestoneNetwork {
  const milestones = inDependencyOrder(checkMilestones(programme, today));
  const indices = new Map(milestones.map((milestone, index) => [milestone.id, index]));
  const after = milestones.map((milestone) => [...new Set(milestone.after)].toSorted(byText).map((id) => indices.get(id) ?? 0));
  const plannedDays = new Float64Array(milestones.length);
  const couldBegin: (WorkingDay | null)[] = [];
  for (const [index, milestone] of milestones.entries()) {
    let plannedBegin = programme.start;
    let begin: WorkingDay | null = programme.start;
    for (const earlier of after[index] ?? []) {
      const waitedFor = milestones[earlier];
      if (waitedFor === undefined) continue;
      plannedBegin = Math.max(plannedBegin, waitedFor.plannedFinish);
      begin = begin === null || waitedFor.finished === null ? null : Math.max(begin, waitedFor.finished);
    }
    plannedDays[index] = Math.max(1, milestone.plannedFinish - plannedBegin);
    couldBegin.push(begin);
  }
  return { milestones, after, plannedDays, couldBegin };
}
