import type { DrainageModel } from '../model/drainage-model.ts';
import {
  linkVariables,
  nodeVariables,
  subcatchmentVariables,
  systemVariables,
  type LinkVariable,
  type NodeVariable,
  type ReportedSeries,
  type ResultBlock,
} from '../model/results.ts';
import type { NetworkState } from '../routing/network-state.ts';
import { fullArea, realLength } from '../routing/link-values.ts';
import { CONDUIT, HOLDS, type Network } from '../routing/network.ts';
import { FIXED, FULL, NET, NODE } from '../routing/records.ts';
import type { PartClock } from '../routing/part-clock.ts';
import type { RunoffReport } from '../hydrology/runoff-source.ts';

/** Sums over the system that the reporter does not see in the network's state, m3/s. */
export type SystemFlows = { dryWeather: number; external: number; rdii: number; runoff: number };

function blockOf<V extends string>(variables: readonly V[], names: readonly string[], periods: number): ResultBlock<V> {
  const values = {} as Record<V, Float32Array>;
  for (const variable of variables) values[variable] = new Float32Array(periods * names.length);
  return { names, values };
}

/** Values of nodes and links, one or many periods of them. */
interface Kept {
  readonly nodes: ResultBlock<NodeVariable>;
  readonly links: ResultBlock<LinkVariable>;
}

/** Nodes and links summed over the steps since the last report. */
type Sums = Kept & { count: number };

/** Keeps the values of report times: one Float32Array a variable, allocated once. */
export class Reporter {
  readonly series: ReportedSeries;
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #clock: PartClock;
  /** Where means over the steps are asked for ([REPORT] AVERAGES): sums, and room for the values of one step. */
  readonly #sums: Sums | null;
  readonly #step: Kept;
  #period = 0;

  constructor(model: DrainageModel, net: Network, state: NetworkState, clock: PartClock, times: Float64Array) {
    this.#clock = clock;
    this.#net = net;
    this.#state = state;
    const names = (items: readonly { readonly name: string }[]): string[] => items.map(({ name }) => name);
    const periods = times.length;
    this.series = {
      flowUnit: model.options.flowUnit,
      times,
      reportStep: model.options.reportStep,
      subcatchments: blockOf(subcatchmentVariables, names(model.subcatchments), periods),
      nodes: blockOf(nodeVariables, names(model.nodes), periods),
      links: blockOf(linkVariables, names(model.links), periods),
      system: blockOf(systemVariables, ['system'], periods),
    };
    const oneStep = (): Kept => ({
      nodes: blockOf(nodeVariables, this.series.nodes.names, 1),
      links: blockOf(linkVariables, this.series.links.names, 1),
    });
    this.#sums = model.report.averages ? { ...oneStep(), count: 0 } : null;
    this.#step = this.#sums === null ? this.series : oneStep();
  }

