import type { DrainageModel } from '../model/drainage-model.ts';
import type { KernelOptions } from './kernel-options.ts';
import { volumeOf, type NetworkState } from './network-state.ts';
import { flowLimit } from './link-values.ts';
import { DRY_DEPTH, DUMMY, IS_STORAGE, PUMP, SHUTS_BACK, STILL_FLOW, type Network } from './network.ts';
import type { Opening } from './opening.ts';
import { OrificeFlow } from './orifice.ts';
import { OutletFlow } from './outlet.ts';
import { PumpFlow } from './pump.ts';
import {
  BED_1,
  FIXED,
  HEAD,
  MOVING,
  NET,
  NODE,
  OLD_NET,
  RESPONSE,
  SENSITIVITY,
  STRUCTURE_SURFACE,
  SURFACE,
  SURFACE_1,
  SURFACE_2,
} from './records.ts';
import { SeriesReader } from './series-reader.ts';
import { WeirFlow } from './weir.ts';

/** Links without momentum: pumps, orifices, weirs, outlets, dummy conduits. They stand after the conduits. */
export class Structures {
  readonly count: number;
  /** By kernel link less the number of conduits. */
  readonly pumps: readonly (PumpFlow | null)[];
  readonly #openings: readonly (Opening | null)[];
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #options: KernelOptions;

  constructor(model: DrainageModel, net: Network, state: NetworkState, options: KernelOptions) {
    this.#net = net;
    this.#state = state;
    this.#options = options;
    this.count = net.linkCount - net.conduitCount;
    const curves = new Map(model.curves.map((curve) => [curve.name, curve]));
    const readerOf = (name: string | null): SeriesReader | null => {
      const curve = name === null ? undefined : curves.get(name);
      return curve === undefined ? null : new SeriesReader(curve.x, curve.y);
    };
    const openings: (Opening | null)[] = [];
    const pumps: (PumpFlow | null)[] = [];
    for (let i = net.conduitCount; i < net.linkCount; i++) {
      const link = model.links[net.modelLink[i]!]!;
      const crest = net.link[i * FIXED + BED_1]!;
      let opening: Opening | null = null;
      if (link.kind === 'orifice') opening = new OrificeFlow(link, crest, net.sections, i, model.options.routingStep);
      else if (link.kind === 'weir') opening = new WeirFlow(link, crest, readerOf(link.coefficientCurve));
      else if (link.kind === 'outlet') {
        opening = new OutletFlow(link, crest, link.rating.kind === 'tabular' ? readerOf(link.rating.curve) : null);
      }
      openings.push(opening);
      pumps.push(link.kind === 'pump' ? new PumpFlow(link, link.curve === null ? null : (curves.get(link.curve) ?? null)) : null);
    }
    this.#openings = openings;
    this.pumps = pumps;
  }

  /** One trial of those from `start` up to `end`: flows, and what they give to their nodes; later trials take off first what they gave before. */
  flows(dt: number, trial: number, start: number, end: number): void {
    const net = this.#net;
    const { flow } = this.#state;
    for (let i = start; i < end; i++) {
      const last = flow[i]!;
      const isPump = net.kind[i] === PUMP || net.kind[i] === DUMMY;
      if (trial > 0) this.#give(i, last, -1);
      if (isPump) this.#pump(i, dt);
      else this.#opening(i, last, trial);
      this.#give(i, flow[i]!, 1);
    }
  }

