import type { MilestoneNetwork } from './milestone-network.ts';
import type { Programme, WorkingDay } from './programme.ts';
import { seededRandom } from './seeded-random.ts';
import { runningSlip, slipAt, tailAbove } from './slip-draws.ts';

// Any part of a day makes it the next one.
const SOONEST = 0.001;

/** What is drawn from: the multipliers of one milestone, their spread, and the programme's pace in each draw. */
export type Slips = { readonly table: Float64Array; readonly sigma: number; readonly paces: Float64Array };

/** Room for the draws, used again from programme to programme. One column a milestone, one row a draw. */
export type DrawRoom = { readonly draws: number; readonly columns: Float64Array[]; readonly finish: Float64Array };

/** Room for a number of draws; columns are added as programmes need them. */
export function drawRoom(draws: number): DrawRoom {
  return { draws, columns: [], finish: new Float64Array(draws) };
}

/** The day before which a milestone cannot begin, whatever is drawn: all it waits for that has been reached. */
export function earliestBegin(programme: Programme, network: MilestoneNetwork, index: number): WorkingDay {
  let earliest = programme.start;
  for (const earlier of network.after[index] ?? []) earliest = Math.max(earliest, network.milestones[earlier]?.finished ?? earliest);
  return earliest;
}

/** Puts each draw off to another's day, where that is later. */
function putOff(column: Float64Array, other: Float64Array): void {
  for (let draw = 0; draw < column.length; draw++) {
    const day = other[draw] as number;
    if (day > (column[draw] as number)) column[draw] = day;
  }
}

function addFresh(column: Float64Array, plannedDays: number, { table, paces }: Slips, next: () => number): void {
  for (let draw = 0; draw < column.length; draw++) {
    column[draw] = (column[draw] as number) + plannedDays * (paces[draw] as number) * slipAt(table, next());
  }
}

function addRunning(column: Float64Array, plannedDays: number, elapsed: number, slips: Slips, next: () => number): void {
  const { table, sigma, paces } = slips;
  let pace = Number.NaN;
  let [runZ, tail] = [0, 1];
  for (let draw = 0; draw < column.length; draw++) {
    if (paces[draw] !== pace) {
      pace = paces[draw] as number;
      runZ = Math.log(elapsed / (plannedDays * pace)) / sigma;
      tail = tailAbove(runZ);
    }
    const uniform = (0x100000000 - next()) / 0x100000000;
    const days = plannedDays * pace * runningSlip(table, sigma, uniform, runZ, tail);
    // Not reached by the end of today: the earliest is tomorrow.
    column[draw] = (column[draw] as number) + Math.max(elapsed + SOONEST, days);
  }
}

/**
 * Draws the day on which each milestone still to come is reached, and the day the whole programme is finished, `room.draws` times.
 *
 * @returns the milestones drawn, by index in the network; their columns stand at the same index in `room.columns`, the whole in `room.finish`
 */
export function simulate(
  {
    programme,
    network,
    today,
    seed,
    slips,
  }: { programme: Programme; network: MilestoneNetwork; today: WorkingDay; seed: number; slips: Slips },
  room: DrawRoom,
): number[] {
  const remaining: number[] = [];
  room.finish.fill(Math.max(programme.start, ...network.milestones.map((milestone) => milestone.finished ?? programme.start)));
  for (const [index, milestone] of network.milestones.entries()) {
    if (milestone.finished !== null) continue;
    const column = (room.columns[index] ??= new Float64Array(room.draws));
    const waitedFor = (network.after[index] ?? []).filter((earlier) => network.milestones[earlier]?.finished === null);
    const earliest = earliestBegin(programme, network, index);
    const plannedDays = network.plannedDays[index] ?? 1;
    // It begins when the last of those it waits for is reached; their columns stand before its own.
    column.fill(earliest);
    for (const earlier of waitedFor) putOff(column, room.columns[earlier] as Float64Array);
    const next = seededRandom(`${programme.id}/${milestone.id}`, seed);
    const elapsed = waitedFor.length === 0 ? today - earliest : 0;
    if (elapsed > 0) addRunning(column, plannedDays, elapsed, slips, next);
    else addFresh(column, plannedDays, slips, next);
    putOff(room.finish, column);
    remaining.push(index);
  }
  return remaining;
}
