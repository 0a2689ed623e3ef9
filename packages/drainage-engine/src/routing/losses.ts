import { potentialEvaporation } from '../hydrology/potential-evaporation.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import { atSection, sectionAt } from '../sections/section-at.ts';
import { volumeOf, type NetworkState } from './network-state.ts';
import { realLength } from './link-values.ts';
import { CONDUIT, DRY_DEPTH, IS_CLOSED, type Network } from './network.ts';
import { FIXED, FULL, LOSS, NODE } from './records.ts';
import { StorageSeepage } from './storage-seepage.ts';
import { storageArea, type StorageSet } from './storage.ts';

/** Depth at which a section is widest, m. */
function widestDepth(net: Network, i: number): number {
  const full = net.link[i * FIXED + FULL]!;
  let best = 0;
  let at = full;
  for (let k = 1; k <= 100; k++) {
    sectionAt(net.sections, i, (full * k) / 100);
    if (atSection[0]! > best * (1 + 1e-9)) {
      best = atSection[0]!;
      at = (full * k) / 100;
    }
  }
  return at;
}

/**
 * Evaporation and seepage of conduits and storages (SWMM Reference Manual Vol. II, section 7.1). A conduit
 * loses by its surface, seepage at most by its greatest width, from its upstream node; nothing loses more than it holds.
 */
export class Losses {
  /** Since the start, m3. */
  evaporated = 0;
  seeped = 0;
  readonly #net: Network;
  readonly #state: NetworkState;
  readonly #storages: StorageSet;
  readonly #evaporationAt: (moment: number) => number;
  readonly #conductivity: readonly number[] | null;
  readonly #conduits: Int32Array;
  readonly #seepage: Float64Array;
  readonly #widest: Float64Array;
  readonly #basins: Int32Array;
  readonly #fraction: Float64Array;
  readonly #soils: readonly (StorageSeepage | null)[];
  readonly #ofConduit: Float64Array | null;
  #evaporation = 0;
  #seeping = 0;

  /** @param ofConduit takes the loss of each conduit, m3/s, where conduits themselves book it; else it leaves their upstream nodes */
  constructor(model: DrainageModel, net: Network, state: NetworkState, storages: StorageSet, ofConduit: Float64Array | null = null) {
    this.#ofConduit = ofConduit;
    this.#net = net;
    this.#state = state;
    this.#storages = storages;
    this.#evaporationAt = potentialEvaporation(model);
    this.#conductivity = model.adjustments.conductivity;
    const { source } = model.evaporation;
    const evaporates = source.kind !== 'constant' || source.rate > 0 || model.adjustments.evaporation !== null;
    const conduits: number[] = [];
    for (let i = 0; i < net.conduitCount; i++) {
      const link = model.links[net.modelLink[i]!]!;
      if (net.kind[i] !== CONDUIT || link.kind !== 'conduit') continue;
      if (link.seepage > 0 || (evaporates && (net.special[i]! & IS_CLOSED) === 0)) conduits.push(i);
    }
    this.#conduits = Int32Array.from(conduits);
    this.#seepage = Float64Array.from(conduits, (i) => {
      const link = model.links[net.modelLink[i]!]!;
      return link.kind === 'conduit' ? link.seepage : 0;
    });
    this.#widest = Float64Array.from(conduits, (i) => widestDepth(net, i));
    const basins = model.nodes.flatMap((node, i) =>
      node.kind === 'storage' && (node.seepage !== null || (evaporates && node.evaporationFraction > 0))
        ? [{ n: net.kernelNode[i]!, node }]
        : [],
    );
    this.#basins = Int32Array.from(basins, ({ n }) => n);
    this.#fraction = Float64Array.from(basins, ({ node }) => node.evaporationFraction);
    this.#soils = basins.map(({ n, node }) =>
      node.seepage === null ? null : new StorageSeepage(node.seepage, storages, n, node.maximumDepth),
    );
  }

  /** Whether nothing can be lost. */
  get isIdle(): boolean {
    return this.#conduits.length === 0 && this.#basins.length === 0;
  }

  /** Sets the losses of a step by the state at its beginning, and adds them to the sums as continuity books them. */
  find(moment: number, dt: number): void {
    if (this.isIdle) return;
    const { node } = this.#state;
    for (let k = LOSS; k < node.length; k += NODE) node[k] = 0;
    this.#ofConduit?.fill(0);
    const evaporation = this.#evaporationAt(moment);
    const factor = this.#conductivity === null ? 1 : (this.#conductivity[new Date(moment * 1000).getUTCMonth()] ?? 1);
    const before = [this.#evaporation, this.#seeping] as const;
    this.#evaporation = 0;
    this.#seeping = 0;
    this.#ofConduits(evaporation, factor, dt);
    this.#ofStorages(evaporation, factor, dt);
    this.evaporated += 0.5 * (before[0] + this.#evaporation) * dt;
    this.seeped += 0.5 * (before[1] + this.#seeping) * dt;
  }

  /** Adds to the sums what a place with `most` to lose loses. @returns that loss, m3/s */
  #lost(evaporation: number, seepage: number, most: number): number {
    const sum = evaporation + seepage;
    if (!(sum > 0) || !(most > 0)) return 0;
    const share = sum > most ? most / sum : 1;
    this.#evaporation += share * evaporation;
    this.#seeping += share * seepage;
    return share * sum;
  }

  #ofConduits(evaporation: number, factor: number, dt: number): void {
    const net = this.#net;
    const { from, to, sections, special, link, barrels, outfallStart } = net;
    const { linkDepth, flow, area } = this.#state;
    for (let k = 0; k < this.#conduits.length; k++) {
      const i = this.#conduits[k]!;
      const y = Math.min(linkDepth[i]!, link[i * FIXED + FULL]!);
      if (y <= 2 * DRY_DEPTH) continue;
      const reach = realLength(net, i) * barrels[i]!;
      let evaporates = 0;
      if (evaporation > 0 && (special[i]! & IS_CLOSED) === 0) {
        sectionAt(sections, i, y);
        evaporates = evaporation * atSection[0]! * reach;
      }
      let seeps = 0;
      if (this.#seepage[k]! > 0) {
        sectionAt(sections, i, Math.min(y, this.#widest[k]!));
        seeps = this.#seepage[k]! * factor * atSection[0]! * reach;
      }
      const loss = this.#lost(evaporates, seeps, (area[i]! * reach) / dt);
      const upper = flow[i]! >= 0 ? from[i]! : to[i]!;
      if (this.#ofConduit !== null) this.#ofConduit[i] = loss;
      else this.#state.node[(upper < outfallStart ? upper : from[i]!) * NODE + LOSS]! += loss;
    }
  }

  #ofStorages(evaporation: number, factor: number, dt: number): void {
    const { depth } = this.#state;
    for (let k = 0; k < this.#basins.length; k++) {
      const n = this.#basins[k]!;
      const y = depth[n]!;
      if (y <= DRY_DEPTH) continue;
      const area = storageArea(this.#storages, n, y);
      const soil = this.#soils[k]!;
      const seeps = soil === null ? 0 : soil.rate(y, area, factor, dt);
      this.#state.node[n * NODE + LOSS]! += this.#lost(
        evaporation * this.#fraction[k]! * area,
        seeps,
        volumeOf(this.#net, this.#state, n) / dt,
      );
    }
  }
}
