import type { InfiltrationMethod } from './options.ts';

/** Infiltration of one catchment: rates m/s, decay 1/s, heights m, times s, deficit as a fraction of volume. */
export type Infiltration =
  | {
      readonly method: 'horton' | 'modified-horton';
      readonly maximumRate: number;
      readonly minimumRate: number;
      readonly decay: number;
      /** Time a saturated soil needs to dry fully. */
      readonly dryingTime: number;
      /** Largest volume as height; 0 means no limit. */
      readonly maximumVolume: number;
    }
  | {
      readonly method: 'green-ampt' | 'modified-green-ampt';
      readonly suction: number;
      readonly conductivity: number;
      readonly initialDeficit: number;
    }
  | { readonly method: 'curve-number'; readonly curveNumber: number; readonly dryingTime: number };

/** A catchment: a plane that turns rain into runoff. Areas m², heights m, slope and fractions as numbers between 0 and 1. */
export interface Subcatchment {
  readonly name: string;
  /** null: no rain falls on it. */
  readonly gauge: string | null;
  /** A node or another catchment; its own name means a catchment that keeps its runoff. */
  readonly outlet: string;
  readonly area: number;
  readonly imperviousFraction: number;
  readonly width: number;
  readonly slope: number;
  readonly curbLength: number;
  readonly snowPack: string | null;
  readonly imperviousRoughness: number;
  readonly perviousRoughness: number;
  readonly imperviousStorage: number;
  readonly perviousStorage: number;
  /** Share of the impervious area without depression storage. */
  readonly zeroStorageFraction: number;
  /** Where runoff inside the catchment goes: each part to the outlet, or the share `routedFraction` of one part onto the other. */
  readonly routing: 'outlet' | 'to-impervious' | 'to-pervious';
  readonly routedFraction: number;
  readonly infiltration: Infiltration;
  /** The method was named on the catchment's own line (and is written back there). */
  readonly hasOwnMethod: InfiltrationMethod | null;
  /** Monthly patterns on pervious roughness, depression storage and infiltration. */
  readonly roughnessPattern: string | null;
  readonly storagePattern: string | null;
  readonly infiltrationPattern: string | null;
}
