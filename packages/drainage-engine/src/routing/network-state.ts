import { HOLDS, type Network } from './network.ts';
import { FALL, MOVING, NODE } from './records.ts';

/** What changes during a run, in the kernel's numbering, SI. Flow is of all barrels, along the kernel's direction. */
export type NetworkState = {
  /** `NODE` numbers a node; see `records.ts`. */
  readonly node: Float64Array;
  readonly depth: Float64Array;
  readonly oldDepth: Float64Array;
  readonly overflow: Float64Array;
  /** Water in storages and ponds, m3, at the place `Network.storeOf`; see `volumeOf`. */
  readonly volume: Float64Array;
  readonly oldVolume: Float64Array;
  /** Lateral inflow at the end of this step, where the part steps now. */
  readonly arriving: Float64Array;
  /** Lateral inflow at the end of the part's last step, and of the one before. */
  readonly lateral: Float64Array;
  /** Only reports look at it, which are no more precise. */
  readonly oldLateral: Float32Array;
  /** Room to sum up what comes to each node, m3/s; all 0 between uses. */
  readonly inflow: Float64Array;
  /** Sums of the lateral inflows of each part at the beginning and the end of its last step, side by side, m3/s. */
  readonly sideFlows: Float64Array;

  /** `MOVING` numbers a link; see `records.ts`. */
  readonly link: Float64Array;
  readonly flow: Float64Array;
  readonly oldFlow: Float64Array;
  /** Area at the middle of a conduit, m2, one barrel. */
  readonly area: Float64Array;
  readonly oldArea: Float64Array;
  /** Depth at the middle, m. */
  readonly linkDepth: Float64Array;
  /** Share open, or pump speed: now and wanted; empty where nothing sets them. */
  readonly setting: Float64Array;
  readonly target: Float64Array;
  readonly sinceSetting: Float64Array;
  /** Water of a node that pressure took up without a level that says so, m3; less than 0 where it gave some; see `mass-debt.ts`. */
  readonly pressed: Float64Array;
  /** 1: some node of the part has such water. */
  readonly isPressed: Uint8Array;
  /** `FALL` numbers a conduit that may fall freely, at the place `Network.fallOf`. */
  readonly fall: Float64Array;
};

/** A dry state. */
export function emptyState({ nodeCount, linkCount, storeCount, fallCount, settingCount, partCount }: Network): NetworkState {
  const node = (): Float64Array => new Float64Array(nodeCount);
  const link = (): Float64Array => new Float64Array(linkCount);
  return {
    node: new Float64Array(NODE * nodeCount),
    depth: node(),
    oldDepth: node(),
    overflow: node(),
    volume: new Float64Array(storeCount),
    oldVolume: new Float64Array(storeCount),
    pressed: node(),
    isPressed: new Uint8Array(partCount),
    arriving: node(),
    lateral: node(),
    oldLateral: new Float32Array(nodeCount),
    inflow: node(),
    sideFlows: new Float64Array(2 * partCount),
    link: new Float64Array(MOVING * linkCount),
    flow: link(),
    oldFlow: link(),
    area: link(),
    oldArea: link(),
    linkDepth: link(),
    setting: new Float64Array(settingCount).fill(1),
    target: new Float64Array(settingCount).fill(1),
    sinceSetting: new Float64Array(settingCount),
    fall: new Float64Array(FALL * fallCount),
  };
}

/** Water in a storage or a pond, m3; 0 at nodes that hold none themselves. */
export function volumeOf({ traits, storeOf }: Network, { volume }: NetworkState, n: number): number {
  return (traits[n]! & HOLDS) === 0 ? 0 : volume[storeOf[n]!]!;
}

/** Takes the sums of the lateral inflows of all parts anew, those before into the place of the beginning; see `sideFlows`. */
export function sumSides({ partCount, partNode, partOutfall }: Network, { sideFlows, lateral }: NetworkState): void {
  for (let part = 0; part < partCount; part++) {
    let sum = 0;
    for (let n = partNode[part]!; n < partNode[part + 1]!; n++) sum += lateral[n]!;
    for (let n = partOutfall[part]!; n < partOutfall[part + 1]!; n++) sum += lateral[n]!;
    sideFlows[2 * part] = sideFlows[2 * part + 1]!;
    sideFlows[2 * part + 1] = sum;
  }
}
