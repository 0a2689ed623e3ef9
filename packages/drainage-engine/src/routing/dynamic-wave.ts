import { conduitFlows } from './conduit-flow.ts';
import type { KernelOptions } from './kernel-options.ts';
import type { NetworkState } from './network-state.ts';
import { HOLDS, type Network } from './network.ts';
import { nodeDepths } from './node-depth.ts';
import { outfallStages } from './outfall-stage.ts';
import type { StageSet } from './stages.ts';
import type { StorageSet } from './storage.ts';
import { bookStep } from './mass-debt.ts';
import { plainNodeDepths } from './plain-node-depth.ts';
import { plainConduitFlows } from './plain-conduit-flow.ts';
import type { PartClock } from './part-clock.ts';
import { FORESEEN, HEAD, IS_SMOOTH, LEAD, LOSS, MOVED, NET, NODE, OLD_NET, SENSITIVITY, STRUCTURE_SURFACE, SURFACE } from './records.ts';
import type { Structures } from './structures.ts';

/** Most entries that a part has. */
function largestPart(partCount: number, starts: Int32Array): number {
  let most = 0;
  for (let p = 0; p < partCount; p++) most = Math.max(most, starts[p + 1]! - starts[p]!);
  return most;
}

/** What one step took. */
export type StepOutcome = { trials: number; isConverged: boolean };

/**
 * The dynamic wave, part by part of the network: the trials of one step. Where the level of a node moves evenly, its links see in the first
 * trial the level foreseen for the middle of the step, so that a trial that ends where it was foreseen needs no second. Links whose two
 * nodes rest keep their flow; what they give to their nodes stays in the sums, from which only what changes is taken off and put back.
 */
export class DynamicWave {
  readonly net: Network;
  readonly state: NetworkState;
  /** Water lost over rims in the last step, m3. */
  flooded = 0;
  readonly #storages: StorageSet;
  readonly #stages: StageSet;
  readonly #structures: Structures;
  readonly #options: KernelOptions;
  readonly #clock: PartClock;
  /** All indices in order, then those that a later trial still moves. */
  readonly #all: Int32Array;
  readonly #links: Int32Array;
  readonly #nodes: Int32Array;
  /** What the plain loops leave to the general ones. */
  readonly #hard: Int32Array;
  readonly #hardNodes: Int32Array;
  readonly #counts = new Int32Array(2);
  readonly #mark: Int32Array;
  #stamp = 0;
  /** Last step of each part, s; 0 before its first. */
  readonly #lastStep: Float64Array;
  readonly #outcome: StepOutcome = { trials: 0, isConverged: true };

  constructor(parts: {
    readonly net: Network;
    readonly state: NetworkState;
    readonly storages: StorageSet;
    readonly stages: StageSet;
    readonly structures: Structures;
    readonly options: KernelOptions;
    readonly clock: PartClock;
  }) {
    this.net = parts.net;
    this.state = parts.state;
    this.#storages = parts.storages;
    this.#stages = parts.stages;
    this.#structures = parts.structures;
    this.#options = parts.options;
    this.#clock = parts.clock;
    const { conduitCount, nodeCount, outfallStart, partCount, partConduit, partNode } = parts.net;
    this.#all = Int32Array.from({ length: Math.max(conduitCount, outfallStart) }, (_, i) => i);
    const mostConduits = largestPart(partCount, partConduit);
    const mostNodes = largestPart(partCount, partNode);
    this.#links = new Int32Array(mostConduits);
    this.#nodes = new Int32Array(mostNodes);
    this.#hard = new Int32Array(mostConduits);
    this.#hardNodes = new Int32Array(mostNodes);
    this.#mark = new Int32Array(nodeCount);
    this.#lastStep = new Float64Array(partCount);
  }

