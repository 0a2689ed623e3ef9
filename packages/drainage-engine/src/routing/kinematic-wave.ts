import { flowLimit, offset1, offset2 } from './link-values.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import type { HotStart } from '../model/hot-start.ts';
import type { Divider } from '../model/nodes.ts';
import { divertedFlow } from './divider.ts';
import type { StepOutcome } from './dynamic-wave.ts';
import { flowOrder, type FlowOrder } from './flow-order.ts';
import { KinematicConduits, LATE } from './kinematic-conduits.ts';
import { kinematicWarnings } from './kinematic-limits.ts';
import { LevelPools } from './level-pool.ts';
import { sumSides, volumeOf, type NetworkState } from './network-state.ts';
import { DUMMY, PONDS, IS_STORAGE, CONDUIT, type Network } from './network.ts';
import { HEAD, LOSS, NET, NODE, OLD_NET } from './records.ts';
import { SeriesReader } from './series-reader.ts';
import type { StorageSet } from './storage.ts';
import type { Structures } from './structures.ts';
import { TailwaterWatch } from './tailwater-watch.ts';

/** Weight of the beginning of a step. */
const EARLY = 1 - LATE;
/** Flow over a rim below which it is the rounding of the sums, m3/s. */
const LEAST_SPILL = 1e-9;

/** A divider with its two links. */
type Parting = {
  readonly rule: Divider['rule'];
  readonly main: number;
  readonly aside: number;
  readonly curve: SeriesReader | null;
};

/** What a kinematic wave is made of. */
type KinematicParts = {
  readonly model: DrainageModel;
  readonly net: Network;
  readonly state: NetworkState;
  readonly storages: StorageSet;
  readonly structures: Structures;
  /** What evaporates and seeps from each conduit, m3/s. */
  readonly conduitLoss: Float64Array;
  readonly hotStart: HotStart | null;
};

/**
 * Kinematic wave, or steady flow, from the uppermost node down (SWMM Reference Manual Vol. II, chapter 4): a node passes on what comes to
 * it, a divider by its rule, a storage by its level. What a conduit does not take stands on its upper node or leaves over its rim.
 *
 * The water that a node has at the end of a step is V = V' + dt [(1 - w) N' + w N] with its net inflow N, primes at the beginning, and with
 * the weight w that conduits also use, so that what one of them takes and what its node gives is the same water.
 */
export class KinematicWave {
  /** Weight of the end of a step in what flows during it. */
  readonly late = LATE;
  /** Water that left over rims in the last step, m3. */
  flooded = 0;
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #order: FlowOrder;
  readonly #conduits: KinematicConduits;
  readonly #pools: LevelPools;
  readonly #structures: Structures;
  readonly #conduitLoss: Float64Array;
  readonly #partings: ReadonlyMap<number, Parting>;
  /** What arrives at each node, m3/s. */
  readonly #rate: Float64Array;
  /** Water of each node, m3: as in the state, but below 0 where more has left than came. */
  readonly #volume: Float64Array;
  /** What the conduits below the present node take besides their full flow to fill up, m3/s. */
  #filling = 0;
  readonly #tailwater: TailwaterWatch;
  readonly #knownWarnings: readonly string[];
  readonly #outcome: StepOutcome = { trials: 1, isConverged: true };

  constructor(parts: KinematicParts) {
    const { model, net, state, structures, hotStart } = parts;
    this.#net = net;
    this.#state = state;
    this.#structures = structures;
    this.#conduitLoss = parts.conduitLoss;
    this.#order = flowOrder(net);
    this.#conduits = new KinematicConduits(net, state, model.options.routing === 'steady', hotStart);
    this.#pools = new LevelPools({ ...parts, conduits: this.#conduits, order: this.#order });
    this.#partings = partingsOf(model, net, this.#order);
    this.#tailwater = new TailwaterWatch(model, net, state);
    this.#knownWarnings = [`${model.options.routing} routing knows no backwater: it is for screening.`, ...kinematicWarnings(model, net)];
    this.#rate = new Float64Array(net.nodeCount);
    this.#volume = Float64Array.from({ length: net.nodeCount }, (_, n) => volumeOf(net, state, n));
    const { node, flow } = state;
    for (let n = 0; n < net.nodeCount; n++) node[n * NODE + NET] = 0;
    for (let i = 0; i < net.linkCount && hotStart !== null; i++) {
      node[net.from[i]! * NODE + NET]! -= i < net.conduitCount ? this.#conduits.takenBy(i) : flow[i]!;
      node[net.to[i]! * NODE + NET]! += flow[i]!;
    }
  }

