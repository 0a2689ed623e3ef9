import { normalDepth } from '../sections/normal-depth.ts';
import { KEEP_TIME } from './conduit-volume.ts';
import { atSection, sectionAt } from '../sections/section-at.ts';
import type { StepOutcome } from './dynamic-wave.ts';
import { downstreamOrder } from './kinematic-limits.ts';
import { flowLimit, fullFlow, offset1, offset2, realLength } from './link-values.ts';
import { sumSides, volumeOf, type NetworkState } from './network-state.ts';
import { DUMMY, PONDS, type Network } from './network.ts';
import { BETA, FIXED, FULL, HEAD, LOSS, MOVING, NET, NODE, OLD_NET, TOP_WIDTH } from './records.ts';

/** Weight of the later moment, and of the lower end, in the four-point scheme (SWMM Reference Manual Vol. II, section 4.2). */
const LATE = 0.6;

/** Depth at which a section carries most, m: its top, or somewhat below a crown that closes over the water. */
function fullestDepth({ sections }: Network, i: number): number {
  const full = sections.fullDepth[sections.of[i]!]!;
  let best = full;
  let most = 0;
  for (let share = 0.8; share <= 1.0001; share += 0.005) {
    const area = sectionAt(sections, i, Math.min(full, share * full));
    const carried = area * Math.cbrt(atSection[1]! * atSection[1]!);
    if (carried <= most) continue;
    most = carried;
    best = Math.min(full, share * full);
  }
  return best;
}

/**
 * Kinematic wave, or steady flow, from the uppermost conduit down: continuity with Manning's normal flow at both ends of each conduit. What
 * exceeds the full flow of a conduit stands on or leaves its upper node.
 */
export class KinematicWave {
  /** Weight of the end of a step in what flows during it. */
  readonly late: number;
  /** Water that left over rims in the last step, m3. */
  flooded = 0;
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #isSteady: boolean;
  readonly #order: Int32Array;
  /** Of one barrel: flow into the conduit (m3/s), areas at its ends (m2). */
  readonly #inflow: Float64Array;
  readonly #area1: Float64Array;
  readonly #area2: Float64Array;
  readonly #depth1: Float64Array;
  readonly #depth2: Float64Array;
  /** Water that a conduit holds before it came, m3/s over a step of equal length. */
  readonly #ahead: Float64Array;
  /**
   * Of one barrel: water that filled a conduit although it also left over the rim above it, less what found no room in it, m3, taken back
   * slowly.
   */
  readonly #lentOut: Float64Array;
  /** Depth at which each conduit carries most, m. */
  readonly #mostAt: Float64Array;
  /** What arrives at each node, m3/s. */
  readonly #rate: Float64Array;
  readonly #outcome: StepOutcome = { trials: 1, isConverged: true };

  constructor(net: Network, state: NetworkState, isSteady: boolean) {
    this.#net = net;
    this.#state = state;
    this.#isSteady = isSteady;
    this.late = isSteady ? 1 : LATE;
    this.#order = downstreamOrder(net) ?? new Int32Array(0);
    this.#rate = new Float64Array(net.nodeCount);
    const link = (): Float64Array => new Float64Array(net.linkCount);
    this.#mostAt = link();
    this.#lentOut = link();
    this.#inflow = link();
    this.#ahead = link();
    this.#area1 = link();
    this.#area2 = link();
    this.#depth1 = link();
    this.#depth2 = link();
    for (let i = 0; i < net.conduitCount; i++) {
      this.#mostAt[i] = fullestDepth(net, i);
      const q = Math.max(0, state.flow[i]!) / net.barrels[i]!;
      const y = normalDepth(net.sections, i, q, net.link[i * FIXED + BETA]!);
      this.#inflow[i] = q;
      this.#depth1[i] = y;
      this.#depth2[i] = y;
      this.#area1[i] = sectionAt(net.sections, i, y);
      this.#area2[i] = this.#area1[i]!;
    }
  }

