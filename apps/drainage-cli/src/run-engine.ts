import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import {
  districtsOf,
  open,
  readHotStart,
  report,
  writeHotStart,
  writeInp,
  writeOut,
  writeOutflowsFile,
  type DrainageModel,
  type RunResults,
} from '@makaverse/drainage-engine';
import type { Engine } from './arguments.ts';
import type { ModelFile } from './model-file.ts';
import { runInThreads } from './run-in-threads.ts';

/** What an engine leaves: the binary results and the report. */
export interface EngineRun {
  readonly out: Uint8Array;
  readonly report: string;
}

/** Thrown when an engine cannot be had or refuses the model. */
export class EngineFailed extends Error {
  override readonly name = 'EngineFailed';
}

/** Runs a model in one of the engines. */
export async function runEngine(
  engine: Engine,
  model: ModelFile,
  { threads, onProgress }: { threads: number; onProgress: (share: number) => void },
): Promise<EngineRun> {
  if (engine === 'own') return await runOwn(model, threads, onProgress);
  return engine === 'reference' ? await runReference(model) : await runNative(model, threads);
}

async function runOwn({ model, folder }: ModelFile, threads: number, onProgress: (share: number) => void): Promise<EngineRun> {
  const pathOf = (action: 'use' | 'save', kind: 'hotstart' | 'outflows'): string | null => {
    const file = model.files.find((one) => one.action === action && one.kind === kind);
    return file ? resolve(folder, file.path) : null;
  };
  const [used, saved, outflows] = [pathOf('use', 'hotstart'), pathOf('save', 'hotstart'), pathOf('save', 'outflows')];
  const results = (await runApart(model, threads, onProgress)) ?? runWhole(model, used, saved, onProgress);
  if (outflows !== null) writeFileSync(outflows, writeOutflowsFile(results.series, model));
  return { out: writeOut(results.series, model), report: report(model, results) };
}

/** In threads, where the network has parts that no water, rule or file joins; else null. */
async function runApart(model: DrainageModel, threads: number, onProgress: (share: number) => void): Promise<RunResults | null> {
  if (threads === 1) return null;
  const isOfWhole = model.files.some(({ kind }) => kind !== 'inflows' && kind !== 'outflows');
  const districts = isOfWhole ? [] : districtsOf(model, threads);
  if (districts.length > 1) return await runInThreads(model, districts, onProgress);
  console.error('One thread is used: the network hangs together, or uses a file of the whole of it.');
  return null;
}

function runWhole(model: DrainageModel, used: string | null, saved: string | null, onProgress: (share: number) => void): RunResults {
  const simulation = open(model, null, { hotStart: used === null ? null : readHotStart(readFileSync(used), model) });
  simulation.finish((share) => {
    onProgress(share);
    return true;
  });
  if (saved !== null) writeFileSync(saved, writeHotStart(simulation.hotStart(), model));
  return simulation.results();
}

async function runReference({ text, files }: ModelFile): Promise<EngineRun> {
  const { runOracleAside } = await import('@makaverse/drainage-engine/verification/oracle');
  const { code, out, report: text2 } = await runOracleAside(text, { files });
  if (code !== 0) throw new EngineFailed(`SWMM refuses the model:\n${text2}`);
  return { out, report: text2 };
}

async function runNative({ model, files }: ModelFile, threads: number): Promise<EngineRun> {
  const folder = mkdtempSync(join(tmpdir(), 'makaverse-drainage-'));
  try {
    const inp = writeInp({ ...model, options: { ...model.options, threads } });
    writeFileSync(join(folder, 'm.inp'), inp);
    // Names are cut to their last part: nothing is written outside the folder.
    for (const [name, data] of Object.entries(files)) writeFileSync(join(folder, basename(name)), data);
    const code = await ended(folder);
    const text = readFileSync(join(folder, 'm.rpt'), 'utf8');
    if (code !== 0 || /^\s*ERROR /m.test(text)) throw new EngineFailed(`runswmm refuses the model:\n${text.slice(0, 2000)}`);
    return { out: readFileSync(join(folder, 'm.out')), report: text };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Name of the native engine on PATH. */
const nativeSwmm = 'runswmm';

function ended(cwd: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(nativeSwmm, ['m.inp', 'm.rpt', 'm.out'], { cwd, stdio: 'ignore' });
    child.once('error', () => {
      reject(new EngineFailed('runswmm was not found on PATH. Install SWMM 5.2, or use --engine own.'));
    });
    child.once('exit', resolve);
  });
}