  /** Adds (`sign` 1) to the sums of its nodes what the link gives them with the flow `q`, or takes it off (-1). */
  #give(i: number, q: number, sign: number): void {
    const net = this.#net;
    const { node, link } = this.#state;
    const at = i * MOVING;
    const m1 = net.from[i]! * NODE;
    const m2 = net.to[i]! * NODE;
    node[m1 + NET]! -= sign * q;
    node[m2 + NET]! += sign * q;
    node[m1 + SURFACE]! += sign * link[at + SURFACE_1]!;
    node[m2 + SURFACE]! += sign * link[at + SURFACE_2]!;
    node[m1 + STRUCTURE_SURFACE]! += sign * link[at + SURFACE_1]!;
    node[m2 + STRUCTURE_SURFACE]! += sign * link[at + SURFACE_2]!;
    node[m1 + SENSITIVITY]! += sign * link[at + RESPONSE]!;
    // What a pump lifts does not depend on where it falls.
    if (net.kind[i] !== PUMP && net.kind[i] !== DUMMY) node[m2 + SENSITIVITY]! += sign * link[at + RESPONSE]!;
  }

  #opening(i: number, last: number, trial: number): void {
    const net = this.#net;
    const state = this.#state;
    const opening = this.#openings[i - net.conduitCount]!;
    const n1 = net.from[i]!;
    const n2 = net.to[i]!;
    opening.find(state.node[n1 * NODE + HEAD]!, state.node[n2 * NODE + HEAD]!, state.setting[i]!);
    let q = opening.flow;
    if (trial > 0) {
      q = 0.5 * (last + q);
      if (q * last < 0) q = q > 0 ? 10 * STILL_FLOW : -10 * STILL_FLOW;
    }
    if (q > STILL_FLOW && state.depth[n1]! <= DRY_DEPTH) q = STILL_FLOW;
    else if (q < -STILL_FLOW && state.depth[n2]! <= DRY_DEPTH) q = -STILL_FLOW;
    if ((net.traits[q < 0 ? n2 : n1]! & SHUTS_BACK) !== 0) q = 0;
    state.flow[i] = q;
    state.linkDepth[i] = opening.depth;
    // A storage's own area is the whole of its surface.
    state.link[i * MOVING + SURFACE_1] = (net.traits[n1]! & IS_STORAGE) !== 0 ? 0 : 0.5 * opening.surface;
    state.link[i * MOVING + SURFACE_2] = (net.traits[n2]! & IS_STORAGE) !== 0 ? 0 : 0.5 * opening.surface;
    state.link[i * MOVING + RESPONSE] = opening.sensitivity;
  }

  /** Flow through the orifice, weir or outlet `i` between two heads, m3/s; the depth in the opening goes into the state. */
  openingFlow(i: number, h1: number, h2: number): number {
    const opening = this.#openings[i - this.#net.conduitCount]!;
    opening.find(h1, h2, this.#state.setting[i]!);
    this.#state.linkDepth[i] = opening.depth;
    return opening.flow;
  }

  /** What the pump `i` lifts at its present setting, m3/s: an ideal one all that arrives. For the rest see `PumpFlow.flowAt`. */
  pumped(i: number, arriving: number, volume: number, depth: number, lift: number): number {
    const pump = this.pumps[i - this.#net.conduitCount]!;
    const setting = this.#state.setting[i]!;
    if (setting <= 0) return 0;
    return pump.isIdeal ? arriving * setting : pump.flowAt(volume, depth, lift, setting);
  }

  #pump(i: number, dt: number): void {
    const net = this.#net;
    const state = this.#state;
    const n1 = net.from[i]!;
    const n2 = net.to[i]!;
    const pump = this.pumps[i - net.conduitCount]!;
    let q: number;
    let sensitive = 0;
    // What arrives at the inlet besides this link's own flow, and what may be drawn without emptying the well within the step.
    const arriving = Math.max(0, state.node[n1 * NODE + NET]!);
    const held =
      (net.traits[n1]! & IS_STORAGE) === 0
        ? state.oldDepth[n1]! * Math.max(state.node[n1 * NODE + SURFACE]!, this.#options.minimumArea)
        : state.oldVolume[net.storeOf[n1]!]!;
    if (pump === null) q = Math.min(arriving, flowLimit(net, i));
    else {
      const lift = state.node[n2 * NODE + HEAD]! - state.node[n1 * NODE + HEAD]!;
      q = this.pumped(i, arriving, volumeOf(net, state, n1), state.depth[n1]!, lift);
      if (state.setting[i]! > 0 && !pump.isIdeal) sensitive = pump.sensitivity;
    }
    const most = Math.max(0, 0.5 * (state.node[n1 * NODE + OLD_NET]! + state.oldFlow[i]!) + 0.5 * state.node[n1 * NODE + NET]! + held / dt);
    if (pump !== null && !pump.isIdeal && q > most) q = most;
    if (q < 0) q = 0;
    state.flow[i] = q;
    state.linkDepth[i] = 0;
    state.link[i * MOVING + SURFACE_1] = 0;
    state.link[i * MOVING + SURFACE_2] = 0;
    state.link[i * MOVING + RESPONSE] = sensitive;
  }
}
