import type { MilestoneNetwork } from './milestone-network.ts';
import type { Programme, WorkingDay } from './programme.ts';
import { earliestBegin, type DrawRoom } from './simulate.ts';
import type { LevelledBelief } from './slip-model.ts';

/**
 * Why a programme is expected late, as data; the words are the caller's. `days` are the working days of expected lateness it explains,
 * the scale on which reasons are ranked. `criticality` is the share of draws, 0 to 1, in which it lay on the path that decided the
 * finish (the criticality index of Van Slyke 1963).
 *
 * * `milestone-slips`: a milestone to come takes longer than planned; `slipDays` when it decides, `overdueDays` of them have passed already.
 * * `reached-late`: a milestone was reached `daysLate` after its plan, and what is left builds on it.
 * * `waits-for`: a milestone that several lead to is held up by this one beyond the others and beyond the plan.
 * * `slip-history`: what the city, the unit or the programme itself usually takes. `ratio` 1.4 is 1.4 times the plan, in the middle case;
 *   `days` are over the next wider level; `records` the milestones reached it is known from.
 *
 * A day can be told by two reasons, by the milestone that will slip and by the history that says so: they do not add up to the whole.
 */
export type Reason =
  | {
      readonly code: 'milestone-slips';
      readonly days: number;
      readonly milestone: string;
      readonly criticality: number;
      readonly slipDays: number;
      readonly overdueDays: number;
    }
  | {
      readonly code: 'reached-late';
      readonly days: number;
      readonly milestone: string;
      readonly criticality: number;
      readonly daysLate: number;
    }
  | {
      readonly code: 'waits-for';
      readonly days: number;
      readonly milestone: string;
      readonly dependency: string;
      readonly criticality: number;
    }
  | {
      readonly code: 'slip-history';
      readonly days: number;
      readonly level: 'city' | 'unit' | 'programme';
      readonly ratio: number;
      readonly records: number;
    };

// Five hundred paths know a share to within 2.3 %, which is as much as a rank among reasons needs.
const TRACED_DRAWS = 500;
const STRONGEST = 3;
const WORTH_TELLING_DAYS = 0.5;

/** Tallies of one milestone over the traced draws: how often it decided, and the days. */
type Tally = { count: number; slip: number; readonly waits: Map<number, { count: number; days: number }> };

type Drawn = {
  readonly programme: Programme;
  readonly network: MilestoneNetwork;
  /** Indices of the drawn milestones that none waits for. */
  readonly last: readonly number[];
  readonly room: DrawRoom;
};

/** The milestone among some that is latest in a draw, and the day of the second latest. */
function latestOf(indices: readonly number[], finishOf: (index: number) => number): { latest: number; day: number; second: number } {
  let [latest, day, second] = [-1, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const index of indices) {
    const finish = finishOf(index);
    if (finish > day) [latest, day, second] = [index, finish, day];
    else if (finish > second) second = finish;
  }
  return { latest, day, second };
}

/** Walks back, in one draw, from the milestone that decided the finish to the one nothing undrawn came before. */
function tracePath({ programme, network, last, room }: Drawn, draw: number, tallies: readonly Tally[]): void {
  const finishOf = (index: number): number => network.milestones[index]?.finished ?? (room.columns[index]?.[draw] as number);
  let { latest: at } = latestOf(last, finishOf);
  while (at >= 0) {
    const tally = tallies[at] as Tally;
    const waitedFor = network.after[at] ?? [];
    const { latest, day, second } = latestOf(waitedFor, finishOf);
    tally.count++;
    if (network.milestones[at]?.finished !== null) return;
    const begin = Math.max(programme.start, day);
    tally.slip += finishOf(at) - begin - (network.plannedDays[at] ?? 1);
    if (latest < 0 || day < programme.start) return;
    if (waitedFor.length > 1 && network.milestones[latest]?.finished === null) {
      const wait = tally.waits.get(latest) ?? { count: 0, days: 0 };
      wait.count++;
      wait.days += Math.max(0, day - Math.max(second, programme.start, network.milestones[latest].plannedFinish));
      tally.waits.set(latest, wait);
    }
    at = latest;
  }
}

