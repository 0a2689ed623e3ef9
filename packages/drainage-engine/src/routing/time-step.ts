import type { ModelOptions } from '../model/options.ts';
import { GRAVITY } from '../sections/critical-depth.ts';
import type { NetworkState } from './network-state.ts';
import { DRY_DEPTH, STILL_FLOW, type Network } from './network.ts';

/** Chooses the length of each step and counts which link cut it. */
export class StepChooser {
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #options: ModelOptions;
  #isFirst = true;
  #lastStep = 0;
  /** Steps that each link cut, by kernel index. */
  readonly criticalSteps: Float64Array;

  constructor(net: Network, state: NetworkState, options: ModelOptions) {
    this.#net = net;
    this.#state = state;
    this.#options = options;
    this.criticalSteps = new Float64Array(net.linkCount);
  }

  /**
   * Length of the next step, s (SWMM Reference Manual Vol. II, section 3.4, eqs. 3-30 to 3-32): Courant for every wet conduit, and a quarter of its
   * crown for every node's rise.
   */
  next(): number {
    const { routingStep, variableStep, minimumStep, routing } = this.#options;
    if (!(variableStep > 0) || routing !== 'dynamic-wave') return routingStep;
    const least = Math.min(Math.max(minimumStep, 0.001), routingStep);
    if (this.#isFirst) {
      this.#isFirst = false;
      this.#lastStep = least;
      return least;
    }
    let step = routingStep;
    let cutBy = -1;
    const { conduitCount, length, barrels, outfallStart, crown } = this.#net;
    const { flow, area, topWidth, depth, oldDepth } = this.#state;
    for (let i = 0; i < conduitCount; i++) {
      const q = flow[i]! < 0 ? -flow[i]! : flow[i]!;
      if (q <= STILL_FLOW) continue;
      const top = topWidth[i]!;
      if (top <= 0) continue;
      const v = q / (area[i]! * barrels[i]!);
      const wave = GRAVITY * area[i]!;
      // Still water may be crossed; else a wave may not cross more than the link (compared as squares, so that most need no root).
      if (v * v * top <= 1e-4 * wave) continue;
      const reach = (variableStep * length[i]!) / step - v;
      if (reach > 0 && reach * reach * top > wave) continue;
      step = (variableStep * length[i]!) / (v + Math.sqrt(wave / top));
      cutBy = i;
    }
    for (let n = 0; n < outfallStart; n++) {
      const y = depth[n]!;
      if (y <= DRY_DEPTH || y + DRY_DEPTH > crown[n]!) continue;
      const rise = Math.abs(y - oldDepth[n]!);
      if (rise < 1e-6) continue;
      const allowed = (0.25 * crown[n]! * this.#lastStep) / rise;
      if (allowed < step) {
        step = allowed;
        cutBy = -1;
      }
    }
    if (cutBy >= 0) this.criticalSteps[cutBy]! += 1;
    step = Math.max(least, Math.floor(step * 1000) / 1000);
    this.#lastStep = step;
    return step;
  }
}
