/** Closed shapes that only their full height determines; the standard sewer tables give the rest. */
export type TabulatedShape = 'egg' | 'horseshoe' | 'gothic' | 'catenary' | 'semi-elliptical' | 'baskethandle' | 'semi-circular';

/** The cross-section of one barrel. Lengths in m, `depth` is the full inside height. Side slopes are run over rise. */
export type Section =
  | { readonly shape: 'circular'; readonly depth: number }
  /** Roughness: Hazen-Williams C, or Darcy-Weisbach height in m. */
  | { readonly shape: 'force-main'; readonly depth: number; readonly roughness: number }
  /** A circle whose bottom `fill` metres are taken by sediment. */
  | { readonly shape: 'filled-circular'; readonly depth: number; readonly fill: number }
  | { readonly shape: 'rect-closed'; readonly depth: number; readonly width: number }
  /** `sidesIgnored` walls carry no friction. */
  | { readonly shape: 'rect-open'; readonly depth: number; readonly width: number; readonly sidesIgnored: 0 | 1 | 2 }
  | {
      readonly shape: 'trapezoidal';
      readonly depth: number;
      readonly bottomWidth: number;
      readonly leftSlope: number;
      readonly rightSlope: number;
    }
  | { readonly shape: 'triangular'; readonly depth: number; readonly topWidth: number }
  | { readonly shape: 'parabolic'; readonly depth: number; readonly topWidth: number }
  /** Width grows with depth to the power 1/exponent. */
  | { readonly shape: 'power'; readonly depth: number; readonly topWidth: number; readonly exponent: number }
  | { readonly shape: 'rect-triangular'; readonly depth: number; readonly topWidth: number; readonly triangleDepth: number }
  | { readonly shape: 'rect-round'; readonly depth: number; readonly topWidth: number; readonly bottomRadius: number }
  | { readonly shape: 'modified-baskethandle'; readonly depth: number; readonly bottomWidth: number; readonly topRadius: number }
  /** `sizeCode` > 0 names a standard size, whose depth and width these then are. */
  | {
      readonly shape: 'horizontal-ellipse' | 'vertical-ellipse' | 'arch';
      readonly depth: number;
      readonly width: number;
      readonly sizeCode: number;
    }
  | { readonly shape: TabulatedShape; readonly depth: number }
  /** Closed; its shape curve gives width over depth by depth over full depth. */
  | { readonly shape: 'custom'; readonly depth: number; readonly curve: string }
  | { readonly shape: 'irregular'; readonly transect: string }
  | { readonly shape: 'street'; readonly street: string }
  /** Passes flow without hydraulics. */
  | { readonly shape: 'dummy' };
