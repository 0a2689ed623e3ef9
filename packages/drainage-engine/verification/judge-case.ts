import { compareSeries, type SeriesComparison } from '../src/compare/compare-series.ts';
import { parseInp } from '../src/inp/parse-inp.ts';
import type { DrainageModel } from '../src/model/drainage-model.ts';
import type { RunResults } from '../src/model/results.ts';
import { readOut } from '../src/out/read-out.ts';
import { run } from '../src/run.ts';
import { cachedOracle } from './cached-oracle.ts';
import { figuresIn, type OracleFigures } from './oracle-report.ts';
import type { VerificationCase } from './verification-case.ts';

/** Both runs of a case beside each other. */
export interface Judgement {
  readonly name: string;
  readonly comparison: SeriesComparison;
  readonly own: RunResults;
  readonly model: DrainageModel;
  readonly oracle: OracleFigures;
  /** SWMM's text report. */
  readonly oracleReport: string;
  readonly oracleSeries: ReturnType<typeof readOut>;
  readonly ownSeconds: number;
  readonly oracleSeconds: number;
  /** SWMM itself closes its balance within 2 % and converges in 95 % of its steps. */
  readonly isOracleSound: boolean;
  /** Goals that are missed, in words. */
  readonly misses: readonly string[];
}

/** Limits: shares, m, and m³ below which a flooded volume is the rounding of the report. */
const goals = {
  flowMedian: 0.01,
  flowP95: 0.05,
  depthMedian: 0.02,
  depthP95: 0.1,
  flooding: 0.03,
  continuity: 0.005,
  continuityWithPumps: 0.01,
};
const SMALLEST_FLOOD = 30;

/**
 * Runs a case in both engines and holds the result against the goals.
 *
 * @throws Error when SWMM refuses the case, with its report
 */
export async function judgeCase({ name, inp, files = {}, hasPumps = false }: VerificationCase): Promise<Judgement> {
  const reference = await cachedOracle(inp, files);
  if (reference.code !== 0) throw new Error(`SWMM refuses ${name}: ${reference.report.slice(0, 1500)}`);
  const { model } = parseInp(inp, { readFile: (path) => (typeof files[path] === 'string' ? files[path] : null) });
  const before = performance.now();
  const own = run(model);
  const ownSeconds = (performance.now() - before) / 1000;
  const oracle = figuresIn(reference.report);
  const oracleSeries = readOut(reference.out);
  const comparison = compareSeries(own.series, oracleSeries);
  const isOracleSound = Math.abs(oracle.routingError ?? 0) <= 0.02 && oracle.notConverging <= 0.05;
  const misses = missesOf(comparison, own, oracle, hasPumps);
  return {
    name, model, comparison, own, oracle, oracleSeries, ownSeconds, isOracleSound, misses,
    oracleReport: reference.report, oracleSeconds: reference.wallSeconds,
  }; // prettier-ignore
}

function missesOf(
  { peakFlow, peakDepth, unmatched }: SeriesComparison,
  own: RunResults,
  oracle: OracleFigures,
  hasPumps: boolean,
): string[] {
  const misses: string[] = [];
  // Written so that NaN is a miss.
  const check = (what: string, value: number, limit: number): void => void (Math.abs(value) <= limit || misses.push(what));
  check('flow median', peakFlow.median, goals.flowMedian);
  check('flow p95', peakFlow.p95, goals.flowP95);
  check('a flow that is no number', peakFlow.max, Number.MAX_VALUE);
  check('a depth that is no number', peakDepth.max, Number.MAX_VALUE);
  check('depth median', peakDepth.median, goals.depthMedian);
  check('depth p95', peakDepth.p95, goals.depthP95);
  const flood = Math.max(own.routing.flooding, oracle.flooding);
  if (!(flood <= SMALLEST_FLOOD))
    check('flooded volume', (own.routing.flooding - oracle.flooding) / (oracle.flooding || 1), goals.flooding);
  check('continuity', own.routing.continuityError, hasPumps ? goals.continuityWithPumps : goals.continuity);
  check('runoff continuity', own.runoff.continuityError, goals.continuityWithPumps);
  if (unmatched.length > 0) misses.push(`names ${unmatched.slice(0, 3).join(', ')}`);
  return misses;
}
