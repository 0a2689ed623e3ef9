import type { LinkStatistics, NodeStatistics } from '../model/results.ts';
import type { NetworkState } from '../routing/network-state.ts';
import { fullFlow } from '../routing/link-values.ts';
import { HOLDS, IS_CLOSED, IS_STORAGE, PONDS, type Network } from '../routing/network.ts';
import type { PartClock } from '../routing/part-clock.ts';
import { FIXED, FULL, NET, NODE } from '../routing/records.ts';
import { STILL, addPumps } from './pump-statistics.ts';
import {
  linkArrays,
  nodeArrays,
  outfallArrays,
  rareLinkArrays,
  rareNodeArrays,
  type Outfalls,
  type RareLinks,
  type RareNodes,
} from './statistics-arrays.ts';

/** Sums that every node keeps, side by side. */
const NODE_SUMS = 3;
const DEPTH_SUM = 0;
const INFLOW_SUM = 1;
const LATERAL_SUM = 2;

/** Peaks that every node keeps, and their times, side by side. */
const NODE_PEAKS = 5;
const DEPTH = 0;
const DEPTH_TIME = 1;
const INFLOW = 2;
const INFLOW_TIME = 3;
const LATERAL = 4;

/** Peaks that every link keeps, and their times, side by side. */
const LINK_PEAKS = 4;
const FLOW = 0;
const FLOW_TIME = 1;
const LINK_DEPTH = 2;
const VELOCITY = 3;

/**
 * Largest values, durations and volumes over all steps; kept in the kernel's order, handed out in the model's. What only flooded or
 * surcharged networks, ponds and pumps have is kept from the first time on that one of them does. Sums stand in double precision, peaks and
 * their times in single: that is seven digits, and half a minute after thirty years.
 */
export class Statistics {
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #nodeSums: Float64Array;
  readonly #nodePeaks: Float32Array;
  /** Volume that passed each link, m3. */
  readonly #passed: Float64Array;
  readonly #linkPeaks: Float32Array;
  readonly #outfalls: Outfalls;
  #rareNodes: RareNodes | null = null;
  #rareLinks: RareLinks | null = null;
  readonly #turns: Uint32Array;
  readonly #lastTurn: Int8Array;
  #seconds = 0;
  #stood = 0;

  constructor(net: Network, state: NetworkState) {
    this.#net = net;
    this.#state = state;
    this.#nodeSums = new Float64Array(NODE_SUMS * net.nodeCount);
    this.#nodePeaks = new Float32Array(NODE_PEAKS * net.nodeCount);
    this.#outfalls = outfallArrays(net.nodeCount - net.outfallStart);
    this.#passed = new Float64Array(net.linkCount);
    this.#linkPeaks = new Float32Array(LINK_PEAKS * net.linkCount);
    this.#turns = new Uint32Array(net.linkCount);
    this.#lastTurn = new Int8Array(net.linkCount);
  }

  /** Passes over seconds between events, in which nothing is counted. */
  passOver(seconds: number): void {
    this.#stood += seconds;
  }

