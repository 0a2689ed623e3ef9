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
import { CONDUIT, type Network } from '../routing/network.ts';
import type { RunoffReport } from '../hydrology/runoff-source.ts';

/** Sums over the system that the reporter does not see in the network's state, m3/s. */
export type SystemFlows = { dryWeather: number; external: number; runoff: number };

function blockOf<V extends string>(variables: readonly V[], names: readonly string[], periods: number): ResultBlock<V> {
  const values = {} as Record<V, Float32Array>;
  for (const variable of variables) values[variable] = new Float32Array(periods * names.length);
  return { names, values };
}

/** Nodes and links summed over the steps since the last report. */
type Sums = { readonly nodes: ResultBlock<NodeVariable>; readonly links: ResultBlock<LinkVariable>; count: number };

/** Keeps the values of report times: one Float32Array a variable, allocated once. */
export class Reporter {
  readonly series: ReportedSeries;
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #inflow: Float64Array;
  /** Where means over the steps are asked for ([REPORT] AVERAGES): sums, and room for the values of one step. */
  readonly #sums: Sums | null;
  readonly #step: Pick<Sums, 'nodes' | 'links'>;
  #period = 0;

  constructor(model: DrainageModel, net: Network, state: NetworkState, times: Float64Array) {
    this.#net = net;
    this.#state = state;
    this.#inflow = new Float64Array(net.nodeCount);
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
    const oneStep = () => ({
      nodes: blockOf(nodeVariables, this.series.nodes.names, 1),
      links: blockOf(linkVariables, this.series.links.names, 1),
    });
    this.#sums = model.report.averages ? { ...oneStep(), count: 0 } : null;
    this.#step = this.#sums === null ? this.series : oneStep();
  }

  /** Takes a step into the means, where they are asked for. */
  addStep(): void {
    const sums = this.#sums;
    if (sums === null) return;
    this.#keepLinks(this.#step.links, 0, 1);
    this.#keepNodes(this.#step.nodes, 0, 1, null);
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

  /**
   * Keeps one period: a mean of the states before and after the last step.
   *
   * @param share of the state after it, 0 to 1
   */
  keep(share: number, runoff: RunoffReport | null, system: SystemFlows): void {
    const period = this.#period;
    if (period >= this.series.times.length) return;
    this.#period++;
    const { values: all } = this.series.system;
    let stored = this.#keepLinks(this.series.links, period, share);
    stored += this.#keepNodes(this.series.nodes, period, share, this.series.system);
    if (this.#sums !== null && this.#sums.count > 0) this.#keepMeans(period, this.#sums);
    all.storage[period] = stored;
    all.dryWeatherFlow[period] = system.dryWeather;
    all.externalInflow[period] = system.external;
    all.runoff[period] = system.runoff;
    all.totalInflow[period] = system.dryWeather + system.external + system.runoff;
    if (runoff !== null) this.#keepRunoff(period, runoff);
  }

  #keepLinks({ values }: ResultBlock<LinkVariable>, period: number, share: number): number {
    const net = this.#net;
    const state = this.#state;
    const { flow, depth, velocity, volume, capacity } = values;
    const start = period * net.linkCount;
    const inflow = this.#inflow;
    for (let n = 0; n < net.nodeCount; n++) {
      const lateral = state.oldLateral[n]! + share * (state.lateral[n]! - state.oldLateral[n]!);
      inflow[n] = Math.max(0, lateral);
    }
    let stored = 0;
    for (let i = 0; i < net.linkCount; i++) {
      const at = start + net.modelLink[i]!;
      const q = state.oldFlow[i]! + share * (state.flow[i]! - state.oldFlow[i]!);
      flow[at] = q * net.direction[i]!;
      if (q > 0) inflow[net.to[i]!]! += q;
      else inflow[net.from[i]!]! -= q;
      if (net.kind[i] === CONDUIT) {
        const area = state.oldArea[i]! + share * (state.area[i]! - state.oldArea[i]!);
        const held = area * net.length[i]! * net.volumeFactor[i]! * net.barrels[i]!;
        stored += held;
        depth[at] = Math.min(state.linkDepth[i]!, net.sections.fullDepth[i]!);
        velocity[at] = area > 1e-6 ? Math.abs(q) / net.barrels[i]! / area : 0;
        volume[at] = held;
        capacity[at] = Math.min(1, area / net.sections.fullArea[i]!);
      } else {
        depth[at] = state.linkDepth[i]!;
        capacity[at] = state.setting[i]!;
      }
    }
    return stored;
  }

  #keepNodes({ values }: ResultBlock<NodeVariable>, period: number, share: number, system: ReportedSeries['system'] | null): number {
    const net = this.#net;
    const state = this.#state;
    const { depth, head, volume, lateralInflow, inflow, flooding } = values;
    const start = period * net.nodeCount;
    let stored = 0;
    let flooded = 0;
    let out = 0;
    for (let n = 0; n < net.nodeCount; n++) {
      const at = start + net.modelNode[n]!;
      const y = state.oldDepth[n]! + share * (state.depth[n]! - state.oldDepth[n]!);
      const held = state.oldVolume[n]! + share * (state.volume[n]! - state.oldVolume[n]!);
      depth[at] = y;
      head[at] = net.invert[n]! + y;
      volume[at] = held;
      lateralInflow[at] = state.oldLateral[n]! + share * (state.lateral[n]! - state.oldLateral[n]!);
      inflow[at] = this.#inflow[n]!;
      flooding[at] = state.overflow[n]!;
      stored += held;
      flooded += state.overflow[n]!;
      if (n >= net.outfallStart) out += state.net[n]!;
    }
    if (system !== null) {
      system.values.flooding[period] = flooded;
      system.values.outflow[period] = out;
    }
    return stored;
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
      values.rainfall[start + s] = report.rainfall[s]!;
      values.evaporation[start + s] = report.evaporation[s]!;
      values.infiltration[start + s] = report.infiltration[s]!;
      values.runoff[start + s] = report.oldRunoff[s]! + report.share * (report.runoff[s]! - report.oldRunoff[s]!);
      const a = report.area[s]!;
      area += a;
      rain += a * report.rainfall[s]!;
      infiltration += a * report.infiltration[s]!;
      evaporation += a * report.evaporation[s]!;
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
