/** What a state of the drains means under one storm and tide. Shown beside every number that is published. */
export type ScenarioFigures = {
  readonly storm: string;
  readonly tide: string;
  /** How often a year. */
  readonly perYear: number;
  /** m3 above the rims. */
  readonly floodVolume: number;
  readonly damage: number;
  /** Of the district where it is worst, fractions. */
  readonly continuityError: number;
  readonly notConverging: number;
};

/** A state of the drains over all storms and tides. */
export type StateFigures = {
  /** Expected m3 a year. */
  readonly floodVolume: number;
  /** Expected damage a year. */
  readonly damage: number;
  /** Expected amount flooded a year, by kind of stake. */
  readonly affected: Readonly<Record<string, number>>;
  readonly scenarios: readonly ScenarioFigures[];
};

/** What is gained from one state to another: expected, a year. */
export type Gain = { readonly floodVolume: number; readonly damage: number; readonly affected: Readonly<Record<string, number>> };

/** A package of the plan, in the order in which it should be done. */
export type RankedPackage = {
  readonly links: readonly { readonly link: string; readonly action: 'clean' | 'remove-obstruction'; readonly sediment: SedimentFigures }[];
  readonly owner: string;
  /** Rupiah on top of the packages before; m3 of sediment. */
  readonly cost: number;
  readonly volume: number;
  /** On top of the packages before it. */
  readonly gain: Gain;
  /** From the present state, with nothing else done. A package can be worth little alone and much in its place. */
  readonly gainAlone: Gain;
  /** Damage that comes back when only this package is left out of the all-clean state. */
  readonly leftOut: Gain;
};

/** What is known of a drain's sediment. Shares of the full depth; `date` null: nobody has looked. */
export type SedimentFigures = { readonly least: number; readonly likely: number; readonly most: number; readonly date: string | null };

/** A node where the plan makes flooding worse: expected m3 a year over the storms and tides of the ranking. */
export type WorseNode = { readonly node: string; readonly floodVolumeBefore: number; readonly floodVolumeAfter: number };

/** Drains of another owner that would help on top of the plan: the content of a letter to that owner. */
export type Handover = {
  readonly owner: string;
  /** All drains of that owner together. */
  readonly cost: number;
  readonly gain: Gain;
  /** The best of them, one at a time on top of the plan. */
  readonly best: readonly {
    readonly link: string;
    readonly action: 'clean' | 'remove-obstruction';
    readonly cost: number;
    readonly gain: Gain;
  }[];
};

/** The range over what sediment may really lie there. Shares and gains at the 10th, 50th and 90th per cent of the samples. */
export type SedimentRange = {
  readonly samples: number;
  readonly seed: number;
  readonly floodVolume: readonly [number, number, number];
  readonly damage: readonly [number, number, number];
  readonly shareOfPossible: readonly [number, number, number];
};

/** Which drains first. */
export type Ranking = {
  readonly packages: readonly RankedPackage[];
  /** Rupiah. */
  readonly budget: number;
  readonly cost: number;
  readonly rates: { readonly source: string; readonly date: string };
  readonly now: StateFigures;
  readonly plan: StateFigures;
  /** All actions that may be chosen, whatever they cost. */
  readonly allOwn: StateFigures;
  /** All actions of all owners: the bound of what cleaning can do. */
  readonly allClean: StateFigures;
  readonly gain: Gain;
  /** Damage spared by the plan over that spared by `allOwn`; 1 minus it is the gap to the bound. */
  readonly shareOfPossible: number;
  readonly worse: readonly WorseNode[];
  readonly sedimentRange: SedimentRange | null;
  readonly handover: readonly Handover[];
  /** Simulations (one district, one storm, one tide): of the search, of the figures around it, and what one-at-a-time would take. */
  readonly runs: { readonly search: number; readonly figures: number; readonly oneAtATime: number };
  readonly warnings: readonly string[];
};