function milestoneReasons(drawn: Drawn, tallies: readonly Tally[], traced: number, today: WorkingDay): Reason[] {
  const { programme, network } = drawn;
  return network.milestones.flatMap((milestone, index): Reason[] => {
    const tally = tallies[index];
    if (tally === undefined || tally.count === 0) return [];
    const criticality = tally.count / traced;
    if (milestone.finished !== null) {
      const daysLate = milestone.finished - milestone.plannedFinish;
      return [{ code: 'reached-late', days: criticality * daysLate, milestone: milestone.id, criticality, daysLate }];
    }
    const elapsed = network.couldBegin[index] === null ? 0 : today - earliestBegin(programme, network, index);
    const overdueDays = Math.max(0, elapsed - (network.plannedDays[index] ?? 1));
    const slipDays = tally.slip / tally.count;
    const waits = [...tally.waits].map(([dependency, { count, days }]): Reason => ({
      code: 'waits-for',
      days: days / traced,
      milestone: milestone.id,
      dependency: network.milestones[dependency]?.id ?? '',
      criticality: count / traced,
    }));
    return [
      { code: 'milestone-slips', days: criticality * slipDays, milestone: milestone.id, criticality, slipDays, overdueDays },
      ...waits,
    ];
  });
}

/** One at a time: the days that the level's pace adds to the path that decides, over the next wider level's. */
function historyReason(pace: LevelledBelief, milestoneVariance: number, decidingDays: number): Reason[] {
  let wider = 1;
  const levels = (['city', 'unit', 'programme'] as const).map((level): Reason => {
    const { mean, records } = pace[level];
    const expected = Math.exp(mean + milestoneVariance / 2);
    const days = decidingDays * (expected - wider);
    wider = expected;
    return { code: 'slip-history', days, level, ratio: Math.exp(mean), records };
  });
  return levels
    .filter((reason) => reason.code === 'slip-history' && reason.records > 0)
    .toSorted(byDays)
    .slice(0, 1);
}

function nameOf(reason: Reason): string {
  if (reason.code === 'slip-history') return reason.code;
  return `milestone ${reason.code === 'waits-for' ? reason.dependency : reason.milestone}`;
}

function byDays(one: Reason, other: Reason): number {
  if (one.days !== other.days) return other.days - one.days;
  const [mine, others] = [`${one.code} ${nameOf(one)}`, `${other.code} ${nameOf(other)}`];
  return mine < others ? -1 : Number(mine > others);
}

/**
 * The strongest reasons for lateness, at most three, strongest first, each milestone at most once; none under half a day.
 *
 * @param drawn what `simulate` left in its room; the columns are read, not changed
 * @example strongestReasons(drawn, 30, pace, model.milestoneVariance) // [{ code: 'reached-late', milestone: 'design', days: 6, ... }]
 */
export function strongestReasons(drawn: Drawn, today: WorkingDay, pace: LevelledBelief, milestoneVariance: number): Reason[] {
  const { network, room } = drawn;
  const tallies = network.milestones.map((): Tally => ({ count: 0, slip: 0, waits: new Map() }));
  const stride = Math.max(1, Math.floor(room.draws / TRACED_DRAWS));
  let traced = 0;
  for (let draw = stride >> 1; draw < room.draws; draw += stride, traced++) tracePath(drawn, draw, tallies);
  const decidingDays = network.milestones.reduce((sum, milestone, index) => {
    const criticality = milestone.finished === null ? (tallies[index]?.count ?? 0) / traced : 0;
    return sum + criticality * (network.plannedDays[index] ?? 1);
  }, 0);
  const named = new Set<string>();
  return [...milestoneReasons(drawn, tallies, traced, today), ...historyReason(pace, milestoneVariance, decidingDays)]
    .filter((reason) => reason.days >= WORTH_TELLING_DAYS)
    .toSorted(byDays)
    .filter((reason) => !named.has(nameOf(reason)) && named.add(nameOf(reason)))
    .slice(0, STRONGEST);
}
