import type { DrainageModel } from '../model/drainage-model.ts';
import type { NetworkState } from './network-state.ts';
import type { Network } from './network.ts';
import type { Structures } from './structures.ts';

const DAY = 86_400;

/** Pump switches by depth, and gates on their way to the wanted setting. Once a step, after the rules. */
export class Settings {
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #structures: Structures;
  /** Seconds an orifice needs to open fully; 0 at once. By kernel link. */
  readonly #openTime: Float64Array;

  constructor(model: DrainageModel, net: Network, state: NetworkState, structures: Structures) {
    this.#net = net;
    this.#state = state;
    this.#structures = structures;
    // What a link is at the start it has been since the midnight before: so SWMM answers rules on TIMEOPEN and TIMECLOSED.
    state.sinceSetting.fill(model.options.start % DAY);
    this.#openTime = new Float64Array(net.settingCount);
    for (let i = net.conduitCount; i < net.linkCount; i++) {
      const link = model.links[net.modelLink[i]!]!;
      if (link.kind === 'orifice') this.#openTime[i] = link.openTime;
    }
  }

  /** Before the rules: pumps that their own depths switch. */
  switchPumps(): void {
    const { from, conduitCount, linkCount } = this.#net;
    const { depth, target } = this.#state;
    for (let i = conduitCount; i < linkCount; i++) {
      const pump = this.#structures.pumps[i - conduitCount];
      if (pump === null || pump === undefined) continue;
      const y = depth[from[i]!]!;
      if (pump.stopDepth > 0 && target[i]! > 0 && y < pump.stopDepth) target[i] = 0;
      if (pump.startDepth > 0 && target[i] === 0 && y > pump.startDepth) target[i] = 1;
    }
  }

  /** After the rules: settings follow their targets. */
  follow(dt: number): void {
    const { linkCount } = this.#net;
    const { setting, target, sinceSetting } = this.#state;
    for (let i = 0; i < linkCount; i++) {
      const was = setting[i]!;
      const wanted = target[i]!;
      if (was === wanted) {
        sinceSetting[i]! += dt;
        continue;
      }
      const time = this.#openTime[i]!;
      const most = time > 0 ? dt / time : Infinity;
      const now = Math.abs(wanted - was) <= most ? wanted : was + Math.sign(wanted - was) * most;
      setting[i] = now;
      // Counted to the end of this step, when the rules next look.
      sinceSetting[i] = was > 0 === now > 0 ? sinceSetting[i]! + dt : dt;
    }
  }
}
