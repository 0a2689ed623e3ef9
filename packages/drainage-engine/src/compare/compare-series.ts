import type { ReportedSeries, ResultBlock } from '../model/results.ts';

/** One object's peaks in two runs, in SI. */
export interface PeakPair {
  readonly name: string;
  readonly own: number;
  readonly reference: number;
  /** Flows: share of the reference peak. Depths: m. */
  readonly error: number;
}

/** Errors of many objects, smallest first, and their order statistics (0 where there are none). */
export interface ErrorSummary {
  readonly pairs: readonly PeakPair[];
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/** How far two runs of a model lie apart. */
export interface SeriesComparison {
  /** Links whose reference peak is above 1 % of the largest one. */
  readonly peakFlow: ErrorSummary;
  readonly peakDepth: ErrorSummary;
  /** Mean Nash-Sutcliffe efficiency of depths at nodes that move by more than 1 mm; 1 where none does. */
  readonly depthEfficiency: number;
  /** m³, integrated over the report times. */
  readonly flooding: { readonly own: number; readonly reference: number };
  /** Names that only one of the two has. */
  readonly unmatched: readonly string[];
}

/** Objects with peaks below this share of the largest are left out of flow errors. */
const SMALLEST_SHARE = 0.01;
/** m³/s: less is the noise of a level pool. */
const SMALLEST_FLOW = 1e-4;
/** m: nodes that move less say nothing by their efficiency. */
const STILL = 0.001;

/**
 * Compares what two runs reported, object by object, by name.
 *
 * @param own the run to be judged
 * @param reference what it is judged by
 * @example compareSeries(readOut(a), readOut(b)).peakFlow.p95 // 0.012
 */
export function compareSeries(own: ReportedSeries, reference: ReportedSeries): SeriesComparison {
  const flows = peakPairs(own.links, reference.links, 'flow');
  const largest = flows.pairs.reduce((most, pair) => Math.max(most, pair.reference), 0);
  const depths = peakPairs(own.nodes, reference.nodes, 'depth');
  return {
    peakFlow: summary(
      flows.pairs
        .filter((pair) => pair.reference > SMALLEST_SHARE * largest && pair.reference > SMALLEST_FLOW)
        .map((pair) => ({ ...pair, error: Math.abs(pair.own - pair.reference) / pair.reference })),
    ),
    peakDepth: summary(depths.pairs.map((pair) => ({ ...pair, error: Math.abs(pair.own - pair.reference) }))),
    depthEfficiency: meanEfficiency(own, reference),
    flooding: { own: integral(own), reference: integral(reference) },
    unmatched: [...flows.unmatched, ...depths.unmatched],
  };
}

/**
 * Middle and tail of a list of errors.
 *
 * @example summary(peakFlow.pairs.filter(({ own }) => own > 1)).p95
 */
export function summary(pairs: readonly PeakPair[]): ErrorSummary {
  // What is not a number lies as far off as can be.
  const known = pairs.map((pair) => (Number.isNaN(pair.error) ? { ...pair, error: Infinity } : pair));
  const sorted = known.toSorted((a, b) => a.error - b.error);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.error ?? 0;
  const middle = (sorted.length - 1) / 2;
  const median = sorted.length === 0 ? 0 : (sorted[Math.floor(middle)]!.error + sorted[Math.ceil(middle)]!.error) / 2;
  return { pairs: sorted, median, p95: at(0.95), max: sorted.at(-1)?.error ?? 0 };
}

type Names = { readonly names: readonly string[] };

function matched(
  own: Names,
  reference: Names,
): { readonly pairs: readonly (readonly [string, number, number])[]; readonly unmatched: string[] } {
  const indexes = new Map(own.names.map((name, index) => [name.toUpperCase(), index]));
  const pairs: (readonly [string, number, number])[] = [];
  const unmatched: string[] = [];
  reference.names.forEach((name, index) => {
    const mine = indexes.get(name.toUpperCase());
    if (mine === undefined) unmatched.push(name);
    else pairs.push([name, mine, index]);
    indexes.delete(name.toUpperCase());
  });
  return { pairs, unmatched: [...unmatched, ...indexes.keys()] };
}

function peaks({ names, values }: { readonly names: readonly string[]; readonly values: Float32Array }): Float64Array {
  const found = new Float64Array(names.length);
  for (let index = 0; index < values.length; index += 1) {
    const object = index % names.length;
    const size = Math.abs(values[index]!);
    // A NaN must not hide behind a comparison that is false: once there, it stays.
    if (Number.isNaN(size) || size > found[object]!) found[object] = size;
  }
  return found;
}

function peakPairs<Variable extends string>(
  own: ResultBlock<Variable>,
  reference: ResultBlock<Variable>,
  variable: Variable,
): { pairs: PeakPair[]; unmatched: string[] } {
  const [mine, theirs] = [
    peaks({ names: own.names, values: own.values[variable] }),
    peaks({ names: reference.names, values: reference.values[variable] }),
  ];
  const { pairs, unmatched } = matched(own, reference);
  return { pairs: pairs.map(([name, at, other]) => ({ name, own: mine[at]!, reference: theirs[other]!, error: 0 })), unmatched };
}

function meanEfficiency(own: ReportedSeries, reference: ReportedSeries): number {
  const periods = Math.min(own.times.length, reference.times.length);
  const { pairs } = matched(own.nodes, reference.nodes);
  let sum = 0;
  let count = 0;
  for (const [, mine, theirs] of pairs) {
    const [a, b] = [own.nodes.values.depth, reference.nodes.values.depth];
    const [strideA, strideB] = [own.nodes.names.length, reference.nodes.names.length];
    let mean = 0;
    for (let period = 0; period < periods; period += 1) mean += b[period * strideB + theirs]! / periods;
    let variance = 0;
    let error = 0;
    for (let period = 0; period < periods; period += 1) {
      variance += (b[period * strideB + theirs]! - mean) ** 2;
      error += (a[period * strideA + mine]! - b[period * strideB + theirs]!) ** 2;
    }
    if (variance / Math.max(1, periods) < STILL ** 2) continue;
    sum += 1 - error / variance;
    count += 1;
  }
  return count === 0 ? 1 : sum / count;
}

function integral({ nodes, reportStep }: ReportedSeries): number {
  return nodes.values.flooding.reduce((sum, flow) => sum + flow, 0) * reportStep;
}
