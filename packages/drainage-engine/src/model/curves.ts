/** What a curve relates. Pump curves are numbered as in SWMM: 1 volume steps, 2 depth steps, 3 head, 4 depth, 5 head at variable speed. */
export type CurveKind =
  | 'storage'
  | 'shape'
  | 'diversion'
  | 'tidal'
  | 'pump1'
  | 'pump2'
  | 'pump3'
  | 'pump4'
  | 'pump5'
  | 'rating'
  | 'control'
  | 'weir';

/**
 * A tabulated relation, x rising.
 *
 * storage: depth m, area m². shape: depth and width over full depth. diversion: inflow, diverted flow m³/s. tidal: s after midnight, stage m.
 * pump1: volume m³, flow m³/s. pump2 and pump4: depth m, flow. pump3 and pump5: head m, flow. rating: head or depth m, flow.
 * weir: head m, coefficient m^0.5/s. control: the file's own units for x (it depends on the rule), a setting for y.
 */
export interface Curve {
  readonly name: string;
  readonly kind: CurveKind;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** An irregular section as surveyed, seen downstream; stations rise from left to right. All in m. */
export interface Transect {
  readonly name: string;
  readonly leftRoughness: number;
  readonly rightRoughness: number;
  readonly channelRoughness: number;
  /** Stations of the banks; the main channel lies between them. Equal banks: all is channel. */
  readonly leftBank: number;
  readonly rightBank: number;
  readonly stations: readonly number[];
  readonly elevations: readonly number[];
  /** Length of the meandering channel over that of the flood plain; 1 if none. */
  readonly meander: number;
  /** What the file multiplied stations by and added to elevations (already applied). */
  readonly stationFactor: number;
  readonly elevationOffset: number;
}

/** A street section (SWMM 5.2 [STREETS]), lengths in m, slopes as fractions. */
export interface Street {
  readonly name: string;
  readonly crownWidth: number;
  readonly curbHeight: number;
  readonly crossSlope: number;
  readonly roadRoughness: number;
  readonly gutterDepression: number;
  readonly gutterWidth: number;
  readonly sides: 1 | 2;
  readonly backingWidth: number;
  readonly backingSlope: number;
  readonly backingRoughness: number;
}
