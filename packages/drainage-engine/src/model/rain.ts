/** A rain gauge. Its series stands in the file's units: see `UserUnits.rainRate` and `rainDepth`. */
export interface Gauge {
  readonly name: string;
  /** What one value says: mm/h over the interval, mm in the interval, or mm since the start. */
  readonly form: 'intensity' | 'volume' | 'cumulative';
  /** s */
  readonly interval: number;
  /** Kept for the file; snow is not computed. */
  readonly snowCatch: number;
  readonly source: GaugeSource;
}

/** Where a gauge's values come from. A file's values are already read into `rain` where the reader was given a way to read files. */
export type GaugeSource =
  | { readonly kind: 'series'; readonly series: string }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly station: string;
      readonly unit: 'in' | 'mm';
      readonly rain: RainRecord | null;
    };

/** Rain of one station in SI: m that fell in each interval, by the moment it begins (s since 1970, the model's clock; rising). */
export interface RainRecord {
  readonly times: readonly number[];
  readonly depths: readonly number[];
  /** s */
  readonly interval: number;
}

/**
 * A time series. Values stay in the file's units because their meaning depends on who uses them (rain, flow, stage, setting):
 * multiply by the factor of `userUnits(options.flowUnit)` that fits.
 */
export interface TimeSeries {
  readonly name: string;
  /** `start`: times count seconds from the start of the run. `calendar`: seconds since 1970-01-01T00:00 on the model's clock. */
  readonly origin: 'start' | 'calendar';
  readonly times: readonly number[];
  readonly values: readonly number[];
  /** Path of the file that the points were (or were to be) read from. */
  readonly file: string | null;
}

/** Multipliers over a cycle: 12 months, 7 days from Sunday, or 24 hours (of weekdays, or of the weekend only). */
export interface Pattern {
  readonly name: string;
  readonly kind: 'monthly' | 'daily' | 'hourly' | 'weekend';
  readonly factors: readonly number[];
}

/** Evaporation. Rates in m/s; a series is in mm (or inches) a day. */
export interface Evaporation {
  readonly source:
    | { readonly kind: 'constant'; readonly rate: number }
    | { readonly kind: 'monthly'; readonly rates: readonly number[] }
    | { readonly kind: 'series'; readonly series: string }
    /** From the model's climate: by temperature, or as its file says, with a pan coefficient by month. */
    | { readonly kind: 'climate'; readonly form: 'temperature' | 'file'; readonly panCoefficients: readonly number[] };
  /** Monthly pattern by which the soil recovers. */
  readonly recoveryPattern: string | null;
  readonly onlyWhenDry: boolean;
}

/** Monthly changes: degrees C added, m/s added to evaporation, factors on rain and on soil conductivity. */
export interface MonthlyAdjustments {
  readonly temperature: readonly number[] | null;
  readonly evaporation: readonly number[] | null;
  readonly rainfall: readonly number[] | null;
  readonly conductivity: readonly number[] | null;
}

/** Daily weather of a climate file. Days rise; null where nothing was measured. */
export interface Climate {
  /** Degrees, south is negative. */
  readonly latitude: number;
  readonly days: readonly {
    /** Its beginning, s since 1970 on the model's clock. */
    readonly moment: number;
    /** Degrees C. */
    readonly highest: number | null;
    readonly lowest: number | null;
    /** m/s */
    readonly evaporation: number | null;
  }[];
}