  /** Sets the outfalls before the first step. */
  setOutfalls(moment: number): void {
    outfallStages(this.net, this.state, this.#stages, moment, this.net.outfallStart, this.net.nodeCount);
  }

  /**
   * One step of the parts that are due. The lateral inflows of its end must have arrived in the state.
   *
   * @param moment end of the step, s since 1970 on the model's clock
   * @returns a shared object, overwritten by the next step
   */
  step(moment: number): StepOutcome {
    const { due, count, step } = this.#clock;
    this.#outcome.trials = 0;
    this.#outcome.isConverged = true;
    this.flooded = 0;
    for (let k = 0; k < count; k++) {
      const part = due[k]!;
      this.#stepPart(part, step[part]!, moment);
      this.flooded += bookStep(this.net, this.state, part, step[part]!);
    }
    return this.#outcome;
  }

  #stepPart(part: number, dt: number, moment: number): void {
    const { net, state } = this;
    const { partNode, partConduit, partStructure } = net;
    state.sideFlows[2 * part] = state.sideFlows[2 * part + 1]!;
    state.sideFlows[2 * part + 1] = 0;
    this.#beginNodes(partNode[part]!, partNode[part + 1]!, part, dt);
    this.#beginNodes(net.partOutfall[part]!, net.partOutfall[part + 1]!, part, dt);
    this.#lastStep[part] = dt;
    const { maximumTrials } = this.#options;
    const firstStructure = partStructure[part]!;
    const structureEnd = partStructure[part + 1]!;
    for (let i = firstStructure; i < structureEnd; i++) state.oldFlow[i] = state.flow[i]!;
    let linkStart = partConduit[part]!;
    let linkEnd = partConduit[part + 1]!;
    let nodeStart = partNode[part]!;
    let nodeEnd = partNode[part + 1]!;
    let links = this.#all;
    let nodes = this.#all;
    let trial = 0;
    let unsettled = 0;
    for (; trial < maximumTrials; trial++) {
      if (trial > 0) {
        links = this.#links;
        nodes = this.#nodes;
        linkStart = 0;
        nodeStart = 0;
        linkEnd = this.#gatherActive(part, trial);
        if (linkEnd === 0 && firstStructure === structureEnd) break;
        nodeEnd = this.#gatherNodes(linkEnd, firstStructure, structureEnd);
      }
      const hardCount = plainConduitFlows(net, state, this.#options, dt, trial, links, linkStart, linkEnd, this.#hard);
      if (hardCount > 0) conduitFlows(net, state, this.#options, dt, trial, this.#hard, hardCount);
      if (structureEnd > firstStructure) this.#structures.flows(dt, trial, firstStructure, structureEnd);
      this.#setOutfalls(part, moment);
      plainNodeDepths(net, state, this.#options, dt, trial, nodes, nodeStart, nodeEnd, this.#hardNodes, this.#counts);
      unsettled = this.#counts[1]!;
      const hardNodes = this.#counts[0]!;
      if (hardNodes > 0) unsettled += nodeDepths(net, this.#storages, state, this.#options, dt, trial, this.#hardNodes, hardNodes);
      if (trial > 0 && unsettled === 0) {
        trial++;
        break;
      }
    }
    if (trial > this.#outcome.trials) this.#outcome.trials = trial;
    if (unsettled > 0) this.#outcome.isConverged = false;
  }

  /** Keeps the old state, foresees the levels, and begins the sums of the nodes from `start` up to `end`. */
  #beginNodes(start: number, end: number, part: number, dt: number): void {
    const { net, state } = this;
    const { node, depth, oldDepth, arriving, lateral, oldLateral, volume, oldVolume } = state;
    const { invert, pressureCrown, rim, traits, storeOf, outfallStart } = net;
    const last = this.#lastStep[part]!;
    const ratio = last > 0 ? dt / last : 0;
    const least = this.#options.smoothTolerance;
    let sides = 0;
    for (let n = start; n < end; n++) {
      const m = n * NODE;
      const y = depth[n]!;
      const rise = (y - oldDepth[n]!) * ratio;
      const miss = y - node[m + FORESEEN]!;
      const isFree = y < pressureCrown[n]! && y < rim[n]! && n < outfallStart;
      const smooth = isFree && miss < least && miss > -least && y + rise > 0 ? 1 : 0;
      const ahead = smooth === 1 ? 0.5 * rise : 0;
      const side = arriving[n]!;
      sides += side;
      node[m + HEAD] = invert[n]! + y + ahead;
      node[m + LEAD] = ahead;
      node[m + OLD_NET] = node[m + NET]!;
      node[m + NET] = side - node[m + LOSS]!;
      node[m + SURFACE] = 0;
      node[m + SENSITIVITY] = 0;
      node[m + STRUCTURE_SURFACE] = 0;
      node[m + IS_SMOOTH] = smooth;
      node[m + FORESEEN] = y + rise > 0 ? y + rise : 0;
      oldDepth[n] = y;
      oldLateral[n] = lateral[n]!;
      lateral[n] = side;
      if ((traits[n]! & HOLDS) !== 0) oldVolume[storeOf[n]!] = volume[storeOf[n]!]!;
    }
    state.sideFlows[2 * part + 1]! += sides;
  }

  #setOutfalls(part: number, moment: number): void {
    const { net, state } = this;
    const { depth, node } = state;
    const start = net.partOutfall[part]!;
    const end = net.partOutfall[part + 1]!;
    for (let n = start; n < end; n++) node[n * NODE + MOVED] = depth[n]!;
    outfallStages(net, state, this.#stages, moment, start, end);
    for (let n = start; n < end; n++) node[n * NODE + MOVED] = Math.abs(depth[n]! - node[n * NODE + MOVED]!);
  }

  /** Conduits with an end that the last trial moved: by the rest tolerance before the second trial, by the head tolerance after. */
  #gatherActive(part: number, trial: number): number {
    const { from, to, partConduit } = this.net;
    const { node } = this.state;
    const least = trial === 1 ? this.#options.restTolerance : this.#options.tolerance;
    const list = this.#links;
    const end = partConduit[part + 1]!;
    let count = 0;
    for (let i = partConduit[part]!; i < end; i++) {
      if (node[from[i]! * NODE + MOVED]! > least || node[to[i]! * NODE + MOVED]! > least) list[count++] = i;
    }
    return count;
  }

  /** The nodes at the ends of the gathered conduits and of the part's structures. */
  #gatherNodes(linkCount: number, firstStructure: number, structureEnd: number): number {
    this.#stamp++;
    const links = this.#links;
    let count = 0;
    for (let k = 0; k < linkCount; k++) count = this.#gatherEnds(links[k]!, count);
    for (let i = firstStructure; i < structureEnd; i++) count = this.#gatherEnds(i, count);
    return count;
  }

  #gatherEnds(i: number, known: number): number {
    const { from, to, outfallStart } = this.net;
    const list = this.#nodes;
    const mark = this.#mark;
    const stamp = this.#stamp;
    const n1 = from[i]!;
    const n2 = to[i]!;
    let count = known;
    if (n1 < outfallStart && mark[n1] !== stamp) {
      mark[n1] = stamp;
      list[count++] = n1;
    }
    if (n2 < outfallStart && mark[n2] !== stamp) {
      mark[n2] = stamp;
      list[count++] = n2;
    }
    return count;
  }
}
