import type { DrainageModel } from '../model/drainage-model.ts';
import type { KernelOptions } from './kernel-options.ts';
import type { NetworkState } from './network-state.ts';
import { DRY_DEPTH, DUMMY, PUMP, STILL_FLOW, type Network } from './network.ts';
import type { Opening } from './opening.ts';
import { OrificeFlow } from './orifice.ts';
import { OutletFlow } from './outlet.ts';
import { PumpFlow } from './pump.ts';
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
      const crest = net.bed1[i]!;
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
    const { flow, surface1, surface2, linkSensitivity, net: netFlow, surface, structureSurface, sensitivity } = this.#state;
    for (let i = start; i < end; i++) {
      const n1 = net.from[i]!;
      const n2 = net.to[i]!;
      const last = flow[i]!;
      const isPump = net.kind[i] === PUMP || net.kind[i] === DUMMY;
      if (trial > 0) {
        netFlow[n1]! += last;
        netFlow[n2]! -= last;
        surface[n1]! -= surface1[i]!;
        surface[n2]! -= surface2[i]!;
        structureSurface[n1]! -= surface1[i]!;
        structureSurface[n2]! -= surface2[i]!;
        sensitivity[n1]! -= linkSensitivity[i]!;
        if (!isPump) sensitivity[n2]! -= linkSensitivity[i]!;
      }
      if (isPump) this.#pump(i, dt);
      else this.#opening(i, last, trial);
      const q = flow[i]!;
      netFlow[n1]! -= q;
      netFlow[n2]! += q;
      surface[n1]! += surface1[i]!;
      surface[n2]! += surface2[i]!;
      structureSurface[n1]! += surface1[i]!;
      structureSurface[n2]! += surface2[i]!;
      sensitivity[n1]! += linkSensitivity[i]!;
      if (!isPump) sensitivity[n2]! += linkSensitivity[i]!;
    }
  }

  #opening(i: number, last: number, trial: number): void {
    const net = this.#net;
    const state = this.#state;
    const opening = this.#openings[i - net.conduitCount]!;
    const n1 = net.from[i]!;
    const n2 = net.to[i]!;
    opening.find(state.head[n1]!, state.head[n2]!, state.setting[i]!);
    let q = opening.flow;
    if (trial > 0) {
      q = 0.5 * (last + q);
      if (q * last < 0) q = q > 0 ? 10 * STILL_FLOW : -10 * STILL_FLOW;
    }
    if (q > STILL_FLOW && state.depth[n1]! <= DRY_DEPTH) q = STILL_FLOW;
    else if (q < -STILL_FLOW && state.depth[n2]! <= DRY_DEPTH) q = -STILL_FLOW;
    if ((q < 0 && net.shutsBack[n2] !== 0) || (q > 0 && net.shutsBack[n1] !== 0)) q = 0;
    state.flow[i] = q;
    state.linkDepth[i] = opening.depth;
    // A storage's own area is the whole of its surface.
    state.surface1[i] = net.isStorage[n1] !== 0 ? 0 : 0.5 * opening.surface;
    state.surface2[i] = net.isStorage[n2] !== 0 ? 0 : 0.5 * opening.surface;
    state.linkSensitivity[i] = opening.sensitivity;
  }

  #pump(i: number, dt: number): void {
    const net = this.#net;
    const state = this.#state;
    const n1 = net.from[i]!;
    const n2 = net.to[i]!;
    const pump = this.pumps[i - net.conduitCount]!;
    const setting = state.setting[i]!;
    let q: number;
    let sensitive = 0;
    // What arrives at the inlet besides this link's own flow, and what may be drawn without emptying the well within the step.
    const arriving = Math.max(0, state.net[n1]!);
    const held =
      net.isStorage[n1] === 0 ? state.oldDepth[n1]! * Math.max(state.surface[n1]!, this.#options.minimumArea) : state.oldVolume[n1]!;
    if (pump === null) q = Math.min(arriving, net.flowLimit[i]!);
    else if (setting <= 0) q = 0;
    else if (pump.isIdeal) q = arriving * setting;
    else {
      q = pump.flowAt(state.volume[n1]!, state.depth[n1]!, state.head[n2]! - state.head[n1]!, setting);
      sensitive = pump.sensitivity;
    }
    const most = Math.max(0, 0.5 * (state.oldNet[n1]! + state.oldFlow[i]!) + 0.5 * state.net[n1]! + held / dt);
    if (pump !== null && !pump.isIdeal && q > most) q = most;
    if (q < 0) q = 0;
    state.flow[i] = q;
    state.linkDepth[i] = 0;
    state.surface1[i] = 0;
    state.surface2[i] = 0;
    state.linkSensitivity[i] = sensitive;
  }
}
