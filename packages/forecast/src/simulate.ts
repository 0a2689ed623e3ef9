import type { MilestoneNetwork } from './milestone-network.ts';
import type { Programme, WorkingDay } from './programme.ts';
import { fillRandom, randomState } from './seeded-random.ts';
import { runningSlip, tailAbove } from './slip-draws.ts';

// Any part of a day makes it the next one.
const SOONEST = 0.001;

/** What is drawn from: the multipliers of one milestone, their spread, and the programme's pace in each draw. */
export type Slips = { readonly table: Float64Array; readonly sigma: number; readonly paces: Float64Array };

/** Room for the draws, used again from programme to programme. One column a milestone, one row a draw. */
export type DrawRoom = {
  readonly draws: number;
  readonly columns: Float64Array[];
  readonly bits: Uint32Array;
  readonly finish: Float64Array;
};

/**
 * Room for a number of draws; columns are added as programmes need them.
 *
 * @example drawRoom(10_000).finish.length // 10000
 */
export function drawRoom(draws: number): DrawRoom {
  return { draws, columns: [], bits: new Uint32Array(draws), finish: new Float64Array(draws) };
}

/**
 * The day before which a milestone cannot begin, whatever is drawn: all it waits for that has been reached.
 *
 * @example earliestBegin(drains, milestoneNetwork(drains, 30), 1) // 26, when the design was reached
 */
export function earliestBegin(programme: Programme, network: MilestoneNetwork, index: number): WorkingDay {
  let earliest = programme.start;
  for (const earlier of network.after[index] ?? []) earliest = Math.max(earliest, network.milestones[earlier]?.finished ?? earliest);
  return earliest;
}

/** The later of two days in each draw. Without a branch: which is later cannot be guessed, and a wrong guess costs more than the sum. */
function putOff(column: Float64Array, other: Float64Array): void {
  for (let draw = 0; draw < column.length; draw++) {
    const mine = column[draw] as number;
    const others = other[draw] as number;
    column[draw] = (mine + others + Math.abs(mine - others)) * 0.5;
  }
}

function addFresh(column: Float64Array, plannedDays: number, { table, paces }: Slips, bits: Uint32Array): void {
  for (let draw = 0; draw < column.length; draw++) {
    // `slipAt`, written out: this line runs sixty million times a night, and the engine does not always inline it here.
    const place = bits[draw] as number;
    const cell = place >>> 18;
    const low = table[cell] as number;
    const slip = low + ((table[cell + 1] as number) - low) * (place & 0x3ffff) * (1 / 0x40000);
    column[draw] = (column[draw] as number) + plannedDays * (paces[draw] as number) * slip;
  }
}

function addRunning(column: Float64Array, plannedDays: number, elapsed: number, slips: Slips, bits: Uint32Array): void {
  const { table, sigma, paces } = slips;
  // Not reached by the end of today: the earliest is tomorrow.
  const soonest = elapsed + SOONEST;
  let pace = Number.NaN;
  let [runZ, tail] = [0, 1];
  for (let draw = 0; draw < column.length; draw++) {
    // Paces grow in steps of some twenty draws, and what depends on them alone is reckoned once a step.
    if ((paces[draw] as number) !== pace) {
      pace = paces[draw] as number;
      runZ = Math.log(elapsed / (plannedDays * pace)) / sigma;
      tail = tailAbove(runZ);
    }
    const uniform = (0x100000000 - (bits[draw] as number)) * (1 / 0x100000000);
    const days = plannedDays * pace * runningSlip(table, sigma, uniform, runZ, tail);
    column[draw] = (column[draw] as number) + (days > soonest ? days : soonest);
  }
}

/** A programme on a day, with what its slips are drawn from. */
export type Simulated = {
  readonly programme: Programme;
  readonly network: MilestoneNetwork;
  readonly today: WorkingDay;
  readonly seed: number;
  readonly slips: Slips;
};

/** When a milestone that nothing undrawn stands before begins is known; the others begin when the last they wait for is reached. */
function drawBegin(column: Float64Array, earliest: WorkingDay, waitedFor: readonly number[], room: DrawRoom): void {
  const [first, ...others] = waitedFor;
  // What is still to come is later than all that was reached, and than the programme's start.
  if (first === undefined) column.fill(earliest);
  else column.set(room.columns[first] as Float64Array);
  for (const other of others) putOff(column, room.columns[other] as Float64Array);
}

/**
 * Draws the day on which each milestone still to come is reached, and the day the whole programme is finished, `room.draws` times.
 *
 * @returns indices, in the network, of the drawn milestones that none waits for; a drawn milestone's days stand at its index in
 * `room.columns`, those of the whole in `room.finish`
 * @example simulate({ programme: drains, network, today: 30, seed: 1, slips }, drawRoom(10_000)) // [1], the building
 */
export function simulate({ programme, network, today, seed, slips }: Simulated, room: DrawRoom): number[] {
  const last = new Set<number>();
  for (const [index, milestone] of network.milestones.entries()) {
    if (milestone.finished !== null) continue;
    const column = (room.columns[index] ??= new Float64Array(room.draws));
    const waitedFor = (network.after[index] ?? []).filter((earlier) => network.milestones[earlier]?.finished === null);
    const earliest = earliestBegin(programme, network, index);
    const plannedDays = network.plannedDays[index] ?? 1;
    drawBegin(column, earliest, waitedFor, room);
    fillRandom(randomState(`${programme.id}/${milestone.id}`, seed), room.bits);
    const elapsed = waitedFor.length === 0 ? today - earliest : 0;
    if (elapsed > 0) addRunning(column, plannedDays, elapsed, slips, room.bits);
    else addFresh(column, plannedDays, slips, room.bits);
    for (const earlier of waitedFor) last.delete(earlier);
    last.add(index);
  }
  drawBegin(room.finish, today, [...last], room);
  return [...last];
}
