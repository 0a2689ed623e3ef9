import { parentPort } from 'node:worker_threads';
import { judgeCase } from '../judge-case.ts';
import { judgementLine } from '../judgement-text.ts';
import { randomModel } from './random-model.ts';
import { sumMisses } from './water-sums.ts';

/** What one random model showed. */
export interface Finding {
  readonly seed: number;
  readonly style: string;
  /** `unsound`: SWMM itself does not close or converge; `failed`: an engine refused or threw. */
  readonly state: 'within' | 'missed' | 'unsound' | 'failed';
  readonly misses: readonly string[];
  /** How many times over its goal the worst figure lies. */
  readonly badness: number;
  readonly line: string;
  /** Sums of catchments and outfalls that differ; these have no goal. */
  readonly sums: readonly string[];
  readonly warnings: readonly string[];
}

/** Runs a seed in both engines. */
export async function findingOf(seed: number): Promise<Finding> {
  const one = randomModel(seed);
  const base = { seed, style: one.pins };
  try {
    const judgement = await judgeCase(one);
    const { misses, isOracleSound, comparison, own } = judgement;
    const { peakFlow, peakDepth } = comparison;
    const badness = Math.max(peakFlow.median / 0.01, peakFlow.p95 / 0.05, peakDepth.median / 0.02, peakDepth.p95 / 0.1);
    const state = isOracleSound ? (misses.length > 0 ? 'missed' : 'within') : 'unsound';
    return {
      ...base,
      state,
      misses,
      badness,
      line: judgementLine(judgement),
      sums: sumMisses(judgement),
      warnings: own.warnings.slice(0, 5),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...base, state: 'failed', misses: [reason], badness: Infinity, line: `FAIL ${one.name} | ${reason}`, sums: [], warnings: [] };
  }
}

parentPort?.on('message', async (seed: number) => parentPort!.postMessage(await findingOf(seed)));
