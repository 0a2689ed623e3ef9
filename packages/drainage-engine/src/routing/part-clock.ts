import type { DrainageModel } from '../model/drainage-model.ts';
import type { Network } from './network.ts';

/** A calm part takes at most so long a step, s, or the routing step where that is longer. */
export const LONGEST_STEP = 30;

/**
 * Which parts of the network step now, and how far. A calm part lets several routing steps pass and takes them at once; a part that is not
 * calm steps every time.
 */
export class PartClock {
  /** The parts that step now, `count` of them. */
  readonly due: Int32Array;
  count = 0;
  /** Step that each part took last or takes now, s. */
  readonly step: Float64Array;
  readonly #lag: Float64Array;
  readonly #allowed: Float64Array;
  readonly #mayWait: Uint8Array;

  /** @param mayWait 0 for parts that step every time */
  constructor(mayWait: Uint8Array) {
    this.due = new Int32Array(mayWait.length);
    this.step = new Float64Array(mayWait.length);
    this.#lag = new Float64Array(mayWait.length);
    this.#allowed = new Float64Array(mayWait.length);
    this.#mayWait = mayWait;
  }

  /**
   * Lets `dt` seconds pass and lists in `due` the parts that step now.
   *
   * @param settles all of them do, since their state is asked for
   */
  pass(dt: number, settles: boolean): void {
    let count = 0;
    for (let p = 0; p < this.due.length; p++) {
      const lag = this.#lag[p]! + dt;
      // A part that cannot wait for one more step like this one steps now.
      if (settles || lag + dt > this.#allowed[p]!) {
        this.due[count++] = p;
        this.step[p] = lag;
        this.#lag[p] = 0;
      } else this.#lag[p] = lag;
    }
    this.count = count;
  }

  /** Sets how long the next step of a part may be, s. */
  allow(part: number, seconds: number): void {
    this.#allowed[part] = this.#mayWait[part] === 0 ? 0 : seconds;
  }
}

/**
 * Which parts may let a step pass (1): those without pumps, gates and other structures and without unsteady inflows; none where rules,
 * losses, outfalls onto catchments or means look at the network at every step, and none in a screening mode.
 *
 * @param unsteady nodes whose inflow changes
 */
export function waitingParts(model: DrainageModel, net: Network, unsteady: readonly number[], isWatched: boolean): Uint8Array {
  const mayWait = new Uint8Array(net.partCount);
  if (isWatched || model.controls.rules.length > 0 || model.report.averages || model.options.routing !== 'dynamic-wave') return mayWait;
  for (let p = 0; p < net.partCount; p++) {
    const isIn = (n: number): boolean =>
      (n >= net.partNode[p]! && n < net.partNode[p + 1]!) || (n >= net.partOutfall[p]! && n < net.partOutfall[p + 1]!);
    mayWait[p] = net.partStructure[p] === net.partStructure[p + 1] && !unsteady.some(isIn) ? 1 : 0;
  }
  return mayWait;
}