  /** What a reader of the results should know, as far as they go. */
  warnings(): string[] {
    return [...this.#knownWarnings, ...this.#tailwater.warnings()];
  }

  /** All water in conduits and on nodes, m3. Steady flow holds none in its conduits: what comes in leaves at once. */
  storedVolume(): number {
    return this.#conduits.storedVolume() + this.#volume.reduce((sum, volume) => sum + volume, 0);
  }

  /** One step of all parts; see `DynamicWave.step`. */
  step(dt: number): StepOutcome {
    const state = this.#state;
    const { depth, node, lateral } = state;
    const { nodes } = this.#order;
    const { outfallStart, invert, traits } = this.#net;
    this.#begin();
    for (let k = 0; k < nodes.length; k++) {
      const n = nodes[k]!;
      if (n >= outfallStart) node[n * NODE + NET] = this.#rate[n]!;
      else if ((traits[n]! & IS_STORAGE) !== 0) this.#stepStorage(n, dt);
      else this.#stepJunction(n, dt);
    }
    for (let n = 0; n < lateral.length; n++) node[n * NODE + HEAD] = invert[n]! + depth[n]!;
    this.#tailwater.add(dt);
    return this.#outcome;
  }

  /** Keeps the old state and begins the sums of the nodes. */
  #begin(): void {
    const net = this.#net;
    const state = this.#state;
    const { node, lateral } = state;
    state.oldFlow.set(state.flow);
    state.oldArea.set(state.area);
    state.oldDepth.set(state.depth);
    state.oldVolume.set(state.volume);
    state.oldLateral.set(lateral);
    lateral.set(state.arriving);
    sumSides(net, state);
    state.depth.fill(0);
    this.flooded = 0;
    for (let n = 0; n < net.nodeCount; n++) {
      node[n * NODE + OLD_NET] = node[n * NODE + NET]!;
      this.#rate[n] = lateral[n]! - node[n * NODE + LOSS]!;
    }
  }

