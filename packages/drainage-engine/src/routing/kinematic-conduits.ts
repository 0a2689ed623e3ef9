import { flowLimit, fullFlow, kernelLength } from './link-values.ts';
import type { HotStart } from '../model/hot-start.ts';
import { normalDepth } from '../sections/normal-depth.ts';
import { atSection, sectionAt } from '../sections/section-at.ts';
import { FalsePosition } from './false-position.ts';
import type { NetworkState } from './network-state.ts';
import { IS_CLOSED, type Network } from './network.ts';
import { BETA, FULL, FIXED } from './records.ts';

/** Weight of the later moment, and of the lower end, in the four-point scheme (SWMM Reference Manual Vol. II, section 4.2). */
export const LATE = 0.6;

/** Depth at which a section carries most, m: below the crown where the wet lid slows a full one. */
function busiestDepth(net: Network, i: number): number {
  const set = net.sections;
  const full = net.link[i * FIXED + FULL]!;
  if ((net.special[i]! & IS_CLOSED) === 0) return full;
  let most = 0;
  let depth = full;
  for (let k = 200; k >= 100; k--) {
    const area = sectionAt(set, i, (full * k) / 200);
    const conveyance = area * Math.cbrt(atSection[1]! * atSection[1]!);
    if (conveyance <= most) continue;
    most = conveyance;
    depth = (full * k) / 200;
  }
  return depth;
}

/**
 * Conduits by the kinematic wave: continuity between the two ends, at both of which Manning's normal flow runs; or by steady flow, where
 * what comes in leaves at once (SWMM Reference Manual Vol. II, chapter 4).
 */
export class KinematicConduits {
  /** Depths at the ends, m. */
  readonly depth1: Float64Array;
  readonly depth2: Float64Array;
  /**
   * What the conduit routed last took besides its full flow to fill up, m3/s of all barrels. Only the end of its step counts it: at the
   * beginning of the next one it flows in no more.
   */
  filling = 0;
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #isSteady: boolean;
  /** Of one barrel: flow into the conduit, m3/s, and areas at its ends, m2. */
  readonly #inflow: Float64Array;
  readonly #area1: Float64Array;
  readonly #area2: Float64Array;
  /** Water of one barrel that the areas show before it came, m3; below 0 where they do not show all of it. */
  readonly #ahead: Float64Array;
  readonly #busiest: Float64Array;
  readonly #search = new FalsePosition();

  constructor(net: Network, state: NetworkState, isSteady: boolean, hotStart: HotStart | null) {
    this.#net = net;
    this.#state = state;
    this.#isSteady = isSteady;
    const each = (): Float64Array => new Float64Array(net.conduitCount);
    this.depth1 = each();
    this.depth2 = each();
    this.#inflow = each();
    this.#area1 = each();
    this.#area2 = each();
    this.#ahead = each();
    this.#busiest = each();
    for (let i = 0; i < net.conduitCount; i++) {
      this.#busiest[i] = busiestDepth(net, i);
      const q = Math.max(0, state.flow[i]!) / net.barrels[i]!;
      const y2 = normalDepth(net.sections, i, q, net.link[i * FIXED + BETA]!);
      const hot = hotStart?.links[net.modelLink[i]!];
      // A hot start holds the mean of both depths.
      const y1 = hot === undefined ? y2 : Math.min(net.link[i * FIXED + FULL]!, Math.max(0, 2 * hot.depth - y2));
      this.#keep(i, y1, hot === undefined ? q : this.#normalFlow(i, y1), y2, q);
    }
  }

