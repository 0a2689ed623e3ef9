import type { ModelOptions } from '../model/options.ts';
import { GRAVITY } from '../sections/critical-depth.ts';
import type { KernelOptions } from './kernel-options.ts';
import type { NetworkState } from './network-state.ts';
import { DRY_DEPTH, STILL_FLOW, type Network } from './network.ts';
import { FIXED, FORESEEN, MOVING, NODE, QUARTER, TOP_WIDTH } from './records.ts';
import { LONGEST_STEP, type PartClock } from './part-clock.ts';

/** Courant number up to which a part may wait where the model itself asks for none. */
const USUAL_COURANT = 0.75;

/**
 * Share of the head tolerance by which a step may miss its forecast for its part to be calm. What a calm part leaves out stays well under
 * what the trials themselves leave open.
 */
const CALM_SHARE = 0.2;

/** The conduits of a calm part are looked at in every fourth of its steps, as long as their limit lies so far above the routing step. */
const LOOK_EVERY = 4;
const FAR_LIMIT = 1.25;

/** Chooses the length of each step, and how long each part may wait, and counts which link cut the step. */
export class StepChooser {
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #options: ModelOptions;
  readonly #clock: PartClock;
  /** A node that ends its step within this of its forecast is calm, m. */
  readonly #calm: number;
  readonly #longest: number;
  #isFirst = true;
  /** Longest step that each part allows, s, and whether a node says so. */
  readonly #limit: Float64Array;
  readonly #isCutByNode: Uint8Array;
  /** Of its conduits alone: the longest step, the link that says so (-1: none), how long the part may wait, and looks since they were found. */
  readonly #conduitLimit: Float64Array;
  readonly #cutBy: Int32Array;
  readonly #wait: Float64Array;
  readonly #age: Uint8Array;
  /** Longest step by the nodes of the part last looked at, s. */
  #nodeLimit = 0;
  /** Steps that each link cut, by kernel index. */
  readonly criticalSteps: Uint32Array;

  constructor(net: Network, state: NetworkState, options: ModelOptions, kernel: KernelOptions, clock: PartClock) {
    this.#net = net;
    this.#state = state;
    this.#options = options;
    this.#clock = clock;
    this.#calm = CALM_SHARE * kernel.tolerance;
    this.#longest = Math.max(LONGEST_STEP, options.routingStep);
    this.#limit = new Float64Array(net.partCount).fill(Infinity);
    this.#isCutByNode = new Uint8Array(net.partCount);
    this.#conduitLimit = new Float64Array(net.partCount);
    this.#cutBy = new Int32Array(net.partCount).fill(-1);
    this.#wait = new Float64Array(net.partCount);
    this.#age = new Uint8Array(net.partCount);
    this.criticalSteps = new Uint32Array(net.linkCount);
  }

