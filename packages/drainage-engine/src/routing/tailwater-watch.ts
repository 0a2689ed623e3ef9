import type { DrainageModel } from '../model/drainage-model.ts';
import type { NetworkState } from './network-state.ts';
import type { Network } from './network.ts';
import { NET, NODE } from './records.ts';

/** An outfall with a level of its own, and what has left through it. */
type Watched = { readonly n: number; readonly name: string; readonly level: number; out: number; backed: number; most: number };

/**
 * Watches, in a run that knows no level below a conduit, the outfalls whose fixed level lies above their bed: where it stood above the normal
 * depth of what flowed, the depths near the outfall were higher than computed.
 */
export class TailwaterWatch {
  readonly #state: NetworkState;
  readonly #outfalls: readonly Watched[];

  constructor(model: DrainageModel, net: Network, state: NetworkState) {
    this.#state = state;
    this.#outfalls = model.nodes.flatMap((node, at) =>
      node.kind === 'outfall' && node.stage.kind === 'fixed' && node.stage.level > node.invert
        ? [{ n: net.kernelNode[at]!, name: node.name, level: node.stage.level - node.invert, out: 0, backed: 0, most: 0 }]
        : [],
    );
  }

  /** Takes in a step of `dt` seconds. */
  add(dt: number): void {
    for (const outfall of this.#outfalls) {
      const volume = Math.max(0, this.#state.node[outfall.n * NODE + NET]!) * dt;
      const lacks = outfall.level - this.#state.depth[outfall.n]!;
      outfall.out += volume;
      if (!(lacks > 0) || volume === 0) continue;
      outfall.backed += volume;
      outfall.most = Math.max(outfall.most, lacks);
    }
  }

  /** A sentence for each outfall that backed water up. */
  warnings(): string[] {
    return this.#outfalls
      .filter(({ backed }) => backed > 0)
      .map(
        ({ name, out, backed, most }) =>
          `The level at outfall ${name} stood up to ${most.toFixed(2)} m above the normal depth of what flowed, while ${((100 * backed) / out).toFixed(0)} % of its water left: depths near it are higher than computed. The dynamic wave knows this backwater.`,
      );
  }
}