  #stepStorage(n: number, dt: number): void {
    const state = this.#state;
    const { start, links } = this.#order;
    const rate = this.#rate[n]!;
    const before = this.#volume[n]! + EARLY * dt * state.node[n * NODE + OLD_NET]!;
    const water = before + LATE * dt * rate;
    const given = this.#pools.solve(n, rate, water, LATE * dt, Math.max(0, rate + before / dt));
    let volume = water - LATE * dt * given;
    const over = Math.max(0, volume - this.#pools.capacity(n));
    volume -= over;
    this.flooded += over;
    state.overflow[n] = over / dt;
    state.node[n * NODE + NET] = rate - given;
    this.#volume[n] = volume;
    state.volume[this.#net.storeOf[n]!] = Math.max(0, volume);
    state.depth[n] = this.#pools.depthOf(n, volume);
    for (let k = start[n]!; k < start[n + 1]!; k++) this.#pass(links[k]!, this.#pools.outflow[links[k]!]!, false, dt);
  }

  #stepJunction(n: number, dt: number): void {
    const net = this.#net;
    const state = this.#state;
    const { overflow, volume } = state;
    const rate = this.#rate[n]!;
    // All that stands here is offered again.
    const water = this.#volume[n]! + dt * (EARLY * state.node[n * NODE + OLD_NET]! + rate);
    const offered = Math.max(0, water / dt);
    this.#filling = 0;
    const given = this.#passOn(n, offered, dt);
    const left = offered - given - this.#filling;
    const excess = left > LEAST_SPILL ? left : 0;
    const isPonded = (net.traits[n]! & PONDS) !== 0;
    const nets = rate - given - (isPonded ? 0 : excess);
    state.node[n * NODE + NET] = nets;
    this.#volume[n] = water - dt * (rate - LATE * (nets - this.#filling));
    if (isPonded) {
      volume[net.storeOf[n]!] = Math.max(0, this.#volume[n]!);
      overflow[n] = excess > 0 ? Math.max(0, nets) : 0;
    } else {
      this.flooded += (LATE * excess + EARLY * overflow[n]!) * dt;
      overflow[n] = excess;
    }
    // What is pressed into a full conduit stands at the rim.
    const isAtRim = excess > 0 || (!isPonded && !this.#partings.has(n) && this.#filling > LEAST_SPILL);
    if (isAtRim) state.depth[n] = Math.max(state.depth[n]!, net.rim[n]!);
  }

  /** Offers the water of a node that is no storage to what leaves it. @returns what that takes, m3/s */
  #passOn(n: number, offered: number, dt: number): number {
    const { start, links } = this.#order;
    const first = start[n]!;
    const parting = this.#partings.get(n);
    const isPonded = (this.#net.traits[n]! & PONDS) !== 0;
    if (parting !== undefined) {
      const { main, aside, rule, curve } = parting;
      const isLast = rule.kind === 'overflow';
      const turned = divertedFlow(rule, offered, curve);
      const passed = this.#pass(main, offered - turned, isPonded || isLast, dt);
      return passed + this.#pass(aside, isLast ? offered - passed - this.#filling : turned, isPonded, dt);
    }
    return first === start[n + 1]! ? 0 : this.#pass(links[first]!, offered, true, dt);
  }

  /**
   * Sends an offered flow through a link to the node below.
   *
   * @param fills whether a conduit fills up first before water leaves it aside
   * @returns what the link takes, m3/s
   */
  #pass(i: number, offered: number, fills: boolean, dt: number): number {
    const net = this.#net;
    const { depth, flow, oldDepth } = this.#state;
    const n = net.from[i]!;
    const below = net.to[i]!;
    let taken = offered;
    if (net.kind[i] === CONDUIT) {
      taken = this.#conduits.route(i, offered, this.#conduitLoss[i]!, fills, dt);
      this.#filling += this.#conduits.filling;
      depth[n] = Math.max(depth[n]!, (net.traits[n]! & IS_STORAGE) === 0 ? this.#conduits.depth1[i]! + offset1(net, i) : 0);
      depth[below] = Math.max(depth[below]!, (net.traits[below]! & IS_STORAGE) === 0 ? this.#conduits.depth2[i]! + offset2(net, i) : 0);
    } else {
      if (net.kind[i] === DUMMY) taken = Math.min(offered, flowLimit(net, i));
      else if ((net.traits[n]! & IS_STORAGE) === 0) {
        const lift = net.invert[below]! + oldDepth[below]! - net.invert[n]! - depth[n]!;
        taken = Math.min(offered, this.#structures.pumped(i, offered, volumeOf(net, this.#state, n), depth[n]!, lift));
      }
      flow[i] = taken;
    }
    this.#rate[below]! += flow[i]!;
    return taken;
  }
}

function partingsOf(model: DrainageModel, net: Network, { start, links }: FlowOrder): ReadonlyMap<number, Parting> {
  const curves = new Map(model.curves.map((curve) => [curve.name, curve]));
  const partings = new Map<number, Parting>();
  model.nodes.forEach((node, at) => {
    const n = net.kernelNode[at]!;
    if (node.kind !== 'divider' || start[n + 1]! - start[n]! !== 2) return;
    const pair = [links[start[n]!]!, links[start[n]! + 1]!] as const;
    const isFirst = model.links[net.modelLink[pair[0]]!]!.name === node.divertedLink;
    const curve = node.rule.kind === 'tabular' ? curves.get(node.rule.curve) : undefined;
    partings.set(n, {
      rule: node.rule,
      aside: isFirst ? pair[0] : pair[1],
      main: isFirst ? pair[1] : pair[0],
      curve: curve === undefined ? null : new SeriesReader(curve.x, curve.y),
    });
  });
  return partings;
}