  /** All water in conduits and on nodes, m3. Steady flow holds none in its conduits: what comes in leaves at once. */
  storedVolume(): number {
    let sum = 0;
    const net = this.#net;
    const { conduitCount, barrels, nodeCount } = net;
    for (let i = 0; i < conduitCount && !this.#isSteady; i++) {
      sum += ((1 - LATE) * this.#area1[i]! + LATE * this.#area2[i]!) * realLength(net, i) * barrels[i]!;
      sum -= this.#lentOut[i]! * barrels[i]!;
    }
    for (let n = 0; n < nodeCount; n++) sum += volumeOf(net, this.#state, n);
    return sum;
  }

  /** Nothing comes back from an outfall. */
  setOutfalls(): void {}

  /** One step of all parts; see `DynamicWave.step`. */
  step(dt: number): StepOutcome {
    const net = this.#net;
    const state = this.#state;
    const { flow, depth, node, lateral, volume, oldVolume, overflow } = state;
    const rate = this.#rate;
    state.oldFlow.set(flow);
    state.oldArea.set(state.area);
    state.oldDepth.set(depth);
    oldVolume.set(volume);
    for (let at = 0; at < node.length; at += NODE) node[at + OLD_NET] = node[at + NET]!;
    state.oldLateral.set(lateral);
    lateral.set(state.arriving);
    sumSides(net, state);
    this.flooded = 0;
    for (let n = 0; n < net.nodeCount; n++) {
      rate[n] = lateral[n]! - node[n * NODE + LOSS]!;
      depth[n] = 0;
    }
    for (let k = 0; k < this.#order.length; k++) {
      const i = this.#order[k]!;
      const n = net.from[i]!;
      const below = net.to[i]!;
      const many = net.barrels[i]!;
      const offered = Math.max(0, rate[n]!) + volumeOf(net, state, n) / dt;
      let q = offered;
      const before = overflow[n]!;
      if (net.kind[i] !== DUMMY) {
        const most = Math.min(fullFlow(net, i), flowLimit(net, i));
        if (q > most) q = most;
        this.#conduit(i, q / many, offered / many, dt);
      } else flow[i] = q;
      const excess = offered - q;
      if ((net.traits[n]! & PONDS) !== 0) {
        const place = net.storeOf[n]!;
        // What stands on the node from the last step was offered again.
        volume[place] = excess * dt;
        overflow[n] = Math.max(0, (volume[place]! - oldVolume[place]!) / dt);
      } else {
        overflow[n] = excess > 1e-9 ? excess : 0;
        this.flooded += (this.late * overflow[n]! + (1 - this.late) * before) * dt;
      }
      node[n * NODE + NET] = offered - q;
      rate[below]! += flow[i]!;
      if (net.kind[i] !== DUMMY) {
        const y1 = this.#depth1[i]! + offset1(net, i);
        if (y1 > depth[n]!) depth[n] = y1;
        if (excess > 1e-9) depth[n] = Math.max(depth[n]!, net.rim[n]!);
        const y2 = this.#depth2[i]! + offset2(net, i);
        if (y2 > depth[below]!) depth[below] = y2;
      }
    }
    for (let n = net.outfallStart; n < net.nodeCount; n++) node[n * NODE + NET] = rate[n]!;
    for (let n = 0; n < net.nodeCount; n++) node[n * NODE + HEAD] = net.invert[n]! + depth[n]!;
    return this.#outcome;
  }

  /** The part of the continuity of a conduit that the depth at its lower end sets, m3/s. */
  #held(i: number, depth: number, reach: number): number {
    const a = sectionAt(this.#net.sections, i, depth);
    return LATE * a * (reach + this.#net.link[i * FIXED + BETA]! * Math.cbrt(atSection[1]! * atSection[1]!));
  }

  /**
   * Depth at the lower end that closes the balance of a conduit, m. Near its crown a closed section carries the less the fuller it is: what
   * lies between its fullest flow and its top is asked first.
   */
  #lowerDepth(i: number, known: number, reach: number): number {
    const full = this.#net.link[i * FIXED + FULL]!;
    const most = this.#mostAt[i]!;
    if (known >= 0) return 0;
    const atFull = known + this.#held(i, full, reach);
    const atMost = most < full ? known + this.#held(i, most, reach) : atFull;
    if (atFull <= 0 && atMost <= 0) return full;
    const isAbove = atFull <= 0 !== atMost <= 0;
    let low = isAbove ? most : 0;
    let high = isAbove ? full : most;
    const isFalling = isAbove && atFull <= 0;
    for (let k = 0; k < 40; k++) {
      const middle = 0.5 * (low + high);
      if (known + this.#held(i, middle, reach) < 0 === isFalling) high = middle;
      else low = middle;
    }
    return 0.5 * (low + high);
  }

  /** One conduit, with the inflow `q1` of one barrel at the end of the step, of what was offered. */
  #conduit(i: number, q1: number, offered: number, dt: number): void {
    const net = this.#net;
    const state = this.#state;
    const set = net.sections;
    const beta = net.link[i * FIXED + BETA]!;
    const many = net.barrels[i]!;
    const full = net.link[i * FIXED + FULL]!;
    // The full flow fills the upper end, and what is offered beyond it presses on until the lower end is full too.
    const isFull = q1 * many >= fullFlow(net, i);
    const y1 = isFull ? full : normalDepth(set, i, q1, beta);
    const a1 = sectionAt(set, i, y1);
    let y2 = y1;
    let a2 = a1;
    let q2 = q1;
    if (!this.#isSteady) {
      const reach = realLength(net, i) / dt;
      // L/dt [(1 - w) dA1 + w dA2] + w (Q2 - Q1) + (1 - w) (Q2' - Q1') = 0, the primes at the beginning of the step, for the depth at the lower end.
      const oldQ2 = state.flow[i]! / many;
      let known =
        reach * ((1 - LATE) * (a1 - this.#area1[i]!) - LATE * this.#area2[i]!) -
        LATE * (isFull ? offered : q1) +
        (1 - LATE) * (oldQ2 - this.#inflow[i]!);
      // Where a wave enters a dry conduit its upper end fills before anything has come: that is taken from the next steps.
      known += this.#ahead[i]!;
      this.#ahead[i] = known > 0 ? known : 0;
      known += (this.#lentOut[i]! / dt) * Math.min(1, dt / KEEP_TIME);
      y2 = this.#lowerDepth(i, known, reach);
      a2 = y2 > 0 ? sectionAt(set, i, y2) : 0;
      const isFilled = y2 === full;
      q2 = isFilled ? fullFlow(net, i) / many : Math.max(0, -(known + LATE * reach * a2) / LATE);
      if (isFull || isFilled || this.#lentOut[i] !== 0) {
        const gained = (1 - LATE) * (a1 - this.#area1[i]!) + LATE * (a2 - this.#area2[i]!);
        const passed = LATE * (q1 - q2) + (1 - LATE) * (this.#inflow[i]! - oldQ2);
        this.#lentOut[i]! += dt * (reach * gained - passed);
      }
    }
    this.#inflow[i] = q1;
    this.#area1[i] = a1;
    this.#area2[i] = a2;
    this.#depth1[i] = y1;
    this.#depth2[i] = y2;
    state.flow[i] = q2 * many;
    state.linkDepth[i] = 0.5 * (y1 + y2);
    state.area[i] = 0.5 * (a1 + a2);
    sectionAt(set, i, state.linkDepth[i]!);
    state.link[i * MOVING + TOP_WIDTH] = atSection[0]!;
  }
}
