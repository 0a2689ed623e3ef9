import type { Hydrology } from '../hydrology/hydrology.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import type { NetworkState } from '../routing/network-state.ts';
import type { Network } from '../routing/network.ts';

/** Control rules and pump switches, looked at before each step. */
export class ControlSystem {
  constructor(_model: DrainageModel, _net: Network, _state: NetworkState, _hydrology: Hydrology | null) {}

  apply(_moment: number, _dt: number): void {}
}
