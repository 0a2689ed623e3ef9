import type { Section } from './section.ts';

interface LinkBase {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A drain, a canal or a pipe. Lengths in m, roughness is Manning's n. */
export interface Conduit extends LinkBase {
  readonly kind: 'conduit';
  readonly length: number;
  readonly roughness: number;
  /** Heights of the two ends above the inverts of their nodes. */
  readonly inletOffset: number;
  readonly outletOffset: number;
  /** m³/s, all barrels together */
  readonly initialFlow: number;
  /** m³/s; 0 means no limit. */
  readonly maximumFlow: number;
  readonly section: Section;
  readonly barrels: number;
  /** Height of sediment above the bottom of the section, m, in any shape. The section above is that of the clean conduit. */
  readonly sedimentDepth: number;
  readonly entryLoss: number;
  readonly exitLoss: number;
  readonly averageLoss: number;
  readonly hasFlapGate: boolean;
  /** m/s through the wetted bottom */
  readonly seepage: number;
  /** Inlet type of FHWA HDS-5 (SWMM manual, table A.10); 0 means not a culvert. */
  readonly culvertCode: number;
}

/** A pump. Depths are of the inlet node, in m. */
export interface Pump extends LinkBase {
  readonly kind: 'pump';
  /** null: an ideal pump that passes on what arrives. */
  readonly curve: string | null;
  readonly isOnAtStart: boolean;
  /** 0 means none. */
  readonly startDepth: number;
  readonly stopDepth: number;
}

/** An orifice; its section is circular or rect-closed. */
export interface Orifice extends LinkBase {
  readonly kind: 'orifice';
  readonly position: 'side' | 'bottom';
  /** Height of its bottom above the invert of the inlet node, m. */
  readonly offset: number;
  readonly discharge: number;
  readonly hasFlapGate: boolean;
  /** Time to open fully, s; 0 is at once. */
  readonly openTime: number;
  readonly section: Section;
}

/** A weir. Its section is rect-open (transverse, side-flow, roadway), triangular (v-notch) or trapezoidal. */
export interface Weir extends LinkBase {
  readonly kind: 'weir';
  readonly form: 'transverse' | 'side-flow' | 'v-notch' | 'trapezoidal' | 'roadway';
  /** Height of the crest above the invert of the inlet node, m. */
  readonly crestOffset: number;
  /** m^0.5/s */
  readonly discharge: number;
  readonly hasFlapGate: boolean;
  readonly endContractions: number;
  /** Of the triangular ends of a trapezoidal weir, m^0.5/s. */
  readonly endDischarge: number;
  readonly canSurcharge: boolean;
  /** m; roadway only */
  readonly roadWidth: number;
  readonly roadSurface: 'paved' | 'gravel' | null;
  /** Curve of the coefficient against head. */
  readonly coefficientCurve: string | null;
  readonly section: Section;
}

/** An outlet: flow by a rating against depth (above its offset) or against head difference. */
export interface Outlet extends LinkBase {
  readonly kind: 'outlet';
  readonly offset: number;
  readonly basis: 'depth' | 'head';
  /** flow = coefficient · x^exponent, m³/s and m; or a rating curve. */
  readonly rating:
    | { readonly kind: 'functional'; readonly coefficient: number; readonly exponent: number }
    | { readonly kind: 'tabular'; readonly curve: string };
  readonly hasFlapGate: boolean;
}

/** Any link. */
export type Link = Conduit | Pump | Orifice | Weir | Outlet;