  /** Takes in the parts that have stepped; `time` is the end of their steps, s since the start. */
  add(clock: PartClock, time: number): void {
    this.#seconds = time - this.#stood;
    const { partNode, partOutfall, partConduit, partStructure } = this.#net;
    for (let k = 0; k < clock.count; k++) {
      const part = clock.due[k]!;
      const dt = clock.step[part]!;
      this.#addLinks(partConduit[part]!, partConduit[part + 1]!, dt, time);
      if (partStructure[part]! < partStructure[part + 1]!) {
        this.#addLinks(partStructure[part]!, partStructure[part + 1]!, dt, time);
        this.#rareLinks ??= rareLinkArrays(this.#net.linkCount);
        addPumps(this.#net, this.#state, this.#rareLinks, partStructure[part]!, partStructure[part + 1]!, dt);
      }
      this.#addNodes(partNode[part]!, partNode[part + 1]!, dt, time);
      this.#addRareNodes(partNode[part]!, partNode[part + 1]!, dt, time);
      this.#addNodes(partOutfall[part]!, partOutfall[part + 1]!, dt, time);
      this.#addOutfalls(partOutfall[part]!, partOutfall[part + 1]!, dt);
    }
  }

  #addLinks(start: number, end: number, dt: number, time: number): void {
    const { from, to, barrels, special, link, conduitCount } = this.#net;
    const { flow, area, linkDepth, inflow } = this.#state;
    const passed = this.#passed;
    const peaks = this.#linkPeaks;
    const turns = this.#turns;
    const lastTurn = this.#lastTurn;
    let isPressed = false;
    for (let i = start; i < end; i++) {
      const at = i * LINK_PEAKS;
      const q = flow[i]!;
      const size = q < 0 ? -q : q;
      inflow[q > 0 ? to[i]! : from[i]!]! += size;
      // Compared as kept: a steady flow would else be a new peak in every step.
      const peak = Math.fround(size);
      if (peak > peaks[at + FLOW]!) {
        peaks[at + FLOW] = peak;
        peaks[at + FLOW_TIME] = time;
      }
      passed[i]! += size * dt;
      const depth = linkDepth[i]!;
      if (depth > peaks[at + LINK_DEPTH]!) peaks[at + LINK_DEPTH] = depth;
      if (i < conduitCount) {
        const room = area[i]! * barrels[i]!;
        if (size > peaks[at + VELOCITY]! * room && depth > 0.001) peaks[at + VELOCITY] = size / room;
        if ((special[i]! & IS_CLOSED) !== 0 && depth >= link[i * FIXED + FULL]!) isPressed = true;
      }
      if (size > STILL) {
        const turn = q > 0 ? 1 : -1;
        if (lastTurn[i] === -turn) turns[i]! += 1;
        lastTurn[i] = turn;
      }
    }
    if (isPressed) this.#addPressed(start, end, dt);
  }

