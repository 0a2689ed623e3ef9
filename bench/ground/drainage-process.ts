/**
 * One run of a model in a process of its own, so that its processor time is all there is: `own | oracle | memory`, path of the `.inp`. Prints
 * one line of JSON. Both engines leave their results beside the model, as a binary `.out`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseInp } from '../../packages/drainage-engine/src/inp/parse-inp.ts';
import { writeOut } from '../../packages/drainage-engine/src/out/write-out.ts';
import { open, run } from '../../packages/drainage-engine/src/run.ts';
import { runOracle } from '../../packages/drainage-engine/verification/oracle.ts';

/** What a process tells. */
export interface ProcessReport {
  /** Seconds in user and system mode from the start of the process. */
  readonly cpu: number;
  /** Megabytes. */
  readonly peakMemory: number;
  readonly steps: number | null;
  readonly continuityError: number | null;
  /** Bytes a conduit, without results; null where not asked for. */
  readonly modelBytes: number | null;
  readonly solverBytes: number | null;
}

const [engine = '', path = ''] = process.argv.slice(2);
const text = readFileSync(path, 'utf8');

function report(parts: Partial<ProcessReport>): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const none = { steps: null, continuityError: null, modelBytes: null, solverBytes: null };
  const all: ProcessReport = { ...none, ...parts, cpu: (userCPUTime + systemCPUTime) / 1e6, peakMemory: maxRSS / 1024 };
  process.stdout.write(`${JSON.stringify(all)}\n`);
}

/** Bytes that are still needed; some garbage goes only in a later turn of the event loop. */
async function heldBytes(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc!();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

if (engine === 'own') {
  const { model } = parseInp(text);
  const results = run(model);
  const out = writeOut(results.series, model);
  report({ steps: results.steps.steps, continuityError: results.routing.continuityError });
  writeFileSync(`${path}.own.out`, out);
} else if (engine === 'oracle') {
  const { code, report: told, out } = await runOracle(text);
  if (code !== 0) throw new Error(`SWMM ended with ${code}: ${told.slice(0, 500)}`);
  report({});
  writeFileSync(`${path}.oracle.out`, out);
} else {
  const before = await heldBytes();
  const { model } = parseInp(text);
  const withModel = await heldBytes();
  const simulation = open(model);
  simulation.step();
  const { series } = simulation.results();
  const blocks = [series.nodes, series.links, series.subcatchments, series.system];
  const results = blocks.flatMap(({ values }) => Object.values(values)).reduce((sum, { byteLength }) => sum + byteLength, 0);
  const conduits = model.links.length;
  report({ modelBytes: (withModel - before) / conduits, solverBytes: ((await heldBytes()) - withModel - results) / conduits });
  if (simulation.moment <= 0) throw new Error('The run did not begin.');
}
