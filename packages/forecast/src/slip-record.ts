import { milestoneNetwork, type MilestoneNetwork } from './milestone-network.ts';
import type { Programme, WorkingDay } from './programme.ts';

/**
 * How long one milestone took against its plan.
 *
 * `logRatio` is ln(actual / planned working days): 0 is as planned, ln 2 twice as long. Logarithms, because slips multiply and are
 * skewed (Flyvbjerg 2006, "From Nobel Prize to Project Management": reference class forecasting).
 */
export type SlipRecord = {
  readonly programme: string;
  readonly unit: string;
  readonly logRatio: number;
  /** Not reached yet: the ratio is at least this. Leaving these out would count the quick ones only. */
  readonly isRunning: boolean;
};

// A milestone "done" in under a quarter of its time was begun before its clock; one over twenty times its plan was given up and taken
// on anew. Both tell little about pace, and untamed would each outweigh a hundred ordinary records in the variance.
const LEAST_LOG_RATIO = -Math.log(4);
const MOST_LOG_RATIO = Math.log(20);

/** ln(actual / planned), kept within what tells about pace; of what still runs, "at least" is never raised. */
function logRatioOf(actualDays: number, plannedDays: number, isRunning: boolean): number {
  const logRatio = Math.min(MOST_LOG_RATIO, Math.log(Math.max(actualDays, 0.5) / plannedDays));
  return isRunning ? logRatio : Math.max(LEAST_LOG_RATIO, logRatio);
}

/**
 * The records of a programme whose network is already known.
 *
 * @example slipRecordsOf(drains, milestoneNetwork(drains, 30), 30) // what slipRecords(drains, 30) gives
 */
export function slipRecordsOf(programme: Programme, network: MilestoneNetwork, today: WorkingDay): SlipRecord[] {
  return network.milestones.flatMap((milestone, index) => {
    const begin = network.couldBegin[index] ?? null;
    const planned = network.plannedDays[index] ?? 1;
    if (begin === null) return [];
    const isRunning = milestone.finished === null;
    const days = (milestone.finished ?? today) - begin;
    if (isRunning && days <= 0) return [];
    return [{ programme: programme.id, unit: programme.unit, logRatio: logRatioOf(days, planned, isRunning), isRunning }];
  });
}

/**
 * What a programme, finished or under way, has shown of its pace so far: one record for each milestone reached, and one "at least" for
 * each that could have begun and is not reached.
 *
 * @param today the day it is seen from; nothing may be finished after it
 * @throws the refusals of `milestoneNetwork`
 * @example slipRecords(drains, 30) // [{ programme: 'p1', unit: 'pu', logRatio: 0.262, isRunning: false }, { ..., isRunning: true }]
 */
export function slipRecords(programme: Programme, today: WorkingDay): SlipRecord[] {
  return slipRecordsOf(programme, milestoneNetwork(programme, today), today);
}
