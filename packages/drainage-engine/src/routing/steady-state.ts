import type { DrainageModel } from '../model/drainage-model.ts';
import type { NetworkState } from './network-state.ts';
import { STILL_FLOW, type Network } from './network.ts';
import { LOSS, NET, NODE } from './records.ts';

/**
 * Whether a step may be skipped (SWMM 5.2 User's Manual, SKIP_STEADY_STATE): what enters and what leaves the network differ by at most
 * SYS_FLOW_TOL, and no lateral inflow has changed since the step before by more than LAT_FLOW_TOL.
 *
 * Three things besides, which SWMM does not ask for and holds the network against: inside it the nodes must not fill and empty by more
 * than SYS_FLOW_TOL either (a rising and a falling flow may be equal for a moment), no gate or pump may turn, and no outfall may follow a
 * tide or a series.
 */
export class SteadyState {
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #systemTolerance: number;
  readonly #lateralTolerance: number;
  readonly #isNever: boolean;
  readonly #settings: Float64Array;
  #isFirst = true;

  constructor({ options, nodes }: DrainageModel, net: Network, state: NetworkState) {
    this.#net = net;
    this.#state = state;
    this.#systemTolerance = options.systemFlowTolerance;
    this.#lateralTolerance = options.lateralFlowTolerance;
    this.#isNever =
      !options.skipsSteadyState ||
      nodes.some((node) => node.kind === 'outfall' && (node.stage.kind === 'tidal' || node.stage.kind === 'series'));
    this.#settings = Float64Array.from(state.setting);
  }

  /** Asked once a step, when its lateral inflows have arrived and its settings are set. */
  holds(): boolean {
    if (this.#isNever) return false;
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    return !this.#hasTurned() && !isFirst && this.#isBalanced() && this.#isFedEvenly();
  }

  #hasTurned(): boolean {
    const { setting } = this.#state;
    const hasTurned = setting.some((one, i) => one !== this.#settings[i]);
    this.#settings.set(setting);
    return hasTurned;
  }

  #isFedEvenly(): boolean {
    const { arriving, lateral } = this.#state;
    for (let n = 0; n < lateral.length; n++) {
      if (Math.abs(arriving[n]! - lateral[n]!) > this.#lateralTolerance * Math.abs(lateral[n]!)) return false;
    }
    return true;
  }

  #isBalanced(): boolean {
    const { nodeCount, outfallStart } = this.#net;
    const { node, arriving, overflow } = this.#state;
    let into = 0;
    let outOf = 0;
    for (let n = 0; n < nodeCount; n++) {
      into += Math.max(0, arriving[n]!);
      outOf += Math.max(0, -arriving[n]!) + overflow[n]! + node[n * NODE + LOSS]!;
    }
    for (let n = outfallStart; n < nodeCount; n++) {
      const leaving = node[n * NODE + NET]!;
      if (leaving > 0) outOf += leaving;
      else into -= leaving;
    }
    let inside = 0;
    for (let n = 0; n < outfallStart; n++) inside += Math.abs(node[n * NODE + NET]!);
    const most = Math.max(this.#systemTolerance * into, STILL_FLOW);
    return Math.abs(into - outOf) <= most && inside <= most;
  }
}
