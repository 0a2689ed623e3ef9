import type { KernelOptions } from './kernel-options.ts';
import type { NetworkState } from './network-state.ts';
import { DRY_DEPTH, ENDS_ONE, IS_STORAGE, PONDS, type Network } from './network.ts';
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
  SENSITIVITY,
  SPARE,
  STRUCTURE_SURFACE,
  SURFACE,
} from './records.ts';
import { storageArea, storageVolume, type StorageSet } from './storage.ts';

/**
 * Time in which a node's debt is repaid, s. Some debt comes back by itself when levels fall (a free fall holds less than its surface says),
 * so haste would only bend the flood wave.
 */
export const REPAY_TIME = 600;
/** A debt of this depth on the node's surface, m, is repaid at once: so much is left where a dry bed fills within a step. */
export const LARGE_DEBT = 0.3;
/** The last thousandth of a litre a second that spills is noise of the trials, m3/s. */
export const NOISE_FLOW = 1e-6;

/**
 * One trial of continuity for the listed nodes (SWMM Reference Manual Vol. II, eqs. 3-15 and 3-28, sections 3.3.5 and 3.3.6): free surface, under pressure, over
 * the rim. Leaves the new depth, overflow and how far each node moved.
 *
 * @param list kernel indices below `outfallStart`; the first `count` of them are used
 * @returns the number of nodes that moved by more than the head tolerance
 */
export function nodeDepths(
  net: Network,
  storages: StorageSet,
  state: NetworkState,
  options: KernelOptions,
  dt: number,
  trial: number,
  list: Int32Array,
  count: number,
): number {
  const { invert, rim, pressureCrown, surchargeDepth, traits, storeOf, pondedArea } = net;
  const { node, depth, oldDepth, overflow, volume, oldVolume } = state;
  const { minimumArea, tolerance } = options;
  const repaid = dt / REPAY_TIME;
  let unsettled = 0;
  for (let k = 0; k < count; k++) {
    const n = list[k]!;
    const m = n * NODE;
    const last = depth[n]!;
    const old = oldDepth[n]!;
    // Where the links saw the level foreseen for the middle of the step, that forecast is what the trial is held against.
    const isAhead = trial === 0 && node[m + IS_SMOOTH] !== 0;
    const guess = isAhead ? node[m + FORESEEN]! : last;
    const top = rim[n]!;
    const trait = traits[n]!;
    const canPond = (trait & PONDS) !== 0;
    const pond = canPond ? pondedArea[storeOf[n]!]! : 0;
    const isPonded = canPond && last > top;
    const lent = node[m + SURFACE]!;
    let own = lent;
    if ((trait & IS_STORAGE) !== 0) own += storageArea(storages, n, 0.5 * (old + guess));
    let missing = node[m + STRUCTURE_SURFACE]!;
    if (own < minimumArea) {
      missing += minimumArea - own;
      own = minimumArea;
    }
    if (trial === 0) {
      // The links have seen the water of the half rise ahead, which has not come yet.
      const due = node[m + DEBT]! + lent * node[m + LEAD]!;
      const share = repaid + (due < 0 ? -due : due) / (own * LARGE_DEBT);
      node[m + CARRY] = (share < 0.5 ? share : 0.5) * due;
    }
    const owed = node[m + CARRY]!;
    const dv = 0.5 * (node[m + OLD_NET]! + node[m + NET]!) * dt + owed;
    const crown = pressureCrown[n]!;
    let y: number;
    if (last <= crown || isPonded || crown <= 0) {
      y = old + dv / own;
      if (canPond) {
        // Above the rim the ponded area widens the surface; the step is split where the water passes the rim.
        const wide = own + pond;
        if (old > top) {
          const held = (old - top) * wide + dv;
          y = top + held / (held > 0 ? wide : own);
        } else if (y > top) y = top + ((y - top) * own) / wide;
      }
      if (!isPonded) node[m + FREE_SURFACE] = own;
      node[m + SPARE] = missing;
      if (trial > 0) y = 0.5 * (last + y);
    } else {
      let below = node[m + SENSITIVITY]!;
      if (last < 1.25 * crown) {
        const share = Math.exp((-15 * (last - crown)) / crown);
        below += (node[m + FREE_SURFACE]! / dt - below) * share;
      }
      // A node at which only one link ends answers too strongly.
      const correction = (trait & ENDS_ONE) !== 0 ? 0.6 : 1;
      y = below > 1e-12 ? last + (correction * (node[m + NET]! + owed / dt)) / below : last;
      node[m + SPARE] = -1;
      if (y < crown) y = crown - DRY_DEPTH;
      if (canPond && y > top) y = top + DRY_DEPTH;
    }
    if (!(y > 0)) y = 0;
    let spill = 0;
    if (canPond) {
      const held = y > top ? (y - top) * pond : 0;
      spill = (held - oldVolume[storeOf[n]!]!) / dt;
      volume[storeOf[n]!] = held;
    } else {
      const most = surchargeDepth.length === 0 ? top : top + surchargeDepth[n]!;
      if (y > most) {
        spill = dv / dt;
        y = most;
      }
      if ((trait & IS_STORAGE) !== 0) volume[storeOf[n]!] = storageVolume(storages, n, y);
    }
    if (spill < NOISE_FLOW) spill = 0;
    overflow[n] = spill;
    const move = y > guess ? y - guess : guess - y;
    depth[n] = y;
    if (isAhead) {
      // Links that saw the middle of the step see it in their second trial too; the mean of both would else lie past it.
      const ahead = 0.5 * (y - old);
      node[m + LEAD] = ahead;
      node[m + HEAD] = invert[n]! + y - ahead;
    } else {
      node[m + LEAD] = 0;
      node[m + HEAD] = invert[n]! + y;
    }
    node[m + MOVED] = move;
    if (move > tolerance) unsettled++;
  }
  return unsettled;
}
