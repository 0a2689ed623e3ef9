import { offset2 } from './link-values.ts';
import { firstFew } from '../first-few.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import type { NetworkState } from './network-state.ts';
import { IS_STORAGE, CONDUIT, type Network } from './network.ts';
import { NODE, FULL, FIXED, NET } from './records.ts';

/** An outfall with a level of its own, and what has left through it. */
type Watched = { readonly n: number; readonly name: string; readonly level: number; out: number; backed: number; most: number };

/**
 * Watches, in a run that knows no level below a conduit, where there was one: outfalls whose fixed level stood above the normal depth of what
 * flowed, and storages that stood over the crown of a conduit which feeds them. Depths above them were higher than computed.
 */
export class TailwaterWatch {
  readonly #model: DrainageModel;
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #outfalls: readonly Watched[];
  /** Conduits that end in a storage, and how far it stood over their crown at most, m. */
  readonly #feeders: Int32Array;
  readonly #over: Float64Array;

  constructor(model: DrainageModel, net: Network, state: NetworkState) {
    this.#model = model;
    this.#net = net;
    this.#state = state;
    const feeders: number[] = [];
    for (let i = 0; i < net.conduitCount; i++) if (net.kind[i] === CONDUIT && (net.traits[net.to[i]!]! & IS_STORAGE) !== 0) feeders.push(i);
    this.#feeders = Int32Array.from(feeders);
    this.#over = new Float64Array(feeders.length);
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
    const net = this.#net;
    for (let k = 0; k < this.#feeders.length; k++) {
      const i = this.#feeders[k]!;
      this.#over[k] = Math.max(this.#over[k]!, this.#state.depth[net.to[i]!]! - offset2(net, i) - net.link[i * FIXED + FULL]!);
    }
  }

  /** What was backed up, one sentence for each outfall and one for the storages. */
  warnings(): string[] {
    return [...this.#outfallWarnings(), ...this.#storageWarnings()];
  }

  #storageWarnings(): string[] {
    const { to, modelLink, modelNode } = this.#net;
    const drowned = [...this.#feeders.keys()].filter((k) => this.#over[k]! > 0).toSorted((a, b) => this.#over[b]! - this.#over[a]!);
    if (drowned.length === 0) return [];
    const named = drowned.map((k) => {
      const i = this.#feeders[k]!;
      const [link, node] = [this.#model.links[modelLink[i]!]!.name, this.#model.nodes[modelNode[to[i]!]!]!.name];
      return `${node} ${this.#over[k]!.toFixed(2)} m over ${link}`;
    });
    return [`Storages stood over the crown of conduits that feed them (${firstFew(named)}): what they backed up is not computed.`];
  }

  #outfallWarnings(): string[] {
    return this.#outfalls
      .filter(({ backed }) => backed > 0)
      .map(
        ({ name, out, backed, most }) =>
          `The level at outfall ${name} stood up to ${most.toFixed(2)} m above the normal depth of what flowed, while ${((100 * backed) / out).toFixed(0)} % of its water left: depths near it are higher than computed. The dynamic wave knows this backwater.`,
      );
  }
}
