/** A triangular distribution of a share: least, most likely and most. */
export type Triangular = { readonly least: number; readonly likely: number; readonly most: number };

/**
 * What is known of the sediment of a drain, as a share of its full depth. Not knowing is a distribution of the drain's class, never zero:
 * a list by what happens to be inspected would send every excavator to the inspected streets.
 */
export type SedimentState =
  | {
      readonly kind: 'inspected';
      /** Share of the full depth, 0 to 1, on that day; after a cleaning 0. */
      readonly fraction: number;
      /** Half the width of the doubt: 0.05 says that 0.4 may be 0.35 or 0.45. */
      readonly spread: number;
      /** `YYYY-MM-DD` */
      readonly date: string;
      readonly drainClass: string;
    }
  | { readonly kind: 'unknown'; readonly drainClass: string };

/** What drains of a class hold where nobody looked, and how fast it grows (shares of the full depth, a year). Data of the city. */
export type DrainClass = { readonly fraction: Triangular; readonly growthPerYear: Triangular };

/** Thrown when what is given for a ranking cannot be: it says what, and what to give instead. */
export class UnusableRanking extends Error {
  readonly code = 'unusable-ranking';
  override readonly name = 'UnusableRanking';
}

/** A drain filled further carries nothing that a section table could hold; the solver stops there too. */
const FULLEST = 0.95;
const MS_PER_YEAR = 365.25 * 86_400_000;

const held = (share: number): number => Math.min(FULLEST, Math.max(0, share));

function yearsBetween(from: string, to: string): number {
  const years = (Date.parse(to) - Date.parse(from)) / MS_PER_YEAR;
  if (!Number.isFinite(years)) throw new UnusableRanking(`"${from}" or "${to}" is no date. Write YYYY-MM-DD.`);
  return Math.max(0, years);
}

/**
 * The sediment of a drain today: what was seen, grown since; or what its class holds.
 *
 * @param today `YYYY-MM-DD`
 * @throws UnusableRanking when the class or a date is unknown
 * @example sedimentToday({ kind: 'inspected', fraction: 0.3, spread: 0.05, date: '2025-01-01', drainClass: 'tertiary' }, classes, '2026-01-01')
 */
export function sedimentToday(state: SedimentState, classes: Readonly<Record<string, DrainClass>>, today: string): Triangular {
  const drainClass = classes[state.drainClass];
  if (drainClass === undefined) {
    throw new UnusableRanking(`There is no drain class "${state.drainClass}". Give its sediment and growth in options.drainClasses.`);
  }
  if (state.kind === 'unknown') return drainClass.fraction;
  const years = yearsBetween(state.date, today);
  const { growthPerYear } = drainClass;
  return {
    least: held(state.fraction - state.spread + years * growthPerYear.least),
    likely: held(state.fraction + years * growthPerYear.likely),
    most: held(state.fraction + state.spread + years * growthPerYear.most),
  };
}

/** The mean of a triangular distribution. */
export function meanOf({ least, likely, most }: Triangular): number {
  return (least + likely + most) / 3;
}

/** The value that the share `p` of a triangular distribution lies below (inverse of its distribution function). */
export function quantileOf({ least, likely, most }: Triangular, p: number): number {
  const width = most - least;
  if (width <= 0) return likely;
  const turn = (likely - least) / width;
  return p < turn ? least + Math.sqrt(p * width * (likely - least)) : most - Math.sqrt((1 - p) * width * (most - likely));
}

/** Numbers from 0 to 1 by a seed (Mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Latin hypercube samples (McKay, Beckman and Conover 1979): each drain's distribution is cut into `count` parts of equal probability,
 * and each part is drawn once. Drains are drawn independently; if inspectors err alike, the true range is wider.
 *
 * @returns `count` lists with a share for each distribution
 */
export function latinHypercube(distributions: readonly Triangular[], count: number, seed: number): number[][] {
  const next = chance(seed);
  const samples = Array.from({ length: count }, () => distributions.map(() => 0));
  distributions.forEach((distribution, drain) => {
    const parts = samples.map((_, part) => part);
    for (let k = parts.length - 1; k > 0; k--) {
      const other = Math.floor(next() * (k + 1));
      [parts[k], parts[other]] = [parts[other]!, parts[k]!];
    }
    parts.forEach((part, sample) => (samples[sample]![drain] = quantileOf(distribution, (part + next()) / count)));
  });
  return samples;
}