  /** Takes a step into the means, where they are asked for; no part lets a step pass then. */
  addStep(): void {
    const sums = this.#sums;
    if (sums === null) return;
    for (let part = 0; part < this.#net.partCount; part++) this.#keepPart(this.#step, 0, part, 1);
    for (const variable of nodeVariables) addTo(sums.nodes.values[variable], this.#step.nodes.values[variable]);
    for (const variable of linkVariables) addTo(sums.links.values[variable], this.#step.links.values[variable]);
    sums.count++;
  }

  /** Puts the means of the steps since the last report in the place of the values of its moment, as SWMM does. */
  #keepMeans(period: number, sums: Sums): void {
    const { nodes, links } = this.series;
    for (const variable of nodeVariables) moveMean(sums.nodes.values[variable], sums.count, nodes.values[variable], period);
    for (const variable of linkVariables) moveMean(sums.links.values[variable], sums.count, links.values[variable], period);
    sums.count = 0;
  }

  /** Keeps one period between events: the network stands, and nothing enters or leaves it. */
  keepStanding(runoff: RunoffReport | null): void {
    const period = this.#period;
    this.keep(0, runoff, { dryWeather: 0, external: 0, rdii: 0, runoff: 0 });
    this.series.system.values.flooding[period] = 0;
    this.series.system.values.outflow[period] = 0;
  }

  /**
   * Keeps one period: means of the states before and after the last step of each part.
   *
   * @param before s from the report time to the end of the step, which all parts share
   */
  keep(before: number, runoff: RunoffReport | null, system: SystemFlows): void {
    const period = this.#period;
    if (period >= this.series.times.length) return;
    this.#period++;
    const { values: all } = this.series.system;
    for (let part = 0; part < this.#net.partCount; part++) {
      const share = before > 0 ? Math.max(0, 1 - before / this.#clock.step[part]!) : 1;
      this.#keepPart(this.series, period, part, share);
    }
    all.dryWeatherFlow[period] = system.dryWeather;
    all.externalInflow[period] = system.external;
    all.rdii[period] = system.rdii;
    all.runoff[period] = system.runoff;
    all.totalInflow[period] = system.dryWeather + system.external + system.rdii + system.runoff;
    this.#keepSystem(period);
    if (this.#sums !== null && this.#sums.count > 0) this.#keepMeans(period, this.#sums);
    if (runoff !== null) this.#keepRunoff(period, runoff);
  }

  #keepPart(kept: Kept, period: number, part: number, share: number): void {
    const { partNode, partOutfall, partConduit, partStructure } = this.#net;
    this.#takeLateral(partNode[part]!, partNode[part + 1]!, share);
    this.#takeLateral(partOutfall[part]!, partOutfall[part + 1]!, share);
    this.#keepLinks(kept, period, partConduit[part]!, partConduit[part + 1]!, share);
    this.#keepLinks(kept, period, partStructure[part]!, partStructure[part + 1]!, share);
    this.#keepNodes(kept, period, partNode[part]!, partNode[part + 1]!, share);
    this.#keepNodes(kept, period, partOutfall[part]!, partOutfall[part + 1]!, share);
  }

  #takeLateral(from: number, end: number, share: number): void {
    const { lateral, oldLateral, inflow } = this.#state;
    for (let n = from; n < end; n++) inflow[n] = Math.max(0, oldLateral[n]! + share * (lateral[n]! - oldLateral[n]!));
  }

  #keepLinks({ links }: Kept, period: number, from: number, end: number, share: number): void {
    const net = this.#net;
    const state = this.#state;
    const { flow, depth, velocity, volume, capacity } = links.values;
    const start = period * net.linkCount;
    const { inflow } = state;
    for (let i = from; i < end; i++) {
      const at = start + net.modelLink[i]!;
      const q = state.oldFlow[i]! + share * (state.flow[i]! - state.oldFlow[i]!);
      flow[at] = q * net.direction[i]!;
      if (q > 0) inflow[net.to[i]!]! += q;
      else inflow[net.from[i]!]! -= q;
      if (net.kind[i] === CONDUIT) {
        const area = state.oldArea[i]! + share * (state.area[i]! - state.oldArea[i]!);
        depth[at] = Math.min(state.linkDepth[i]!, net.link[i * FIXED + FULL]!);
        velocity[at] = area > 1e-6 ? Math.abs(q) / net.barrels[i]! / area : 0;
        volume[at] = area * realLength(net, i) * net.barrels[i]!;
        capacity[at] = Math.min(1, area / fullArea(net, i));
      } else {
        depth[at] = state.linkDepth[i]!;
        capacity[at] = state.setting[i]!;
      }
    }
  }

  #keepNodes({ nodes }: Kept, period: number, from: number, end: number, share: number): void {
    const net = this.#net;
    const state = this.#state;
    const { depth, head, volume, lateralInflow, inflow, flooding } = nodes.values;
    const start = period * net.nodeCount;
    for (let n = from; n < end; n++) {
      const at = start + net.modelNode[n]!;
      const y = state.oldDepth[n]! + share * (state.depth[n]! - state.oldDepth[n]!);
      depth[at] = y;
      if ((net.traits[n]! & HOLDS) !== 0) {
        const before = state.oldVolume[net.storeOf[n]!]!;
        volume[at] = before + share * (state.volume[net.storeOf[n]!]! - before);
      }
      head[at] = net.invert[n]! + y;
      lateralInflow[at] = state.oldLateral[n]! + share * (state.lateral[n]! - state.oldLateral[n]!);
      inflow[at] = state.inflow[n]!;
      state.inflow[n] = 0;
      flooding[at] = state.overflow[n]!;
    }
  }

  #keepSystem(period: number): void {
    const { linkCount, nodeCount, outfallStart } = this.#net;
    const { node, overflow } = this.#state;
    const { values: all } = this.series.system;
    let stored = 0;
    let flooded = 0;
    let out = 0;
    const volumes = [
      this.series.links.values.volume.subarray(period * linkCount, (period + 1) * linkCount),
      this.series.nodes.values.volume.subarray(period * nodeCount, (period + 1) * nodeCount),
    ];
    for (const values of volumes) for (const volume of values) stored += volume;
    for (let n = 0; n < nodeCount; n++) {
      flooded += overflow[n]!;
      if (n >= outfallStart) out += node[n * NODE + NET]!;
    }
    all.storage[period] = stored;
    all.flooding[period] = flooded;
    all.outflow[period] = out;
  }

  #keepRunoff(period: number, report: RunoffReport): void {
    const { values, names } = this.series.subcatchments;
    const { values: all } = this.series.system;
    const start = period * names.length;
    let rain = 0;
    let area = 0;
    let infiltration = 0;
    let evaporation = 0;
    for (let s = 0; s < names.length; s++) {
      const gauge = report.gauge[s]!;
      const rainfall = report.rainfall[s] ?? (gauge < 0 ? 0 : report.rain[gauge]!);
      const evaporated = report.evaporation[s] ?? 0;
      values.rainfall[start + s] = rainfall;
      values.evaporation[start + s] = evaporated;
      values.infiltration[start + s] = report.infiltration[s]!;
      values.runoff[start + s] = report.oldRunoff[s]! + report.share * (report.runoff[s]! - report.oldRunoff[s]!);
      const a = report.area[s]!;
      area += a;
      rain += a * rainfall;
      infiltration += a * report.infiltration[s]!;
      evaporation += a * evaporated;
    }
    if (area > 0) {
      all.rainfall[period] = rain / area;
      all.infiltration[period] = infiltration / area;
      all.evaporation[period] = evaporation / area;
    }
  }
}

function addTo(sums: Float32Array, values: Float32Array): void {
  for (let k = 0; k < sums.length; k++) sums[k]! += values[k]!;
}

function moveMean(sums: Float32Array, count: number, to: Float32Array, period: number): void {
  for (let k = 0; k < sums.length; k++) to[period * sums.length + k] = sums[k]! / count;
  sums.fill(0);
}
