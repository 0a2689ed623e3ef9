import type { NetworkState } from './network-state.ts';
import { DRY_DEPTH, type Network } from './network.ts';

/** Water lost over rims in the last `bookStep`, m3. */
export const booked = new Float64Array(1);

/**
 * Books what came to every node in an accepted step against what its own volumes took up. The rest is its debt: from depths that trials
 * left within their tolerance, from surfaces that changed during the step, from levels cut off at bed, crown or rim. What the conduits
 * took up is taken off when their first trial of the next step sees it. Continuity then pays the debt back, so that errors of single
 * steps do not add up.
 */
export function bookStep(net: Network, state: NetworkState, dt: number): void {
  const { depth, oldDepth, net: sum, oldNet, overflow, volume, oldVolume, debt, carry, shaft, spare } = state;
  const { outfallStart, pondedArea } = net;
  const half = 0.5 * dt;
  let spilled = 0;
  for (let n = 0; n < outfallStart; n++) {
    const spill = pondedArea[n] === 0 ? overflow[n]! * dt : 0;
    let rest = half * (oldNet[n]! + sum[n]!) - spill - (volume[n]! - oldVolume[n]!);
    const held = shaft[n]!;
    const wide = spare[n]!;
    if (wide < 0 && spill <= 0) {
      // Under pressure: the surface lent near the crown holds the rest, and gives it back when the node falls below its crown.
      shaft[n] = held + rest + carry[n]!;
      rest = -carry[n]!;
    } else if (wide >= 0 && (wide > 0 || held !== 0)) {
      const y = depth[n]!;
      let now = held + wide * (y - oldDepth[n]!);
      if (now < 0 || y <= DRY_DEPTH || wide === 0) now = 0;
      rest -= now - held;
      shaft[n] = now;
    }
    debt[n]! += rest;
    spilled += spill;
  }
  booked[0] = spilled;
}
