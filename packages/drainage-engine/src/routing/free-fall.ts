import { criticalDepthNear, criticalPower } from '../sections/critical-depth.ts';
import { normalDepthNear, normalPower } from '../sections/normal-depth.ts';
import type { NetworkState } from './network-state.ts';
import { offset1, offset2 } from './link-values.ts';
import { DRY_DEPTH, type Network } from './network.ts';
import { BED_1, BED_2, BETA, CRITICAL, CRITICAL_POWER, FALL, FALL_FLOW, FIXED, HEAD, NODE, NORMAL, NORMAL_POWER } from './records.ts';

/** Flow classes of a conduit: which ends are dry, and whether the water falls freely from one. */
export const DRY = 0;
export const UPPER_DRY = 1;
export const LOWER_DRY = 2;
export const SUBCRITICAL = 3;
export const UPPER_CRITICAL = 4;
export const LOWER_CRITICAL = 5;

/** Share (index 0) of its half that a subcritical conduit gives to its lower node, left by the last call of `fallingClass`. */
export const lowerShare = new Float64Array(1);

/** Critical (index 0) and normal depth (index 1), m, of the last call of `findFallDepths`. */
export const fallDepths = new Float64Array(2);

/** Change of the flow up to which both depths follow it by a power law, taken to its second order: within 1e-4 of them. */
export const FALL_RANGE = 0.05;

/** Critical and normal depth of a conduit for the flow of one barrel, into `fallDepths`: sought anew only where the flow has changed by 5 %. */
export function findFallDepths(net: Network, state: NetworkState, i: number, flow: number): void {
  const { fall } = state;
  const at = net.fallOf[i]! * FALL;
  if (!(flow > 0)) {
    fallDepths.fill(0);
    return;
  }
  let change = flow / fall[at + FALL_FLOW]! - 1;
  if (!(change <= FALL_RANGE && change >= -FALL_RANGE)) {
    const critical = criticalDepthNear(net.sections, i, flow, fall[at + CRITICAL]!);
    const normal = normalDepthNear(net.sections, i, flow, net.link[i * FIXED + BETA]!, fall[at + NORMAL]!);
    fall[at + FALL_FLOW] = flow;
    fall[at + CRITICAL] = critical;
    fall[at + NORMAL] = normal;
    fall[at + CRITICAL_POWER] = criticalPower(net.sections, i, critical);
    fall[at + NORMAL_POWER] = normalPower(net.sections, i, normal);
    change = 0;
  }
  const ofCritical = fall[at + CRITICAL_POWER]!;
  const ofNormal = fall[at + NORMAL_POWER]!;
  fallDepths[0] = fall[at + CRITICAL]! * (1 + ofCritical * change * (1 + 0.5 * (ofCritical - 1) * change));
  fallDepths[1] = fall[at + NORMAL]! * (1 + ofNormal * change * (1 + 0.5 * (ofNormal - 1) * change));
}

/**
 * Class of a conduit with an end that may fall freely (SWMM Reference Manual Vol. II, section 3.3.2, table 3-1).
 *
 * @param y1 depth at the upper end, `y2` at the lower end, m
 * @param flow of one barrel at the last trial, m3/s
 */
export function fallingClass(net: Network, state: NetworkState, i: number, y1: number, y2: number, flow: number): number {
  lowerShare[0] = 1;
  const n1 = net.from[i]!;
  const n2 = net.to[i]!;
  let over1 = offset1(net, i);
  let over2 = offset2(net, i);
  // The water over an outfall drowns the fall.
  if (n1 >= net.outfallStart) over1 -= state.depth[n1]!;
  if (n2 >= net.outfallStart) over2 -= state.depth[n2]!;
  const isWet1 = y1 > DRY_DEPTH;
  const isWet2 = y2 > DRY_DEPTH;
  if (isWet1 && isWet2) {
    if (flow < 0) {
      if (over1 > 0) {
        findFallDepths(net, state, i, -flow);
        if (y1 < Math.min(fallDepths[0]!, fallDepths[1]!)) return UPPER_CRITICAL;
      }
    } else if (over2 > 0) {
      findFallDepths(net, state, i, flow);
      const low = Math.min(fallDepths[0]!, fallDepths[1]!);
      const high = Math.max(fallDepths[0]!, fallDepths[1]!);
      if (y2 < low) return LOWER_CRITICAL;
      if (y2 < high) lowerShare[0] = high - low < DRY_DEPTH ? 0 : (high - y2) / (high - low);
    }
    return SUBCRITICAL;
  }
  if (!isWet1 && !isWet2) return DRY;
  if (isWet2) {
    if (state.node[n2 * NODE + HEAD]! < net.link[i * FIXED + BED_1]!) return UPPER_DRY;
    if (over1 > 0) {
      // Only flow towards the dry end has a depth there; the depth of a flow out of it would feed that flow without end.
      findFallDepths(net, state, i, flow < 0 ? -flow : 0);
      return UPPER_CRITICAL;
    }
    return SUBCRITICAL;
  }
  if (state.node[n1 * NODE + HEAD]! < net.link[i * FIXED + BED_2]!) return LOWER_DRY;
  if (over2 > 0) {
    findFallDepths(net, state, i, flow > 0 ? flow : 0);
    return LOWER_CRITICAL;
  }
  return SUBCRITICAL;
}
