import { logUpperTail, normalQuantile, upperTail } from './normal-distribution.ts';
import type { Belief } from './slip-model.ts';

const CELLS = 1 << 14;
const GRID = 385;
const FAR = 5;

/**
 * exp(σ z) at each 16,384th of the standard normal distribution, to be read between two cells: a log-normal draw for the price of two
 * reads, and monotone in its uniform number, so that a slower history never makes the same draw quicker.
 *
 * The outermost cells end at a twentieth of their share, which keeps mean and spread within 0.1 % for the spreads that history shows.
 *
 * @param sigma standard deviation of ln(actual / planned) from milestone to milestone
 * @returns 16,385 multipliers, growing
 * @example slipTable(0.4)[8192] // 1, the middle case
 */
export function slipTable(sigma: number): Float64Array {
  const table = new Float64Array(CELLS + 1);
  for (let cell = 0; cell <= CELLS; cell++) {
    const share = Math.min(1 - 0.05 / CELLS, Math.max(0.05 / CELLS, cell / CELLS));
    table[cell] = Math.exp(sigma * normalQuantile(share));
  }
  return table;
}

/**
 * The multiplier at a 32-bit uniform number: its upper 14 bits choose the cell, the rest the place in it.
 *
 * @example slipAt(slipTable(0.4), 0x80000000) // 1
 */
export function slipAt(table: Float64Array, bits: number): number {
  const cell = bits >>> 18;
  const low = table[cell] as number;
  return low + ((table[cell + 1] as number) - low) * (bits & 0x3ffff) * (1 / 0x40000);
}

/**
 * The programme's own pace in each draw: exp of a normal about the belief, re-weighed by how well each pace explains that the milestones
 * still running have run so long (Bayes on a grid). It is shared by all milestones of a draw, which is what makes programmes late as a
 * whole; drawn independently, slips would cancel out and the forecast be far too sure.
 *
 * Stratified: draw d takes the quantile (d + 1/2) / draws, growing with d, which removes the noise of the one number that matters most
 * (McKay, Beckman & Conover 1979). All other numbers of a draw are independent of d.
 *
 * @param atLeast ln(elapsed / planned) of each milestone still running
 * @param paces filled, growing
 * @example drawPaces({ mean: 0.2, variance: 0.04 }, 0.4, [], paces) // exp of a normal about 0.2
 */
export function drawPaces(belief: Belief, sigma: number, atLeast: readonly number[], paces: Float64Array): void {
  const deviation = Math.sqrt(belief.variance);
  const step = (FAR * 2.6) / (GRID - 1);
  const logs = new Float64Array(GRID);
  let highest = Number.NEGATIVE_INFINITY;
  for (let point = 0; point < GRID; point++) {
    const z = point * step - FAR;
    let log = (-z * z) / 2;
    for (const least of atLeast) log += logUpperTail((least - belief.mean - z * deviation) / sigma);
    logs[point] = log;
    highest = Math.max(highest, log);
  }
  let total = 0;
  for (let point = 0; point < GRID; point++) total += Math.exp((logs[point] as number) - highest);
  let point = 0;
  let reached = Math.exp((logs[0] as number) - highest);
  let pace = Math.exp(belief.mean - FAR * deviation);
  for (let draw = 0; draw < paces.length; draw++) {
    const wanted = ((draw + 0.5) / paces.length) * total;
    while (reached < wanted && point < GRID - 1) {
      point++;
      reached += Math.exp((logs[point] as number) - highest);
      pace = Math.exp(belief.mean + (point * step - FAR) * deviation);
    }
    paces[draw] = pace;
  }
}

/**
 * How much longer than its plan a milestone will have taken that has already run a while: the same log-normal, cut off below at what has
 * run, so that no draw finishes it yesterday.
 *
 * @param uniform above 0 and at most 1; large ones finish soon
 * @param runZ (ln(elapsed / planned) - ln pace) / σ
 * @param tail `upperTail(runZ)`, which the caller knows for many draws at once
 * @returns the multiplier of planned days times pace
 * @example runningSlip(table, 0.4, 0.5, 0, 0.5) // 1.31: of what has run its usual time, half is reached within 1.31 of it
 */
export function runningSlip(table: Float64Array, sigma: number, uniform: number, runZ: number, tail: number): number {
  // Rayleigh's tail: exact in the limit, and safe where the share above has no double any more (Marsaglia 1964).
  if (runZ > FAR) return Math.exp(sigma * Math.sqrt(runZ * runZ - 2 * Math.log(uniform)));
  const above = uniform * tail;
  if (above < 0.002) return Math.exp(-sigma * normalQuantile(above));
  return slipAt(table, ((1 - above) * 0x100000000) >>> 0);
}

/**
 * `upperTail` as `runningSlip` takes it: 0 so far out that it goes by another way.
 *
 * @example tailAbove(0) // 0.5
 */
export function tailAbove(runZ: number): number {
  return runZ > FAR ? 0 : upperTail(runZ);
}
