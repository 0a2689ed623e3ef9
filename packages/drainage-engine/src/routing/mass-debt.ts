import type { NetworkState } from './network-state.ts';
import { DRY_DEPTH, HOLDS, PONDS, type Network } from './network.ts';
import { CARRY, DEBT, NET, NODE, OLD_NET, SHAFT, SPARE } from './records.ts';

/**
 * Books what came to every node in an accepted step against what its own volumes took up. The rest is its debt: from depths that trials
 * left within their tolerance, from surfaces that changed during the step, from levels cut off at bed, crown or rim. What the conduits
 * took up is taken off when their first trial of the next step sees it. Continuity then pays the debt back, so that errors of single
 * steps do not add up.
 *
 * @param part of the network
 * @param dt its step, s
 * @returns water lost over rims, m3
 */
export function bookStep(net: Network, state: NetworkState, part: number, dt: number): number {
  const { node, depth, oldDepth, overflow, volume, oldVolume } = state;
  const { partNode, traits, storeOf } = net;
  const half = 0.5 * dt;
  let spilled = 0;
  const end = partNode[part + 1]!;
  for (let n = partNode[part]!; n < end; n++) {
    const m = n * NODE;
    const trait = traits[n]!;
    const spill = (trait & PONDS) === 0 ? overflow[n]! * dt : 0;
    let rest = half * (node[m + OLD_NET]! + node[m + NET]!) - spill;
    if ((trait & HOLDS) !== 0) rest -= volume[storeOf[n]!]! - oldVolume[storeOf[n]!]!;
    const held = node[m + SHAFT]!;
    const wide = node[m + SPARE]!;
    if (wide < 0 && spill <= 0) {
      // Under pressure: the surface lent near the crown holds the rest, and gives it back when the node falls below its crown.
      node[m + SHAFT] = held + rest + node[m + CARRY]!;
      rest = -node[m + CARRY]!;
    } else if (wide >= 0 && (wide > 0 || held !== 0)) {
      const y = depth[n]!;
      let now = held + wide * (y - oldDepth[n]!);
      if (now < 0 || y <= DRY_DEPTH || wide === 0) now = 0;
      rest -= now - held;
      node[m + SHAFT] = now;
    }
    node[m + DEBT]! += rest;
    spilled += spill;
  }
  return spilled;
}
