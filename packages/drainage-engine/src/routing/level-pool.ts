import { offset1 } from './link-values.ts';
import { FalsePosition } from './false-position.ts';
import type { FlowOrder } from './flow-order.ts';
import type { KinematicConduits } from './kinematic-conduits.ts';
import type { NetworkState } from './network-state.ts';
import { CONDUIT, DUMMY, PUMP, type Network } from './network.ts';
import { storageVolume, type StorageSet } from './storage.ts';
import type { Structures } from './structures.ts';

/**
 * Storages as level pools: what leaves through each conduit, orifice, weir, outlet and pump follows from the level alone, as though nothing
 * stood below (SWMM Reference Manual Vol. II, section 4.3; modified Puls). The level at the end of a step is found by bracketing instead of
 * the manual's ten relaxed substitutions, which do not converge where a pond is small for the step.
 */
export class LevelPools {
  /** Outflow through each link that leaves a storage, m3/s, of the last `solve`. */
  readonly outflow: Float64Array;
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #storages: StorageSet;
  readonly #structures: Structures;
  readonly #conduits: KinematicConduits;
  readonly #order: FlowOrder;
  readonly #search = new FalsePosition();

  constructor(parts: {
    readonly net: Network;
    readonly state: NetworkState;
    readonly storages: StorageSet;
    readonly structures: Structures;
    readonly conduits: KinematicConduits;
    readonly order: FlowOrder;
  }) {
    this.#net = parts.net;
    this.#state = parts.state;
    this.#storages = parts.storages;
    this.#structures = parts.structures;
    this.#conduits = parts.conduits;
    this.#order = parts.order;
    this.outflow = new Float64Array(parts.net.linkCount);
  }

  /** What storage `n` holds up to its rim, m3. */
  capacity(n: number): number {
    return storageVolume(this.#storages, n, this.#net.rim[n]!);
  }

  /**
   * Finds the outflows at the end of a step, so that volume + span x outflow = water, at most at the rim.
   *
   * @param inflow at the end of the step, m3/s, which ideal pumps pass on
   * @param water volume that would be reached without outflow at the end of the step, m3
   * @param span share of the step that this outflow counts for, s
   * @param most what may leave without emptying more than the storage holds, m3/s
   * @returns the sum of the outflows, m3/s
   */
  solve(n: number, inflow: number, water: number, span: number, most: number): number {
    const rim = this.#net.rim[n]!;
    const atBed = span * Math.min(most, this.#outflowAt(n, 0, inflow)) - water;
    if (atBed < 0) {
      const atRim = this.capacity(n) + span * Math.min(most, this.#outflowAt(n, rim, inflow)) - water;
      // Else it stands at its rim, for which the outflows have just been found.
      if (atRim > 0) {
        this.#search.begin(0, atBed, rim, atRim, 1e-10 * rim);
        while (this.#search.isWide()) {
          const depth = this.#search.guess();
          const miss = storageVolume(this.#storages, n, depth) + span * Math.min(most, this.#outflowAt(n, depth, inflow)) - water;
          if (Math.abs(miss) < 1e-10 * water) break;
          this.#search.take(depth, miss);
        }
      }
    }
    return this.#atMost(n, most);
  }

  /** Depth at which storage `n` holds a volume, m; at most its rim. */
  depthOf(n: number, volume: number): number {
    const rim = this.#net.rim[n]!;
    if (!(volume > 0)) return 0;
    const most = storageVolume(this.#storages, n, rim) - volume;
    if (!(most > 0)) return rim;
    this.#search.begin(0, -volume, rim, most, 1e-10 * rim);
    let depth = rim;
    while (this.#search.isWide()) {
      depth = this.#search.guess();
      const miss = storageVolume(this.#storages, n, depth) - volume;
      if (Math.abs(miss) < 1e-10 * volume) break;
      this.#search.take(depth, miss);
    }
    return depth;
  }

  /** Shares what may leave among the links that would let more pass. */
  #atMost(n: number, most: number): number {
    const { start, links } = this.#order;
    let sum = 0;
    for (let k = start[n]!; k < start[n + 1]!; k++) sum += this.outflow[links[k]!]!;
    if (sum <= most) return sum;
    for (let k = start[n]!; k < start[n + 1]!; k++) this.outflow[links[k]!]! *= most / sum;
    return most;
  }

  #outflowAt(n: number, depth: number, inflow: number): number {
    const { start, links } = this.#order;
    let sum = 0;
    for (let k = start[n]!; k < start[n + 1]!; k++) {
      const i = links[k]!;
      const q = this.#through(i, n, depth, inflow);
      this.outflow[i] = q;
      sum += q;
    }
    return sum;
  }

  #through(i: number, n: number, depth: number, inflow: number): number {
    const net = this.#net;
    switch (net.kind[i]) {
      case CONDUIT:
        return this.#conduits.drawnAt(i, depth - offset1(net, i));
      case PUMP: {
        const to = net.to[i]!;
        // The level below is that of the step's beginning: the storage is reckoned before what it feeds.
        const lift = net.invert[to]! + this.#state.oldDepth[to]! - net.invert[n]! - depth;
        return this.#structures.pumped(i, Math.max(0, inflow), storageVolume(this.#storages, n, depth), depth, lift);
      }
      case DUMMY:
        // A section without area draws nothing from a level, as in SWMM; a warning names it.
        return 0;
      default:
        return Math.max(0, this.#structures.openingFlow(i, net.invert[n]! + depth, net.invert[n]!));
    }
  }
}
