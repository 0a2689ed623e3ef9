interface NodeBase {
  readonly name: string;
  /** Level of the bottom, m. */
  readonly invert: number;
}

interface OpenNode extends NodeBase {
  /** Depth from invert to rim, m; 0 means up to the highest crown that joins. */
  readonly maximumDepth: number;
  readonly initialDepth: number;
  /** Head above the rim that the node holds before it floods, m. */
  readonly surchargeDepth: number;
  /** m²; 0 means water above the rim is lost. Used only where the options allow ponding. */
  readonly pondedArea: number;
}

/** A manhole or a joint of drains. */
export interface Junction extends OpenNode {
  readonly kind: 'junction';
}

/** Splits inflow under kinematic wave; under dynamic wave it is a junction. Flows m³/s, heights m. */
export interface Divider extends OpenNode {
  readonly kind: 'divider';
  readonly divertedLink: string;
  readonly rule:
    | { readonly kind: 'overflow' }
    | { readonly kind: 'cutoff'; readonly flow: number }
    | { readonly kind: 'tabular'; readonly curve: string }
    | { readonly kind: 'weir'; readonly minimumFlow: number; readonly height: number; readonly coefficient: number };
}

/** How the water surface of a storage grows with depth d: m² and m. */
export type StorageShape =
  /** Area from a storage curve. */
  | { readonly kind: 'tabular'; readonly curve: string }
  /** area = constant + coefficient · d^exponent */
  | { readonly kind: 'functional'; readonly coefficient: number; readonly exponent: number; readonly constant: number }
  /** An elliptical cylinder with the two axes. */
  | { readonly kind: 'cylindrical'; readonly length: number; readonly width: number }
  /** A truncated cone: base axes, side slope run over rise. */
  | { readonly kind: 'conical'; readonly length: number; readonly width: number; readonly sideSlope: number }
  /** Axes at the given height. */
  | { readonly kind: 'paraboloid'; readonly length: number; readonly width: number; readonly height: number }
  /** A truncated rectangular pyramid. */
  | { readonly kind: 'pyramidal'; readonly length: number; readonly width: number; readonly sideSlope: number };

/** A pond or a tank. */
export interface Storage extends NodeBase {
  readonly kind: 'storage';
  readonly maximumDepth: number;
  readonly initialDepth: number;
  readonly surchargeDepth: number;
  readonly shape: StorageShape;
  /** Share of potential evaporation that its surface loses. */
  readonly evaporationFraction: number;
  /** Green-Ampt seepage through the bottom: m, m/s, fraction. */
  readonly seepage: { readonly suction: number; readonly conductivity: number; readonly initialDeficit: number } | null;
}

/** Where water leaves the model. */
export interface Outfall extends NodeBase {
  readonly kind: 'outfall';
  readonly stage:
    | { readonly kind: 'free' }
    | { readonly kind: 'normal' }
    /** m */
    | { readonly kind: 'fixed'; readonly level: number }
    | { readonly kind: 'tidal'; readonly curve: string }
    | { readonly kind: 'series'; readonly series: string };
  readonly hasFlapGate: boolean;
  /** Catchment that receives what leaves. */
  readonly routeTo: string | null;
}

/** Any node. */
export type Node = Junction | Divider | Storage | Outfall;