  #addPressed(start: number, end: number, dt: number): void {
    const net = this.#net;
    const { special, link } = net;
    const { flow, linkDepth } = this.#state;
    this.#rareLinks ??= rareLinkArrays(net.linkCount);
    const { surchargedSeconds, capacityLimitedSeconds } = this.#rareLinks;
    for (let i = start; i < end; i++) {
      if ((special[i]! & IS_CLOSED) === 0 || linkDepth[i]! < link[i * FIXED + FULL]!) continue;
      surchargedSeconds[i]! += dt;
      if (flow[i]! > fullFlow(net, i)) capacityLimitedSeconds[i]! += dt;
    }
  }

  #addNodes(start: number, end: number, dt: number, time: number): void {
    const { depth, lateral, inflow } = this.#state;
    const sums = this.#nodeSums;
    const peaks = this.#nodePeaks;
    for (let n = start; n < end; n++) {
      const sum = n * NODE_SUMS;
      const at = n * NODE_PEAKS;
      const y = depth[n]!;
      sums[sum + DEPTH_SUM]! += y * dt;
      const level = Math.fround(y);
      if (level > peaks[at + DEPTH]!) {
        peaks[at + DEPTH] = level;
        peaks[at + DEPTH_TIME] = time;
      }
      const side = lateral[n]!;
      let q = inflow[n]!;
      inflow[n] = 0;
      if (side > 0) {
        q += side;
        if (side > peaks[at + LATERAL]!) peaks[at + LATERAL] = side;
        sums[sum + LATERAL_SUM]! += side * dt;
      }
      sums[sum + INFLOW_SUM]! += q * dt;
      const peak = Math.fround(q);
      if (peak > peaks[at + INFLOW]!) {
        peaks[at + INFLOW] = peak;
        peaks[at + INFLOW_TIME] = time;
      }
    }
  }

  #addRareNodes(start: number, end: number, dt: number, time: number): void {
    const { depth, overflow, volume } = this.#state;
    const { rim, crown, traits, storeOf } = this.#net;
    for (let n = start; n < end; n++) {
      const y = depth[n]!;
      const trait = traits[n]!;
      const held = (trait & HOLDS) === 0 ? 0 : volume[storeOf[n]!]!;
      const isOver = y > crown[n]! && crown[n]! > 0;
      if (!isOver && held <= 0 && y < rim[n]!) continue;
      const rare = (this.#rareNodes ??= rareNodeArrays(this.#net.nodeCount));
      if (isOver) rare.surchargedSeconds[n]! += dt;
      if (held > 0) {
        rare.averageVolume[n]! += held * dt;
        if (held > rare.maximumVolume[n]!) {
          rare.maximumVolume[n] = held;
          rare.maximumVolumeTime[n] = time;
        }
      }
      const spill = overflow[n]!;
      if (y < rim[n]! || (spill <= 0 && !((trait & PONDS) !== 0 && held > 0))) continue;
      rare.floodedSeconds[n]! += dt;
      rare.floodVolume[n]! += Math.max(0, spill) * dt;
      if (spill > rare.maximumFlooding[n]!) {
        rare.maximumFlooding[n] = spill;
        rare.maximumFloodingTime[n] = time;
      }
      if ((trait & IS_STORAGE) === 0 && held > rare.maximumPondedVolume[n]!) rare.maximumPondedVolume[n] = held;
    }
  }

  #addOutfalls(start: number, end: number, dt: number): void {
    const { node } = this.#state;
    const { flowingSeconds, outflowVolume, maximumOutflow } = this.#outfalls;
    for (let n = start; n < end; n++) {
      const out = node[n * NODE + NET]!;
      if (out <= STILL) continue;
      const k = n - this.#net.outfallStart;
      flowingSeconds[k]! += dt;
      outflowVolume[k]! += out * dt;
      if (out > maximumOutflow[k]!) maximumOutflow[k] = out;
    }
  }

  /** Statistics in the model's order. */
  results(criticalSteps: Uint32Array): { readonly nodes: NodeStatistics; readonly links: LinkStatistics } {
    return { nodes: this.#nodeResults(), links: this.#linkResults(criticalSteps) };
  }

  #nodeResults(): NodeStatistics {
    const { nodeCount, outfallStart, modelNode } = this.#net;
    const nodes = nodeArrays(nodeCount);
    const perSecond = this.#seconds > 0 ? 1 / this.#seconds : 1;
    const sums = this.#nodeSums;
    const peaks = this.#nodePeaks;
    const rare = this.#rareNodes;
    for (let n = 0; n < nodeCount; n++) {
      const sum = n * NODE_SUMS;
      const at = n * NODE_PEAKS;
      const to = modelNode[n]!;
      nodes.averageDepth[to] = sums[sum + DEPTH_SUM]! * perSecond;
      nodes.maximumDepth[to] = peaks[at + DEPTH]!;
      nodes.maximumDepthTime[to] = peaks[at + DEPTH_TIME]!;
      nodes.maximumInflow[to] = peaks[at + INFLOW]!;
      nodes.maximumInflowTime[to] = peaks[at + INFLOW_TIME]!;
      nodes.inflowVolume[to] = sums[sum + INFLOW_SUM]!;
      nodes.maximumLateralInflow[to] = peaks[at + LATERAL]!;
      nodes.lateralInflowVolume[to] = sums[sum + LATERAL_SUM]!;
      if (n >= outfallStart) {
        const k = n - outfallStart;
        for (const key of Object.keys(this.#outfalls) as (keyof Outfalls)[]) nodes[key][to] = this.#outfalls[key][k]!;
      }
      if (rare === null) continue;
      for (const key of Object.keys(rare) as (keyof RareNodes)[]) nodes[key][to] = rare[key][n]!;
      nodes.averageVolume[to]! *= perSecond;
    }
    return nodes;
  }

  #linkResults(criticalSteps: Uint32Array): LinkStatistics {
    const net = this.#net;
    const { linkCount, conduitCount, modelLink } = net;
    const links = linkArrays(linkCount);
    const peaks = this.#linkPeaks;
    const rare = this.#rareLinks;
    for (let i = 0; i < linkCount; i++) {
      const at = i * LINK_PEAKS;
      const to = modelLink[i]!;
      links.maximumFlow[to] = peaks[at + FLOW]!;
      links.maximumFlowTime[to] = peaks[at + FLOW_TIME]!;
      links.flowVolume[to] = this.#passed[i]!;
      links.maximumDepth[to] = peaks[at + LINK_DEPTH]!;
      links.maximumVelocity[to] = peaks[at + VELOCITY]!;
      links.flowTurns[to] = this.#turns[i]!;
      if (i < conduitCount) {
        links.fullDepth[to] = net.link[i * FIXED + FULL]!;
        links.fullFlow[to] = fullFlow(net, i);
        links.criticalSteps[to] = criticalSteps[i]!;
      }
      if (rare === null) continue;
      links.surchargedSeconds[to] = rare.surchargedSeconds[i]!;
      links.capacityLimitedSeconds[to] = rare.capacityLimitedSeconds[i]!;
      links.onSeconds[to] = rare.onSeconds[i]!;
      links.starts[to] = rare.starts[i]!;
      links.energy[to] = rare.energy[i]!;
    }
    return links;
  }
}
