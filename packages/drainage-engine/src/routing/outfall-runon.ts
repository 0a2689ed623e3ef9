import type { Hydrology } from '../hydrology/hydrology.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import type { NetworkState } from './network-state.ts';
import type { Network } from './network.ts';
import { NET, NODE, OLD_NET } from './records.ts';

/** Outfalls whose water runs onto a catchment (SWMM 5.2 User's Manual, [OUTFALLS], RouteTo). */
export class OutfallRunon {
  readonly #nodes: Int32Array;
  readonly #catchments: Int32Array;

  constructor(model: DrainageModel, net: Network) {
    const catchments = new Map(model.subcatchments.map(({ name }, s) => [name, s]));
    const pairs = model.nodes.flatMap((node, i) => {
      const to = node.kind === 'outfall' && node.routeTo !== null ? catchments.get(node.routeTo) : undefined;
      return to === undefined ? [] : [[net.kernelNode[i]!, to] as const];
    });
    this.#nodes = Int32Array.from(pairs, ([n]) => n);
    this.#catchments = Int32Array.from(pairs, ([, s]) => s);
  }

  /** Whether any outfall does so. */
  get isIdle(): boolean {
    return this.#nodes.length === 0;
  }

  /** Hands over what left in an accepted step of `dt` seconds. */
  hand(state: NetworkState, hydrology: Hydrology | null, dt: number): void {
    if (hydrology === null) return;
    for (let k = 0; k < this.#nodes.length; k++) {
      const n = this.#nodes[k]!;
      const volume = 0.5 * (state.node[n * NODE + OLD_NET]! + state.node[n * NODE + NET]!) * dt;
      if (volume > 0) hydrology.takeIn(this.#catchments[k]!, volume);
    }
  }
}
