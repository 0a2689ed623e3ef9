import type { LinkStatistics, NodeStatistics } from '../model/results.ts';
import type { NetworkState } from '../routing/network-state.ts';
import { CONDUIT, PUMP, type Network } from '../routing/network.ts';
import { NET, NODE } from '../routing/records.ts';
import type { PartClock } from '../routing/part-clock.ts';

/** Flow below which an outfall or a pump counts as still, m3/s. */
const STILL = 3e-5;

function nodeArrays(n: number): NodeStatistics {
  const real = (): Float64Array => new Float64Array(n);
  return {
    averageDepth: real(), maximumDepth: real(), maximumDepthTime: real(), maximumLateralInflow: real(), maximumInflow: real(),
    maximumInflowTime: real(), lateralInflowVolume: real(), inflowVolume: real(), continuityError: real(), surchargedSeconds: real(),
    floodedSeconds: real(), maximumFlooding: real(), maximumFloodingTime: real(), floodVolume: real(), maximumPondedVolume: real(),
    averageVolume: real(), maximumVolume: real(), maximumVolumeTime: real(), flowingSeconds: real(), maximumOutflow: real(),
    outflowVolume: real(),
  }; // prettier-ignore
}

function linkArrays(n: number): LinkStatistics {
  const real = (): Float64Array => new Float64Array(n);
  return {
    maximumFlow: real(), maximumFlowTime: real(), maximumVelocity: real(), maximumDepth: real(), fullDepth: real(), fullFlow: real(),
    surchargedSeconds: real(), capacityLimitedSeconds: real(), criticalSteps: real(), flowTurns: real(), onSeconds: real(),
    starts: real(), flowVolume: real(), energy: real(),
  }; // prettier-ignore
}

/** Largest values, durations and volumes over all steps; kept in the kernel's order, handed out in the model's. */
export class Statistics {
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #nodes: NodeStatistics;
  readonly #links: LinkStatistics;
  readonly #inflow: Float64Array;
  readonly #lastTurn: Int8Array;
  readonly #wasOn: Uint8Array;
  #seconds = 0;

  constructor(net: Network, state: NetworkState) {
    this.#net = net;
    this.#state = state;
    this.#nodes = nodeArrays(net.nodeCount);
    this.#links = linkArrays(net.linkCount);
    this.#inflow = new Float64Array(net.nodeCount);
    this.#lastTurn = new Int8Array(net.linkCount);
    this.#wasOn = new Uint8Array(net.linkCount);
  }

  /** Takes in the parts that have stepped; `time` is the end of their steps, s since the start. */
  add(clock: PartClock, time: number): void {
    this.#seconds = time;
    const { partNode, partOutfall, partConduit, partStructure } = this.#net;
    for (let k = 0; k < clock.count; k++) {
      const part = clock.due[k]!;
      const dt = clock.step[part]!;
      this.#inflow.fill(0, partNode[part], partNode[part + 1]);
      this.#inflow.fill(0, partOutfall[part], partOutfall[part + 1]);
      this.#addLinks(partConduit[part]!, partConduit[part + 1]!, dt, time);
      this.#addLinks(partStructure[part]!, partStructure[part + 1]!, dt, time);
      this.#addNodes(partNode[part]!, partNode[part + 1]!, dt, time);
      this.#addNodes(partOutfall[part]!, partOutfall[part + 1]!, dt, time);
    }
  }

