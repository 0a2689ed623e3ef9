import { conduitFlows } from './conduit-flow.ts';
import type { KernelOptions } from './kernel-options.ts';
import type { NetworkState } from './network-state.ts';
import type { Network } from './network.ts';
import { nodeDepths } from './node-depth.ts';
import { outfallStages } from './outfall-stage.ts';
import type { StageSet } from './stages.ts';
import type { StorageSet } from './storage.ts';
import type { Structures } from './structures.ts';

/** What one step took. */
export type StepOutcome = { trials: number; isConverged: boolean };

/**
 * The dynamic wave on one network: the trials of one step. Where the level of a node moves evenly, its links see in the first trial the
 * level foreseen for the middle of the step, so that a trial that ends where it was foreseen needs no second. Links whose two nodes rest keep their flow; what they give to their nodes
 * stays in the sums, from which only what changes is taken off and put back.
 */
export class DynamicWave {
  readonly net: Network;
  readonly state: NetworkState;
  readonly #storages: StorageSet;
  readonly #stages: StageSet;
  readonly #structures: Structures;
  readonly #options: KernelOptions;
  readonly #allConduits: Int32Array;
  readonly #allNodes: Int32Array;
  readonly #links: Int32Array;
  readonly #nodes: Int32Array;
  readonly #mark: Int32Array;
  #stamp = 0;
  #lastStep = 0;
  readonly #outcome: StepOutcome = { trials: 0, isConverged: true };

  constructor(parts: {
    readonly net: Network;
    readonly state: NetworkState;
    readonly storages: StorageSet;
    readonly stages: StageSet;
    readonly structures: Structures;
    readonly options: KernelOptions;
  }) {
    this.net = parts.net;
    this.state = parts.state;
    this.#storages = parts.storages;
    this.#stages = parts.stages;
    this.#structures = parts.structures;
    this.#options = parts.options;
    this.#allConduits = Int32Array.from({ length: parts.net.conduitCount }, (_, i) => i);
    this.#allNodes = Int32Array.from({ length: parts.net.outfallStart }, (_, i) => i);
    this.#links = new Int32Array(parts.net.conduitCount);
    this.#nodes = new Int32Array(parts.net.outfallStart);
    this.#mark = new Int32Array(parts.net.nodeCount);
  }

  /** Sets the outfalls before the first step. */
  setOutfalls(moment: number): void {
    outfallStages(this.net, this.state, this.#stages, moment);
  }

  /**
   * One step. The lateral inflows of its end must stand in the state.
   *
   * @param dt s
   * @param moment end of the step, s since 1970 on the model's clock
   * @returns a shared object, overwritten by the next step
   */
  step(dt: number, moment: number): StepOutcome {
    const { net, state } = this;
    this.#begin(dt);
    const { maximumTrials } = this.#options;
    let linkCount = net.conduitCount;
    let nodeCount = net.outfallStart;
    let links = this.#allConduits;
    let nodes = this.#allNodes;
    let trial = 0;
    let unsettled = 0;
    for (; trial < maximumTrials; trial++) {
      if (trial > 0) {
        linkCount = this.#gatherActive(trial);
        if (linkCount === 0 && this.#structures.count === 0) break;
        nodeCount = this.#gatherNodes(linkCount);
        links = this.#links;
        nodes = this.#nodes;
      }
      conduitFlows(net, state, this.#options, dt, trial, links, linkCount);
      if (this.#structures.count > 0) this.#structures.flows(dt, trial);
      this.#setOutfalls(moment);
      unsettled = nodeDepths(net, this.#storages, state, this.#options, dt, trial, nodes, nodeCount);
      if (trial > 0 && unsettled === 0) {
        trial++;
        break;
      }
    }
    this.#outcome.trials = trial;
    this.#outcome.isConverged = unsettled === 0;
    return this.#outcome;
  }

  /** Keeps the old state, foresees the levels, and begins the sums of the nodes. */
  #begin(dt: number): void {
    const { net, state } = this;
    const { depth, oldDepth, foreseen, lead, head, isSmooth, net: sum, oldNet, surface, sensitivity, lateral, loss } = state;
    const { invert, pressureCrown, rim, nodeCount, outfallStart } = net;
    const ratio = this.#lastStep > 0 ? dt / this.#lastStep : 0;
    this.#lastStep = dt;
    const least = this.#options.smoothTolerance;
    for (let n = 0; n < nodeCount; n++) {
      const y = depth[n]!;
      const rise = (y - oldDepth[n]!) * ratio;
      const miss = y - foreseen[n]!;
      const isFree = y < pressureCrown[n]! && y < rim[n]! && n < outfallStart;
      const smooth = isFree && miss < least && miss > -least && y + rise > 0 ? 1 : 0;
      isSmooth[n] = smooth;
      foreseen[n] = y + rise;
      const ahead = smooth === 1 ? 0.5 * rise : 0;
      lead[n] = ahead;
      head[n] = invert[n]! + y + ahead;
      oldDepth[n] = y;
      oldNet[n] = sum[n]!;
      sum[n] = lateral[n]! - loss[n]!;
      surface[n] = 0;
      sensitivity[n] = 0;
    }
    state.structureSurface.fill(0);
    state.oldFlow.set(state.flow);
    state.oldArea.set(state.area);
    state.oldVolume.set(state.volume);
  }

  #setOutfalls(moment: number): void {
    const { net, state } = this;
    const { depth, moved } = state;
    for (let n = net.outfallStart; n < net.nodeCount; n++) moved[n] = depth[n]!;
    outfallStages(net, state, this.#stages, moment);
    for (let n = net.outfallStart; n < net.nodeCount; n++) moved[n] = Math.abs(depth[n]! - moved[n]!);
  }

  /** Conduits with an end that the last trial moved: by the rest tolerance before the second trial, by the head tolerance after. */
  #gatherActive(trial: number): number {
    const { from, to, conduitCount } = this.net;
    const { moved } = this.state;
    const least = trial === 1 ? this.#options.restTolerance : this.#options.tolerance;
    const list = this.#links;
    let count = 0;
    for (let i = 0; i < conduitCount; i++) {
      if (moved[from[i]!]! > least || moved[to[i]!]! > least) list[count++] = i;
    }
    return count;
  }

  #gatherNodes(linkCount: number): number {
    const { from, to, outfallStart } = this.net;
    const links = this.#links;
    const list = this.#nodes;
    const mark = this.#mark;
    const stamp = ++this.#stamp;
    let count = 0;
    for (let k = 0; k < linkCount; k++) {
      const i = links[k]!;
      const n1 = from[i]!;
      const n2 = to[i]!;
      if (n1 < outfallStart && mark[n1] !== stamp) {
        mark[n1] = stamp;
        list[count++] = n1;
      }
      if (n2 < outfallStart && mark[n2] !== stamp) {
        mark[n2] = stamp;
        list[count++] = n2;
      }
    }
    const { ends } = this.#structures;
    for (let k = 0; k < ends.length; k++) {
      const n = ends[k]!;
      if (mark[n] !== stamp) {
        mark[n] = stamp;
        list[count++] = n;
      }
    }
    return count;
  }
}
