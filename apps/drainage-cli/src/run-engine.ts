import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import {
  districtsOf,
  open,
  readHotStart,
  readRunoffFile,
  report,
  writeHotStart,
  writeInp,
  writeOut,
  writeOutflowsFile,
  writeRainfallFile,
  writeRunoffFile,
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

/** Files of a run that the command reads or writes itself. */
type RunFile = 'hotstart' | 'outflows' | 'rainfall' | 'runoff';

async function runOwn(file: ModelFile, threads: number, onProgress: (share: number) => void): Promise<EngineRun> {
  const { model } = file;
  const results = (await runApart(model, threads, onProgress)) ?? runWhole(file, onProgress);
  save(file, 'outflows', () => writeOutflowsFile(results.series, model));
  save(file, 'rainfall', () => writeRainfallFile(model));
  return { out: writeOut(results.series, model), report: report(model, results) };
}

function pathOf({ model, folder }: ModelFile, action: 'use' | 'save', kind: RunFile): string | null {
  const file = model.files.find((one) => one.action === action && one.kind === kind);
  return file ? resolve(folder, file.path) : null;
}

function save(file: ModelFile, kind: RunFile, content: () => string | Uint8Array): void {
  const path = pathOf(file, 'save', kind);
  if (path !== null) writeFileSync(path, content());
}

/** In threads, where the network has parts that no water, rule or file joins; else null. */
async function runApart(model: DrainageModel, threads: number, onProgress: (share: number) => void): Promise<RunResults | null> {
  if (threads === 1) return null;
  // Rain and flows by node are read already; states and runoff are of the whole.
  const isOfWhole = model.files.some(({ kind }) => kind === 'hotstart' || kind === 'runoff');
  const districts = isOfWhole ? [] : districtsOf(model, threads);
  if (districts.length > 1) return await runInThreads(model, districts, onProgress);
  console.error('One thread is used: the network hangs together, or uses a file of the whole of it.');
  return null;
}

function runWhole(file: ModelFile, onProgress: (share: number) => void): RunResults {
  const { model } = file;
  const used = <Content>(kind: RunFile, read: (bytes: Uint8Array, model: DrainageModel) => Content): Content | null => {
    const path = pathOf(file, 'use', kind);
    return path === null ? null : read(readFileSync(path), model);
  };
  const simulation = open(model, null, {
    hotStart: used('hotstart', readHotStart),
    runoff: used('runoff', readRunoffFile),
    keepsRunoff: pathOf(file, 'save', 'runoff') !== null && model.subcatchments.length > 0 ? 'catchments' : false,
  });
  simulation.finish((share) => {
    onProgress(share);
    return true;
  });
  save(file, 'hotstart', () => writeHotStart(simulation.hotStart(), model));
  const runoff = simulation.runoffRecord();
  if (runoff !== null) save(file, 'runoff', () => writeRunoffFile(runoff, model));
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
