import type { NetworkState } from './network-state.ts';
import { sumSides } from './network-state.ts';
import type { Network } from './network.ts';
import { NET, NODE, OLD_NET } from './records.ts';

/** Puts the lateral inflows that have arrived in the place of those before, in the net inflow of the nodes too. */
export function takeArriving(net: Network, state: NetworkState): void {
  const { node, lateral, oldLateral, arriving } = state;
  for (let n = 0; n < net.nodeCount; n++) {
    node[n * NODE + NET]! += arriving[n]! - lateral[n]!;
    oldLateral[n] = lateral[n]!;
    lateral[n] = arriving[n]!;
  }
  sumSides(net, state);
}

/** Lets the network stand: from now on it is as it is, and no longer on its way from the step before. */
export function standStill(net: Network, state: NetworkState): void {
  const { node, depth, oldDepth, flow, oldFlow, area, oldArea, volume, oldVolume, lateral, oldLateral } = state;
  oldDepth.set(depth);
  oldFlow.set(flow);
  oldArea.set(area);
  oldVolume.set(volume);
  oldLateral.set(lateral);
  for (let n = 0; n < net.nodeCount; n++) node[n * NODE + OLD_NET] = node[n * NODE + NET]!;
}
