import type { KernelOptions } from './kernel-options.ts';
import type { NetworkState } from './network-state.ts';
import { HOLDS, type Network } from './network.ts';
import { LARGE_DEBT, NOISE_FLOW, REPAY_TIME } from './node-depth.ts';
import {
  CARRY,
  DEBT,
  FORESEEN,
  FREE_SURFACE,
  HEAD,
  IS_SMOOTH,
  LEAD,
  MOVED,
  NET,
  NODE,
  OLD_NET,
  SPARE,
  STRUCTURE_SURFACE,
  SURFACE,
} from './records.ts';

/**
 * `nodeDepths` for the nodes of a list that are plain: no storage, no ponded area, not under pressure. The loop calls no function; see
 * `plainConduitFlows`.
 *
 * @param hard receives the nodes that `nodeDepths` must do
 * @param counts receives how many those are (0) and how many of the others moved by more than the head tolerance (1)
 */
export function plainNodeDepths(
  net: Network,
  state: NetworkState,
  options: KernelOptions,
  dt: number,
  trial: number,
  list: Int32Array,
  start: number,
  end: number,
  hard: Int32Array,
  counts: Int32Array,
): void {
  const { invert, rim, pressureCrown, surchargeDepth, traits } = net;
  const { node, depth, oldDepth, overflow } = state;
  const { minimumArea, tolerance } = options;
  const repaid = dt / REPAY_TIME;
  let left = 0;
  let unsettled = 0;
  for (let k = start; k < end; k++) {
    const n = list[k]!;
    const last = depth[n]!;
    const crown = pressureCrown[n]!;
    if ((traits[n]! & HOLDS) !== 0 || (last > crown && crown > 0)) {
      hard[left++] = n;
      continue;
    }
    const m = n * NODE;
    const old = oldDepth[n]!;
    const lent = node[m + SURFACE]!;
    let own = lent;
    let missing = node[m + STRUCTURE_SURFACE]!;
    if (own < minimumArea) {
      missing += minimumArea - own;
      own = minimumArea;
    }
    const perArea = 1 / own;
    if (trial === 0) {
      const due = node[m + DEBT]! + lent * node[m + LEAD]!;
      const share = repaid + ((due < 0 ? -due : due) * perArea) / LARGE_DEBT;
      node[m + CARRY] = (share < 0.5 ? share : 0.5) * due;
    }
    const dv = 0.5 * (node[m + OLD_NET]! + node[m + NET]!) * dt + node[m + CARRY]!;
    let y = old + dv * perArea;
    node[m + FREE_SURFACE] = own;
    node[m + SPARE] = missing;
    let guess = last;
    let ahead = 0;
    if (trial > 0) y = 0.5 * (last + y);
    if (!(y > 0)) y = 0;
    let spill = 0;
    const top = rim[n]!;
    if (y > top) {
      const most = surchargeDepth.length === 0 ? top : top + surchargeDepth[n]!;
      if (y > most) {
        spill = dv / dt;
        if (spill < NOISE_FLOW) spill = 0;
        y = most;
      }
    }
    overflow[n] = spill;
    depth[n] = y;
    if (trial === 0 && node[m + IS_SMOOTH] !== 0) {
      guess = node[m + FORESEEN]!;
      ahead = 0.5 * (y - old);
    }
    node[m + LEAD] = ahead;
    node[m + HEAD] = invert[n]! + y - ahead;
    const move = y > guess ? y - guess : guess - y;
    node[m + MOVED] = move;
    if (move > tolerance) unsettled++;
  }
  counts[0] = left;
  counts[1] = unsettled;
}
