import type { DrainageModel } from '../model/drainage-model.ts';
import type { NetworkState } from './network-state.ts';
import type { Network } from './network.ts';
import type { KernelOptions } from './kernel-options.ts';
import type { StorageSet } from './storage.ts';

/** Links without momentum: pumps, orifices, weirs, outlets, dummy conduits. */
export type Structures = {
  readonly count: number;
  /** Their end nodes that are no outfalls. */
  readonly ends: Int32Array;
  /** One trial: flows, and what they give to their nodes. */
  flows(dt: number, trial: number): void;
};

/** The structures of a model. */
export function structuresOf(
  _model: DrainageModel,
  _net: Network,
  _state: NetworkState,
  _storages: StorageSet,
  _options: KernelOptions,
): Structures {
  return { count: 0, ends: new Int32Array(0), flows: () => undefined };
}
