import { keptShare } from './conduit-volume.ts';
import type { NetworkState } from './network-state.ts';
import { LARGE_DEBT } from './node-depth.ts';
import { DRY_DEPTH, HOLDS, PONDS, type Network } from './network.ts';
import { CARRY, DEBT, FREE_SURFACE, NET, NODE, OLD_NET, SHAFT, SPARE } from './records.ts';

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
  const { node, depth, oldDepth, overflow, volume, oldVolume, pressed, isPressed } = state;
  const { partNode, traits, storeOf } = net;
  const half = 0.5 * dt;
  const handedOut = keptShare(dt);
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
      // Under pressure: the surface lent near the crown holds the rest, and gives it back as the node falls to its crown again.
      isPressed[part] = 1;
      const taken = pressed[n]! + rest + node[m + CARRY]!;
      const most = LARGE_DEBT * node[m + FREE_SURFACE]!;
      // Trials that do not converge must not draw on it without end.
      pressed[n] = taken > most ? most : taken < -most ? -most : taken;
      rest = taken - pressed[n]! - node[m + CARRY]!;
    } else if (wide >= 0 && (wide > 0 || held !== 0)) {
      const y = depth[n]!;
      let now = held + wide * (y - oldDepth[n]!);
      if (now < 0 || y <= DRY_DEPTH || wide === 0) now = 0;
      rest -= now - held;
      node[m + SHAFT] = now;
    }
    if (wide >= 0 && isPressed[part] !== 0) {
      const left = pressed[n]! * handedOut;
      pressed[n]! -= left;
      rest += left;
    }
    node[m + DEBT]! += rest;
    spilled += spill;
  }
  return spilled;
}
