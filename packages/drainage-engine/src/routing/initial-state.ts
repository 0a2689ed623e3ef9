import type { DrainageModel } from '../model/drainage-model.ts';
import type { HotStart } from '../model/hot-start.ts';
import { normalDepth } from '../sections/normal-depth.ts';
import { sectionAt } from '../sections/section-at.ts';
import { setConduitVolume } from './conduit-volume.ts';
import { volumeOf, type NetworkState } from './network-state.ts';
import { offset1, offset2 } from './link-values.ts';
import { CONDUIT, DRY_DEPTH, HOLDS, IS_STORAGE, type Network } from './network.ts';
import { BED_1, BED_2, BETA, FALL, FIXED, FULL, HALF_1, HALF_2, KEPT_BACK, MOVING, NET, NODE, SHAFT } from './records.ts';
import { storageVolume, type StorageSet } from './storage.ts';

/** Areas, depths and volumes that follow from node depths: at the start, and after a hot start. */
export function settleVolumes(net: Network, storages: StorageSet, state: NetworkState, hasSlot: boolean): void {
  for (let i = 0; i < net.conduitCount; i++) {
    const full = net.link[i * FIXED + FULL]!;
    const n1 = net.from[i]!;
    const n2 = net.to[i]!;
    const y1 = Math.min(full, Math.max(DRY_DEPTH, net.invert[n1]! + state.depth[n1]! - net.link[i * FIXED + BED_1]!));
    const y2 = Math.min(full, Math.max(DRY_DEPTH, net.invert[n2]! + state.depth[n2]! - net.link[i * FIXED + BED_2]!));
    let y = 0.5 * (y1 + y2);
    const q = Math.abs(state.flow[i]!) / net.barrels[i]!;
    if (q > 0 && y <= 2 * DRY_DEPTH) y = Math.max(y, normalDepth(net.sections, i, q, net.link[i * FIXED + BETA]!));
    state.linkDepth[i] = y;
    state.area[i] = sectionAt(net.sections, i, y);
    setConduitVolume(net, state, i, hasSlot);
  }
  for (let n = 0; n < net.outfallStart; n++) {
    const trait = net.traits[n]!;
    if ((trait & HOLDS) === 0) continue;
    const place = net.storeOf[n]!;
    if ((trait & IS_STORAGE) !== 0) state.volume[place] = storageVolume(storages, n, state.depth[n]!);
    else state.volume[place] = Math.max(0, state.depth[n]! - net.rim[n]!) * net.pondedArea[place]!;
  }
}

/** Puts the initial depths, flows and settings of the model, or those of a hot start, into the state. */
export function setInitialState(
  model: DrainageModel,
  net: Network,
  storages: StorageSet,
  state: NetworkState,
  hotStart: HotStart | null,
  hasSlot: boolean,
): void {
  for (let n = 0; n < net.nodeCount; n++) {
    const at = net.modelNode[n]!;
    const node = model.nodes[at]!;
    if (node.kind !== 'outfall') state.depth[n] = Math.max(0, node.initialDepth);
    const hot = hotStart?.nodes[at];
    if (hot !== undefined) {
      state.depth[n] = hot.depth;
      state.lateral[n] = hot.lateralInflow;
    }
  }
  const touched = new Float64Array(net.nodeCount);
  for (let i = 0; i < net.linkCount; i++) {
    const at = net.modelLink[i]!;
    const link = model.links[at]!;
    if (link.kind === 'conduit' && net.kind[i] === CONDUIT) state.flow[i] = link.initialFlow * net.direction[i]!;
    if (link.kind === 'pump') {
      state.setting[i] = link.isOnAtStart ? 1 : 0;
      state.target[i] = state.setting[i]!;
    }
    const hot = hotStart?.links[at];
    if (hot !== undefined) {
      state.flow[i] = hot.flow * net.direction[i]!;
      state.setting[i] = hot.setting;
      state.target[i] = hot.setting;
    } else if (state.flow[i]! !== 0 && i < net.conduitCount) {
      // A node without a depth of its own begins at the normal depth of what flows past it.
      const y = normalDepth(net.sections, i, Math.abs(state.flow[i]!) / net.barrels[i]!, net.link[i * FIXED + BETA]!);
      touched[net.from[i]!] = Math.max(touched[net.from[i]!]!, y + offset1(net, i));
      touched[net.to[i]!] = Math.max(touched[net.to[i]!]!, y + offset2(net, i));
    }
  }
  for (let n = 0; n < net.outfallStart; n++) if (state.depth[n] === 0) state.depth[n] = touched[n]!;
  settleVolumes(net, storages, state, hasSlot);
  // Net inflow at the start, so that the first step's mean is right.
  for (let n = 0; n < net.nodeCount; n++) state.node[n * NODE + NET] = state.lateral[n]!;
  for (let i = 0; i < net.linkCount; i++) {
    state.node[net.from[i]! * NODE + NET]! -= state.flow[i]!;
    state.node[net.to[i]! * NODE + NET]! += state.flow[i]!;
  }
}

/** All water in the network, m3: conduits, storages, shafts, water above rims. */
export function storedVolume(net: Network, state: NetworkState): number {
  let sum = 0;
  for (let i = 0; i < net.conduitCount; i++) sum += state.link[MOVING * i + HALF_1]! + state.link[MOVING * i + HALF_2]!;
  for (let n = 0; n < net.outfallStart; n++) sum += volumeOf(net, state, n) + state.node[n * NODE + SHAFT]! + state.pressed[n]!;
  for (let at = 0; at < state.fall.length; at += FALL) sum += state.fall[at + KEPT_BACK]!;
  return sum;
}