  /**
   * Length of the next step, s (SWMM Reference Manual Vol. II, section 3.4, eqs. 3-30 to 3-32): Courant for every wet conduit, and a quarter of its
   * crown for every node's rise.
   */
  next(): number {
    const { routingStep, variableStep, minimumStep, routing } = this.#options;
    if (!(variableStep > 0) || routing !== 'dynamic-wave') return routingStep;
    const least = Math.min(Math.max(minimumStep, 0.001), routingStep);
    if (this.#isFirst) {
      this.#isFirst = false;
      return least;
    }
    let step = routingStep;
    let cutBy = -1;
    for (let p = 0; p < this.#limit.length; p++) {
      if (this.#limit[p]! >= step) continue;
      step = this.#limit[p]!;
      cutBy = this.#isCutByNode[p] === 0 ? this.#cutBy[p]! : -1;
    }
    if (cutBy >= 0) this.criticalSteps[cutBy]! += 1;
    return Math.max(least, Math.floor(step * 1000) / 1000);
  }

  /** Looks at the parts that have just stepped: what they allow the next step, and how long they may wait. */
  look(): void {
    const { due, count, step } = this.#clock;
    const far = FAR_LIMIT * this.#options.routingStep;
    for (let k = 0; k < count; k++) {
      const part = due[k]!;
      const taken = step[part]!;
      const miss = this.#lookAtNodes(part, taken);
      // In calm water the limit of the conduits hardly changes from step to step.
      const isFar = miss <= this.#calm && this.#conduitLimit[part]! > far && ++this.#age[part]! < LOOK_EVERY;
      if (!isFar) this.#lookAtConduits(part);
      this.#limit[part] = Math.min(this.#conduitLimit[part]!, this.#nodeLimit);
      this.#isCutByNode[part] = this.#nodeLimit < this.#conduitLimit[part]! ? 1 : 0;
      // The error of a step goes with its square: what missed by a quarter may be twice as long.
      const room = miss > this.#calm ? 0 : miss > 0.25 * this.#calm ? taken : 2 * taken;
      this.#clock.allow(part, Math.min(room, this.#wait[part]!, this.#nodeLimit));
    }
  }

  /** Courant for every wet conduit (SWMM Reference Manual Vol. II, eq. 3-24): sets the limit of a part, its link, and how long it may wait. */
  #lookAtConduits(part: number): void {
    const courant = this.#options.variableStep > 0 ? this.#options.variableStep : USUAL_COURANT;
    const { partConduit, link: fixed, barrels } = this.#net;
    const { flow, area, link } = this.#state;
    let step = this.#longest;
    let wait = step;
    let perWait = courant / wait;
    let cutBy = -1;
    const end = partConduit[part + 1]!;
    for (let i = partConduit[part]!; i < end; i++) {
      const top = link[i * MOVING + TOP_WIDTH]!;
      if (top <= 0) continue;
      const q = flow[i]! < 0 ? -flow[i]! : flow[i]!;
      const v = q / (area[i]! * barrels[i]!);
      const wave = GRAVITY * area[i]!;
      const length = 4 * fixed[i * FIXED + QUARTER]!;
      // A wave may not cross more than the link (compared as squares, so that most need no root).
      const reach = perWait * length - v;
      if (reach > 0 && reach * reach * top > wave) continue;
      const crossing = (courant * length) / (v + Math.sqrt(wave / top));
      if (crossing < wait) {
        wait = crossing;
        perWait = courant / wait;
      }
      // Still water may be crossed within a step of the model's own length, as in SWMM.
      if (q <= STILL_FLOW || v * v * top <= 1e-4 * wave || crossing >= step) continue;
      step = crossing;
      cutBy = i;
    }
    this.#age[part] = 0;
    this.#cutBy[part] = cutBy;
    this.#conduitLimit[part] = step;
    this.#wait[part] = wait;
  }

  /**
   * Sets `nodeLimit` to the step in which every node of a part moves by a quarter of its crown (SWMM Reference Manual Vol. II, eq. 3-25).
   *
   * @returns how far a node ended from its forecast at most, m; Infinity where one is under pressure or floods
   */
  #lookAtNodes(part: number, taken: number): number {
    const { partNode, crown, pressureCrown, rim } = this.#net;
    const { node, depth, oldDepth } = this.#state;
    let step = this.#longest;
    let most = 0;
    const end = partNode[part + 1]!;
    for (let n = partNode[part]!; n < end; n++) {
      const y = depth[n]!;
      const ahead = y - node[n * NODE + FORESEEN]!;
      const miss = ahead < 0 ? -ahead : ahead;
      if (miss > most) most = miss;
      if (y >= pressureCrown[n]! || y >= rim[n]!) most = Infinity;
      const rise = y < oldDepth[n]! ? oldDepth[n]! - y : y - oldDepth[n]!;
      if (rise * step <= 0.25 * crown[n]! * taken || rise < 1e-6 || y <= DRY_DEPTH || y + DRY_DEPTH > crown[n]!) continue;
      step = (0.25 * crown[n]! * taken) / rise;
    }
    this.#nodeLimit = step;
    return most;
  }
}
