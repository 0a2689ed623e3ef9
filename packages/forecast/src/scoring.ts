import { InvalidScoring } from './refusals.ts';
import { seededRandom } from './seeded-random.ts';

/** A chance that was given, and what came. */
export type ScoredChance = { readonly chance: number; readonly isOnTime: boolean };

/** Chances near each other, and how often it came. `low` to `high` is where the true share lies with 95 %. */
export type CalibrationBin = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanChance: number;
  readonly onTimeShare: number;
  readonly low: number;
  readonly high: number;
};

/**
 * `score` is the mean squared error of the chances: 0 is perfect, 0.25 is saying 50 % always. It is
 * `reliability - resolution + uncertainty + withinBins`.
 *
 * * `reliability`: how far chances lie from how often it came; 0 is perfectly calibrated.
 * * `resolution`: how far they tell programmes apart; the more the better.
 * * `uncertainty`: what the base rate, known beforehand, would score.
 * * `withinBins`: what rounding chances into bins hides.
 */
export type BrierScore = {
  readonly count: number;
  readonly score: number;
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  readonly withinBins: number;
};

const BINS = 10;
const Z95 = 1.959964;

function checkScored(scored: readonly ScoredChance[]): void {
  if (scored.length === 0) throw new InvalidScoring('there are none');
  for (const { chance } of scored) {
    if (!(chance >= 0 && chance <= 1)) throw new InvalidScoring(`a chance lies between 0 and 1, not at ${chance}`);
  }
}

/** Wilson 1927: holds its 95 % also for few and for extreme shares. */
function wilson(hits: number, count: number): { low: number; high: number } {
  const share = hits / count;
  const spread = Z95 * Math.sqrt((share * (1 - share)) / count + (Z95 / (2 * count)) ** 2);
  const middle = share + Z95 ** 2 / (2 * count);
  const scale = 1 + Z95 ** 2 / count;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/**
 * The chances in ten equal steps with how often it came; empty steps are left out.
 *
 * @throws InvalidScoring when there are none, or one is no chance
 * @example calibrationBins([{ chance: 0.72, isOnTime: true }]) // [{ from: 0.7, to: 0.8, count: 1, meanChance: 0.72, onTimeShare: 1, ... }]
 */
export function calibrationBins(scored: readonly ScoredChance[]): CalibrationBin[] {
  checkScored(scored);
  const sums = Array.from({ length: BINS }, () => ({ count: 0, chances: 0, hits: 0 }));
  for (const { chance, isOnTime } of scored) {
    const sum = sums[Math.min(BINS - 1, Math.floor(chance * BINS))];
    if (sum === undefined) continue;
    sum.count++;
    sum.chances += chance;
    sum.hits += Number(isOnTime);
  }
  return sums.flatMap(({ count, chances, hits }, bin) => {
    if (count === 0) return [];
    const limits = wilson(hits, count);
    return [{ from: bin / BINS, to: (bin + 1) / BINS, count, meanChance: chances / count, onTimeShare: hits / count, ...limits }];
  });
}

/**
 * The Brier score (1950) with its decomposition (Murphy 1973), and the rest that binning leaves (Stephenson, Coelho & Jolliffe 2008).
 *
 * @throws InvalidScoring when there are none, or one is no chance
 * @example brierScore([{ chance: 0.8, isOnTime: true }, { chance: 0.4, isOnTime: false }]).score // 0.1
 */
export function brierScore(scored: readonly ScoredChance[]): BrierScore {
  const bins = calibrationBins(scored);
  const count = scored.length;
  const base = scored.reduce((sum, { isOnTime }) => sum + Number(isOnTime), 0) / count;
  const score = scored.reduce((sum, one) => sum + (one.chance - Number(one.isOnTime)) ** 2, 0) / count;
  const reliability = bins.reduce((sum, bin) => sum + bin.count * (bin.meanChance - bin.onTimeShare) ** 2, 0) / count;
  const resolution = bins.reduce((sum, bin) => sum + bin.count * (bin.onTimeShare - base) ** 2, 0) / count;
  const uncertainty = base * (1 - base);
  return { count, score, reliability, resolution, uncertainty, withinBins: score - (reliability - resolution + uncertainty) };
}

/** By how much one forecast's Brier score is better than another's on the same cases; `low` to `high` holds the truth with 95 %. */
export type BrierGain = { readonly gain: number; readonly low: number; readonly high: number };

/**
 * The gain of one forecast over a rival. Cases of one programme are not independent, so programmes and not cases are drawn again
 * (cluster bootstrap: Efron & Tibshirani 1993; 2,000 times, deterministic).
 *
 * @throws InvalidScoring when there are none, or one is no chance
 * @example brierGain([{ programme: 'p1', chance: 0.8, rival: 0.5, isOnTime: true }]).gain // 0.21
 */
export function brierGain(cases: readonly (ScoredChance & { readonly programme: string; readonly rival: number })[]): BrierGain {
  checkScored(cases);
  checkScored(cases.map(({ rival, isOnTime }) => ({ chance: rival, isOnTime })));
  const clusters = new Map<string, { gain: number; count: number }>();
  for (const { programme, chance, rival, isOnTime } of cases) {
    const cluster = clusters.get(programme) ?? { gain: 0, count: 0 };
    cluster.gain += (rival - Number(isOnTime)) ** 2 - (chance - Number(isOnTime)) ** 2;
    cluster.count++;
    clusters.set(programme, cluster);
  }
  const list = [...clusters.values()];
  const next = seededRandom('brier gain', 1);
  const gains = Float64Array.from({ length: 2_000 }, () => {
    let [gain, count] = [0, 0];
    for (let drawn = 0; drawn < list.length; drawn++) {
      const cluster = list[Math.floor((next() / 0x100000000) * list.length)];
      gain += cluster?.gain ?? 0;
      count += cluster?.count ?? 0;
    }
    return gain / count;
  }).sort();
  const gain = list.reduce((sum, cluster) => sum + cluster.gain, 0) / cases.length;
  return { gain, low: gains[49] as number, high: gains[1949] as number };
}
