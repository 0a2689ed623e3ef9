import type { Network } from './network.ts';

/** Numbers of `held` to a conduit: depths at its ends, m, width at its middle, m, and water in each half, m3 of all barrels. */
export const HELD = 5;
export const END_1 = 0;
export const END_2 = 1;
export const MIDDLE_WIDTH = 2;
export const HALF_1 = 3;
export const HALF_2 = 4;

/** What changes during a run: structure of arrays in the kernel's numbering, SI. Flow is of all barrels, along the kernel's direction. */
export type NetworkState = {
  readonly depth: Float64Array;
  readonly oldDepth: Float64Array;
  /** Level that the links see in this trial, m: of the depth, or of the depth foreseen for the middle of the step. */
  readonly head: Float64Array;
  /** Depth foreseen for the end of the step, m. */
  readonly foreseen: Float64Array;
  /** How far the level of the first trial lies above that of the step's beginning, m. */
  readonly lead: Float64Array;
  /** 1: the last step ended where it was foreseen. */
  readonly isSmooth: Uint8Array;
  /** Inflow less outflow, m3/s, in this trial and at the end of the last step. */
  readonly net: Float64Array;
  readonly oldNet: Float64Array;
  /** Water surface that the links give to the node in this trial, m2. */
  readonly surface: Float64Array;
  /** The part of it that structures give, m2: no conduit holds its water. */
  readonly structureSurface: Float64Array;
  /** The last surface the node had before it came under pressure. */
  readonly freeSurface: Float64Array;
  /** Sum of dq/dh. */
  readonly sensitivity: Float64Array;
  readonly overflow: Float64Array;
  /** Water stored in storages and above rims, m3. */
  readonly volume: Float64Array;
  readonly oldVolume: Float64Array;
  /** Lateral inflow at the end of this step, where the part steps now. */
  readonly arriving: Float64Array;
  /** Lateral inflow at the end of the part's last step, and of the one before. */
  readonly lateral: Float64Array;
  readonly oldLateral: Float64Array;
  /** Evaporation and seepage of storages, m3/s. */
  readonly loss: Float64Array;
  /** Water that came to the node but stands nowhere yet, m3; see `mass-debt.ts`. */
  readonly debt: Float64Array;
  /** Share of it that this step puts right, m3. */
  readonly carry: Float64Array;
  /** Surface beyond that of the conduits (of structures, and to make up the least a node has), m2, and the water on it, m3. */
  readonly spare: Float64Array;
  readonly shaft: Float64Array;
  /** How far the last trial moved the node, m. */
  readonly moved: Float64Array;

  readonly flow: Float64Array;
  readonly oldFlow: Float64Array;
  /** Area at the middle of a conduit, m2, one barrel. */
  readonly area: Float64Array;
  readonly oldArea: Float64Array;
  /** What the first trial last saw of each conduit, `HELD` numbers side by side so that they share a line of the cache; see END_1 and after. */
  readonly held: Float64Array;
  readonly surface1: Float64Array;
  readonly surface2: Float64Array;
  readonly linkSensitivity: Float64Array;
  /** Depth at the middle, m. */
  readonly linkDepth: Float64Array;
  /** Width of the water surface at the middle, m; 0 where a closed section is full. */
  readonly topWidth: Float64Array;
  /** Inverse cube root of the hydraulic radius of the last trial, from which the next is found. */
  readonly root: Float64Array;
  /** 0 dry, 1 upper end dry, 2 lower end dry, 3 subcritical or full, 4 critical at the upper end, 5 critical at the lower end. */
  readonly flowClass: Uint8Array;
  /** The normal-flow limit or culvert inlet held the flow. */
  readonly isLimited: Uint8Array;
  /** Share open, or pump speed: now and wanted. */
  readonly setting: Float64Array;
  readonly target: Float64Array;
  readonly sinceSetting: Float64Array;
  /** Flow for which critical and normal depth were found, and these. */
  readonly depthsFlow: Float64Array;
  readonly critical: Float64Array;
  readonly normal: Float64Array;
};

/** A dry state. */
export function emptyState({ nodeCount, linkCount }: Network): NetworkState {
  const node = (): Float64Array => new Float64Array(nodeCount);
  const link = (): Float64Array => new Float64Array(linkCount);
  return {
    depth: node(),
    oldDepth: node(),
    head: node(),
    foreseen: node(),
    lead: node(),
    isSmooth: new Uint8Array(nodeCount),
    net: node(),
    oldNet: node(),
    surface: node(),
    structureSurface: node(),
    freeSurface: node(),
    sensitivity: node(),
    overflow: node(),
    volume: node(),
    oldVolume: node(),
    arriving: node(),
    lateral: node(),
    oldLateral: node(),
    loss: node(),
    debt: node(),
    carry: node(),
    spare: node(),
    shaft: node(),
    moved: node(),
    flow: link(),
    oldFlow: link(),
    area: link(),
    oldArea: link(),
    held: new Float64Array(HELD * linkCount),
    surface1: link(),
    surface2: link(),
    linkSensitivity: link(),
    linkDepth: link(),
    topWidth: link(),
    root: link(),
    flowClass: new Uint8Array(linkCount),
    isLimited: new Uint8Array(linkCount),
    setting: link().fill(1),
    target: link().fill(1),
    sinceSetting: link(),
    depthsFlow: link().fill(-1),
    critical: link(),
    normal: link(),
  };
}
