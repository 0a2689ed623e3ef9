import type { SectionSet } from '../sections/section-set.ts';

/** Kinds of link in the kernel. */
export const CONDUIT = 0;
/** A conduit without hydraulics: passes on what arrives. */
export const DUMMY = 1;
export const PUMP = 2;
export const ORIFICE = 3;
export const WEIR = 4;
export const OUTLET = 5;

/**
 * The fixed part of a network for the kernel: structure of arrays, SI. Nodes are renumbered so that neighbours lie near each other,
 * outfalls last; links likewise, conduits first. A conduit always falls from `from` to `to`; `direction` is -1 where the model says the
 * reverse.
 */
export type Network = {
  readonly nodeCount: number;
  /** Nodes before this index are junctions and storages, the rest outfalls. */
  readonly outfallStart: number;
  readonly linkCount: number;
  readonly conduitCount: number;
  /**
   * Parts: networks that no link joins, each with a range of nodes, outfalls, conduits and other links; see `nodeOrder`. Part p begins at
   * entry p and ends before entry p + 1.
   */
  readonly partCount: number;
  readonly partNode: Int32Array;
  readonly partOutfall: Int32Array;
  readonly partConduit: Int32Array;
  readonly partStructure: Int32Array;
  /** Index in the model of each node and link of the kernel, and the reverse. */
  readonly modelNode: Int32Array;
  readonly kernelNode: Int32Array;
  readonly modelLink: Int32Array;
  readonly kernelLink: Int32Array;

  readonly invert: Float64Array;
  /** Depth of the rim. */
  readonly rim: Float64Array;
  /** Depth above the rim that no water leaves by; empty where no node has any. */
  readonly surchargeDepth: Float64Array;
  /** Depth of the highest crown that joins. */
  readonly crown: Float64Array;
  /** Depth of the crown above which the node is under pressure; Infinity for storages and with a slot. */
  readonly pressureCrown: Float64Array;
  /** Bits for what most nodes have not; see IS_STORAGE and after. */
  readonly traits: Uint8Array;
  /** Place of each node among the `storeCount` that hold water themselves, -1 for the rest; empty where none does. */
  readonly storeOf: Int32Array;
  readonly storeCount: number;
  /** Area of the pond above the rim, m2, by that place; 0 for storages. */
  readonly pondedArea: Float64Array;
  /** The link that ends at each outfall, -1 where none does. */
  readonly outfallLink: Int32Array;

  readonly kind: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly direction: Int8Array;
  /** `FIXED` numbers a link; see `records.ts`. */
  readonly link: Float64Array;
  readonly hasFlapGate: Uint8Array;

  /** Of conduits; sections also of orifices and weirs. */
  readonly sections: SectionSet;
  /** Real length over the one lengthened for the step; empty where none is. */
  readonly volumeFactor: Float64Array;
  readonly barrels: Uint16Array;
  /** Losses at entry, exit and along the conduit; empty where no conduit has any. */
  readonly entryLoss: Float64Array;
  readonly exitLoss: Float64Array;
  readonly averageLoss: Float64Array;
  /** m3/s, Infinity without limit; empty where no link has one. See `flowLimit`. */
  readonly flowLimits: Float64Array;
  readonly culvertCode: Uint8Array;
  /** Bits for what most conduits have not; see MAY_FALL and after. 0: none of it. */
  readonly special: Uint16Array;
  /** Place of each link among the `fallCount` that may fall freely, -1 for the rest. */
  readonly fallOf: Int32Array;
  readonly fallCount: number;
  /** As many as links where pumps, gates or rules may set them, else 0. */
  readonly settingCount: number;
  /** 0 none, else the friction law of a force main under pressure: coefficient for dt v^0.852 / R^1.1667 or a roughness height. Empty where there is none. */
  readonly forceMain: Uint8Array;
  readonly forceMainFactor: Float64Array;
};

/** Constants of the dynamic wave that an `.inp` does not set (SWMM Reference Manual Vol. II, section 3.3). */
export const DRY_DEPTH = 3.05e-5;
/** Flow below which a link counts as still, m3/s. */
export const STILL_FLOW = 2.83e-6;
/** Area below which nothing flows, m2. */
export const DRY_AREA = 0.0001 * 0.3048 ** 2;
/** Cap on velocity, m/s (50 ft/s). */
export const MAXIMUM_VELOCITY = 15.24;
/** Smallest fall of a conduit, m (0.001 ft). */
export const MINIMUM_FALL = 0.000305;

export const IS_STORAGE = 1;
/** Water above the rim stands there, and comes back. */
export const PONDS = 2;
/** Bits of the nodes that hold water themselves. */
export const HOLDS = IS_STORAGE | PONDS;
/** An outfall whose flap gate lets no water in. */
export const SHUTS_BACK = 4;
/** Only one link ends here. */
export const ENDS_ONE = 8;

/** An end may fall freely (offset or outfall), so critical and normal depth are looked at. */
export const MAY_FALL = 1;
export const HAS_LOSS = 2;
export const IS_CULVERT = 4;
/** A limit or a flap gate bounds the flow. */
export const IS_BOUND = 8;
export const HAS_BARRELS = 16;
export const IS_FORCE_MAIN = 32;
/** A control rule may close it. */
export const IS_CONTROLLED = 64;
/** An end is an outfall. */
export const TOUCHES_OUTFALL = 128;
export const IS_CLOSED = 256;
/** What makes no difference to a conduit's flow while it is not full. */
export const PLAIN = MAY_FALL | IS_CLOSED | IS_FORCE_MAIN;
/** The kind of its section (see `section-set.ts`) stands in the bits above. */
export const SHAPE_SHIFT = 9;
