import type { NetworkState } from '../routing/network-state.ts';
import { PUMP, type Network } from '../routing/network.ts';
import type { RareLinks } from './statistics-arrays.ts';

/** Flow below which an outfall or a pump counts as still, m3/s. */
export const STILL = 3e-5;
/** Weight of water, N/m3. */
const WEIGHT = 9810;

/** Counts how long the pumps among some links ran in a step, their starts, and the work of lifting without loss. */
export function addPumps(net: Network, state: NetworkState, rare: RareLinks, start: number, end: number, dt: number): void {
  const { from, to, invert, kind } = net;
  const { depth, flow } = state;
  const { onSeconds, energy, starts, isOn } = rare;
  for (let i = start; i < end; i++) {
    if (kind[i] !== PUMP) continue;
    const q = flow[i]!;
    const runs = q > STILL ? 1 : 0;
    if (runs === 1) {
      onSeconds[i]! += dt;
      const lift = invert[to[i]!]! + depth[to[i]!]! - invert[from[i]!]! - depth[from[i]!]!;
      energy[i]! += WEIGHT * q * Math.max(0, lift) * dt;
      if (isOn[i] === 0) starts[i]! += 1;
    }
    isOn[i] = runs;
  }
}