  #addLinks(start: number, end: number, dt: number, time: number): void {
    const net = this.#net;
    const { flow, area, linkDepth } = this.#state;
    const { from, to, barrels, sections, conduitCount } = net;
    const stats = this.#links;
    const { maximumFlow, maximumFlowTime, maximumDepth, maximumVelocity, flowVolume, flowTurns } = stats;
    const inflow = this.#inflow;
    const lastTurn = this.#lastTurn;
    for (let i = start; i < end; i++) {
      const q = flow[i]!;
      const size = q < 0 ? -q : q;
      if (q > 0) inflow[to[i]!]! += q;
      else inflow[from[i]!]! -= q;
      if (size > maximumFlow[i]!) {
        maximumFlow[i] = size;
        maximumFlowTime[i] = time;
      }
      flowVolume[i]! += size * dt;
      const depth = linkDepth[i]!;
      if (depth > maximumDepth[i]!) maximumDepth[i] = depth;
      if (i < conduitCount) {
        const room = area[i]! * barrels[i]!;
        if (size > maximumVelocity[i]! * room && depth > 0.001) maximumVelocity[i] = size / room;
        if (depth >= sections.fullDepth[i]! && sections.isOpen[i] === 0) {
          stats.surchargedSeconds[i]! += dt;
          if (q > net.fullFlow[i]!) stats.capacityLimitedSeconds[i]! += dt;
        }
      } else if (net.kind[i] === PUMP) this.#addPump(i, q, dt);
      const turn = q > STILL ? 1 : q < -STILL ? -1 : 0;
      if (turn !== 0) {
        const was = lastTurn[i]!;
        if (was !== turn) {
          if (was === -turn) flowTurns[i]! += 1;
          lastTurn[i] = turn;
        }
      }
    }
  }

  #addPump(i: number, q: number, dt: number): void {
    const net = this.#net;
    const { depth } = this.#state;
    const isOn = q > STILL ? 1 : 0;
    if (isOn === 1) {
      this.#links.onSeconds[i]! += dt;
      const lift = net.invert[net.to[i]!]! + depth[net.to[i]!]! - net.invert[net.from[i]!]! - depth[net.from[i]!]!;
      // Water's weight, 9810 N/m3, lifted without loss.
      this.#links.energy[i]! += 9810 * q * Math.max(0, lift) * dt;
      if (this.#wasOn[i] === 0) this.#links.starts[i]! += 1;
    }
    this.#wasOn[i] = isOn;
  }

  #addNodes(start: number, end: number, dt: number, time: number): void {
    const net = this.#net;
    const { depth, lateral, overflow, volume, node } = this.#state;
    const { rim, crown, outfallStart } = net;
    const stats = this.#nodes;
    const { averageDepth, maximumDepth, maximumDepthTime, maximumInflow, maximumInflowTime, inflowVolume } = stats;
    const inflow = this.#inflow;
    for (let n = start; n < end; n++) {
      const y = depth[n]!;
      averageDepth[n]! += y * dt;
      if (y > maximumDepth[n]!) {
        maximumDepth[n] = y;
        maximumDepthTime[n] = time;
      }
      const side = lateral[n]!;
      let q = inflow[n]!;
      if (side > 0) {
        q += side;
        if (side > stats.maximumLateralInflow[n]!) stats.maximumLateralInflow[n] = side;
        stats.lateralInflowVolume[n]! += side * dt;
      }
      inflowVolume[n]! += q * dt;
      if (q > maximumInflow[n]!) {
        maximumInflow[n] = q;
        maximumInflowTime[n] = time;
      }
      if (n >= outfallStart) {
        const out = node[n * NODE + NET]!;
        if (out > STILL) {
          stats.flowingSeconds[n]! += dt;
          stats.outflowVolume[n]! += out * dt;
          if (out > stats.maximumOutflow[n]!) stats.maximumOutflow[n] = out;
        }
        continue;
      }
      if (y > crown[n]! && crown[n]! > 0) stats.surchargedSeconds[n]! += dt;
      const held = volume[n]!;
      if (held > 0) {
        stats.averageVolume[n]! += held * dt;
        if (held > stats.maximumVolume[n]!) {
          stats.maximumVolume[n] = held;
          stats.maximumVolumeTime[n] = time;
        }
      }
      const spill = overflow[n]!;
      if (y >= rim[n]! && (spill > 0 || (net.pondedArea[n]! > 0 && held > 0))) {
        stats.floodedSeconds[n]! += dt;
        stats.floodVolume[n]! += Math.max(0, spill) * dt;
        if (spill > stats.maximumFlooding[n]!) {
          stats.maximumFlooding[n] = spill;
          stats.maximumFloodingTime[n] = time;
        }
        if (net.isStorage[n] === 0 && held > stats.maximumPondedVolume[n]!) stats.maximumPondedVolume[n] = held;
      }
    }
  }

  /** Statistics in the model's order. */
  results(criticalSteps: Float64Array): { readonly nodes: NodeStatistics; readonly links: LinkStatistics } {
    const net = this.#net;
    const nodes = nodeArrays(net.nodeCount);
    const links = linkArrays(net.linkCount);
    const isMean = new Set(['averageDepth', 'averageVolume']);
    for (const key of Object.keys(nodes) as (keyof NodeStatistics)[]) {
      const scale = isMean.has(key) && this.#seconds > 0 ? 1 / this.#seconds : 1;
      for (let n = 0; n < net.nodeCount; n++) nodes[key][net.modelNode[n]!] = this.#nodes[key][n]! * scale;
    }
    for (let i = 0; i < net.conduitCount; i++) {
      if (net.kind[i] !== CONDUIT) continue;
      this.#links.fullDepth[i] = net.sections.fullDepth[i]!;
      this.#links.fullFlow[i] = net.fullFlow[i]!;
      this.#links.criticalSteps[i] = criticalSteps[i]!;
    }
    for (const key of Object.keys(links) as (keyof LinkStatistics)[]) {
      for (let i = 0; i < net.linkCount; i++) links[key][net.modelLink[i]!] = this.#links[key][i]!;
    }
    return { nodes, links };
  }
}
