import { normalDepth } from '../sections/normal-depth.ts';
import { atSection, sectionAt } from '../sections/section-at.ts';
import type { StepOutcome } from './dynamic-wave.ts';
import { downstreamOrder } from './kinematic-limits.ts';
import { flowLimit, fullFlow, offset1, offset2, realLength } from './link-values.ts';
import { sumSides, volumeOf, type NetworkState } from './network-state.ts';
import { DUMMY, PONDS, type Network } from './network.ts';
import { BETA, FIXED, FULL, HEAD, LOSS, MOVING, NET, NODE, OLD_NET, TOP_WIDTH } from './records.ts';

/** Weight of the later moment, and of the lower end, in the four-point scheme (SWMM Reference Manual Vol. II, section 4.2). */
const LATE = 0.6;

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
    this.#inflow = link();
    this.#ahead = link();
    this.#area1 = link();
    this.#area2 = link();
    this.#depth1 = link();
    this.#depth2 = link();
    for (let i = 0; i < net.conduitCount; i++) {
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
        this.#conduit(i, q / many, dt);
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

  /** One conduit, with the inflow `q1` of one barrel at the end of the step. */
  #conduit(i: number, q1: number, dt: number): void {
    const net = this.#net;
    const state = this.#state;
    const set = net.sections;
    const beta = net.link[i * FIXED + BETA]!;
    const many = net.barrels[i]!;
    const full = net.link[i * FIXED + FULL]!;
    const y1 = normalDepth(set, i, q1, beta);
    const a1 = sectionAt(set, i, y1);
    let y2 = y1;
    let a2 = a1;
    let q2 = q1;
    if (!this.#isSteady) {
      const reach = realLength(net, i) / dt;
      // L/dt [(1 - w) dA1 + w dA2] + w (Q2 - Q1) + (1 - w) (Q2' - Q1') = 0, the primes at the beginning of the step, for the depth at the lower end.
      const oldQ2 = state.flow[i]! / many;
      let known =
        reach * ((1 - LATE) * (a1 - this.#area1[i]!) - LATE * this.#area2[i]!) - LATE * q1 + (1 - LATE) * (oldQ2 - this.#inflow[i]!);
      // Where a wave enters a dry conduit its upper end fills before anything has come: that is taken from the next steps.
      known += this.#ahead[i]!;
      this.#ahead[i] = known > 0 ? known : 0;
      let low = 0;
      let high = full;
      if (known >= 0) {
        y2 = 0;
        a2 = 0;
      } else if (known + this.#held(i, full, reach) <= 0) {
        y2 = full;
        a2 = sectionAt(set, i, full);
      } else {
        for (let k = 0; k < 40; k++) {
          const middle = 0.5 * (low + high);
          if (known + this.#held(i, middle, reach) < 0) low = middle;
          else high = middle;
        }
        y2 = 0.5 * (low + high);
        a2 = sectionAt(set, i, y2);
      }
      q2 = Math.max(0, -(known + LATE * reach * a2) / LATE);
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
