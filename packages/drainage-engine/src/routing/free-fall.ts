import { criticalDepthNear } from '../sections/critical-depth.ts';
import { normalDepthNear } from '../sections/normal-depth.ts';
import type { NetworkState } from './network-state.ts';
import { DRY_DEPTH, type Network } from './network.ts';
import { BED_1, BED_2, BETA, FIXED, HEAD, NODE } from './records.ts';

/** Flow classes of a conduit: which ends are dry, and whether the water falls freely from one. */
export const DRY = 0;
export const UPPER_DRY = 1;
export const LOWER_DRY = 2;
export const SUBCRITICAL = 3;
export const UPPER_CRITICAL = 4;
export const LOWER_CRITICAL = 5;

/** Share (index 0) of its half that a subcritical conduit gives to its lower node, left by the last call of `fallingClass`. */
export const lowerShare = new Float64Array(1);

/**
 * Critical and normal depth of a conduit for the flow of one barrel, kept in the state until the flow has changed by 0.2 %: the root is
 * sought anew only then, since at an end where it matters both are of order q^0.6.
 */
export function findFallDepths(net: Network, state: NetworkState, i: number, flow: number): void {
  const last = state.depthsFlow[i]!;
  if (Math.abs(flow - last) <= 0.002 * last) return;
  state.depthsFlow[i] = flow;
  state.critical[i] = criticalDepthNear(net.sections, i, flow, state.critical[i]!);
  state.normal[i] = normalDepthNear(net.sections, i, flow, net.link[i * FIXED + BETA]!, state.normal[i]!);
}

/**
 * Class of a conduit with an end that may fall freely (SWMM Reference Manual Vol. II, section 3.3, table of flow conditions).
 *
 * @param y1 depth at the upper end, `y2` at the lower end, m
 * @param flow of one barrel at the last trial, m3/s
 */
export function fallingClass(net: Network, state: NetworkState, i: number, y1: number, y2: number, flow: number): number {
  lowerShare[0] = 1;
  const n1 = net.from[i]!;
  const n2 = net.to[i]!;
  let offset1 = net.offset1[i]!;
  let offset2 = net.offset2[i]!;
  // The water over an outfall drowns the fall.
  if (n1 >= net.outfallStart) offset1 -= state.depth[n1]!;
  if (n2 >= net.outfallStart) offset2 -= state.depth[n2]!;
  const isWet1 = y1 > DRY_DEPTH;
  const isWet2 = y2 > DRY_DEPTH;
  if (isWet1 && isWet2) {
    if (flow < 0) {
      if (offset1 > 0) {
        findFallDepths(net, state, i, -flow);
        if (y1 < Math.min(state.critical[i]!, state.normal[i]!)) return UPPER_CRITICAL;
      }
    } else if (offset2 > 0) {
      findFallDepths(net, state, i, flow);
      const low = Math.min(state.critical[i]!, state.normal[i]!);
      const high = Math.max(state.critical[i]!, state.normal[i]!);
      if (y2 < low) return LOWER_CRITICAL;
      if (y2 < high) lowerShare[0] = high - low < DRY_DEPTH ? 0 : (high - y2) / (high - low);
    }
    return SUBCRITICAL;
  }
  if (!isWet1 && !isWet2) return DRY;
  if (isWet2) {
    if (state.node[n2 * NODE + HEAD]! < net.link[i * FIXED + BED_1]!) return UPPER_DRY;
    if (offset1 > 0) {
      // Only flow towards the dry end has a depth there; the depth of a flow out of it would feed that flow without end.
      findFallDepths(net, state, i, flow < 0 ? -flow : 0);
      return UPPER_CRITICAL;
    }
    return SUBCRITICAL;
  }
  if (state.node[n1 * NODE + HEAD]! < net.link[i * FIXED + BED_2]!) return LOWER_DRY;
  if (offset2 > 0) {
    findFallDepths(net, state, i, flow > 0 ? flow : 0);
    return LOWER_CRITICAL;
  }
  return SUBCRITICAL;
}