  /** All water in conduits, m3. Steady flow holds none. */
  storedVolume(): number {
    let sum = 0;
    const net = this.#net;
    const { conduitCount, barrels } = net;
    for (let i = 0; i < conduitCount && !this.#isSteady; i++) {
      sum += (((1 - LATE) * this.#area1[i]! + LATE * this.#area2[i]!) * kernelLength(net, i) - this.#ahead[i]!) * barrels[i]!;
    }
    return sum;
  }

  /** What a conduit took in the last step, m3/s of all barrels. */
  takenBy(i: number): number {
    return this.#inflow[i]! * this.#net.barrels[i]!;
  }

  /** Normal flow of one barrel at a depth, m3/s. */
  #normalFlow(i: number, depth: number): number {
    const area = sectionAt(this.#net.sections, i, depth);
    return this.#net.link[i * FIXED + BETA]! * area * Math.cbrt(atSection[1]! * atSection[1]!);
  }

  /** What a conduit takes of its upper node's water when that stands at a depth over its bed, m3/s of all barrels. */
  drawnAt(i: number, depth: number): number {
    if (!(depth > 0)) return 0;
    const q = this.#normalFlow(i, depth) * this.#net.barrels[i]!;
    return Math.min(q, this.#most(i));
  }

  /** What a conduit may take at most, m3/s of all barrels; nothing where a rule has closed it. */
  #most(i: number): number {
    const net = this.#net;
    if (net.settingCount > 0 && this.#state.setting[i]! <= 0) return 0;
    return Math.min(fullFlow(net, i), flowLimit(net, i));
  }

  /**
   * One step of one conduit.
   *
   * @param offered flow that its upper node offers at the end of the step, m3/s of all barrels
   * @param loss what evaporates and seeps from it during the step, m3/s
   * @param fills whether it may take more than its full flow as long as it does not run full; see `filling`
   * @returns what it takes, at most its full flow, m3/s
   */
  route(i: number, offered: number, loss: number, fills: boolean, dt: number): number {
    const set = this.#net.sections;
    const beta = this.#net.link[i * FIXED + BETA]!;
    const many = this.#net.barrels[i]!;
    const most = this.#most(i);
    const q1 = Math.min(offered, most) / many;
    // The full flow fills the upper end: on its way to the lower one the conduit carries its most.
    const isFull = q1 * many >= fullFlow(this.#net, i);
    const y1 = isFull ? this.#net.link[i * FIXED + FULL]! : normalDepth(set, i, q1, beta);
    this.filling = 0;
    if (this.#isSteady) {
      const q2 = Math.max(0, q1 - loss / many);
      this.#keep(i, y1, q1, normalDepth(set, i, q2, beta), q2);
      return q1 * many;
    }
    let known = this.#known(i, y1, q1, loss / many, dt);
    if (fills && offered > most && most === fullFlow(this.#net, i)) {
      const extra = this.#extra(i, (offered - most) / many, known, dt);
      known -= LATE * extra;
      this.filling = extra * many;
    }
    this.#settle(i, y1, q1, known, dt);
    return q1 * many;
  }

  /** What a conduit takes of the flow `over` its full flow: all, as long as one of its depths passes that on, else what fills its section. */
  #extra(i: number, over: number, known: number, dt: number): number {
    const reach = kernelLength(this.#net, i) / dt;
    const atFull = known + this.#held(i, this.#net.link[i * FIXED + FULL]!, reach);
    const atBusiest = known + this.#held(i, this.#busiest[i]!, reach);
    return Math.max(atFull, atBusiest) > LATE * over ? over : Math.max(0, atFull / LATE);
  }

  /**
   * All of the continuity of a conduit but what the depth at its lower end sets, m3/s:
   * L/dt [(1 - w) dA1 + w dA2] + w (Q2 - Q1) + (1 - w) (Q2' - Q1') + loss = 0, the primes at the beginning of the step.
   */
  #known(i: number, y1: number, q1: number, lost: number, dt: number): number {
    const reach = kernelLength(this.#net, i) / dt;
    const a1 = sectionAt(this.#net.sections, i, y1);
    const oldQ2 = this.#state.flow[i]! / this.#net.barrels[i]!;
    const held = reach * ((1 - LATE) * (a1 - this.#area1[i]!) - LATE * this.#area2[i]!);
    return held - LATE * q1 + (1 - LATE) * (oldQ2 - this.#inflow[i]!) + lost + this.#ahead[i]! / dt;
  }

  /** The part of it that the depth at the lower end sets. */
  #held(i: number, depth: number, reach: number): number {
    const a = sectionAt(this.#net.sections, i, depth);
    return LATE * a * (reach + this.#net.link[i * FIXED + BETA]! * Math.cbrt(atSection[1]! * atSection[1]!));
  }

  /** Finds the depth at the lower end and keeps the step. */
  #settle(i: number, y1: number, q1: number, known: number, dt: number): void {
    const reach = kernelLength(this.#net, i) / dt;
    const full = this.#net.link[i * FIXED + FULL]!;
    let y2 = 0;
    let left = known;
    if (known < 0) {
      const busiest = this.#busiest[i]!;
      const atFull = known + this.#held(i, full, reach);
      const atBusiest = busiest < full ? known + this.#held(i, busiest, reach) : atFull;
      left = 0;
      // Of two depths at which a closed section passes the same flow, the higher one, as in SWMM.
      if (atFull < 0 !== atBusiest < 0) y2 = this.#depthBetween(i, busiest, atBusiest, full, atFull, known, reach);
      else if (atFull > 0) y2 = this.#depthBetween(i, 0, known, busiest, atBusiest, known, reach);
      else {
        y2 = full;
        left = atFull;
      }
    }
    const stands = LATE * reach * sectionAt(this.#net.sections, i, y2);
    const q2 = Math.max(0, (left - known - stands) / LATE);
    // Where a wave enters a dry conduit its upper end fills before anything has come; where a full one is left it shrinks before that has
    // gone. What the lower end cannot make up for is left to the next steps.
    this.#ahead[i] = dt * (known + stands + LATE * q2);
    this.#keep(i, y1, q1, y2, q2);
  }

  // oxlint-disable-next-line max-params -- two ends of a bracket and the two numbers of the equation
  #depthBetween(i: number, low: number, atLow: number, high: number, atHigh: number, known: number, reach: number): number {
    const search = this.#search;
    search.begin(low, atLow, high, atHigh, 1e-9 * this.#net.link[i * FIXED + FULL]!);
    const enough = 1e-10 * Math.abs(known);
    let y = high;
    while (search.isWide()) {
      y = search.guess();
      const miss = known + this.#held(i, y, reach);
      if (miss < enough && miss > -enough) break;
      search.take(y, miss);
    }
    return y;
  }

  #keep(i: number, y1: number, q1: number, y2: number, q2: number): void {
    const state = this.#state;
    const set = this.#net.sections;
    this.depth1[i] = y1;
    this.depth2[i] = y2;
    this.#inflow[i] = q1;
    this.#area1[i] = sectionAt(set, i, y1);
    this.#area2[i] = sectionAt(set, i, y2);
    state.flow[i] = q2 * this.#net.barrels[i]!;
    state.linkDepth[i] = 0.5 * (y1 + y2);
    state.area[i] = 0.5 * (this.#area1[i]! + this.#area2[i]!);
  }
}
