import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import {
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
} from '@makaverse/drainage-engine';
import type { Engine } from './arguments.ts';
import type { ModelFile } from './model-file.ts';

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
  if (engine === 'own') return runOwn(model, onProgress);
  return engine === 'reference' ? await runReference(model) : await runNative(model, threads);
}

function runOwn({ model, folder }: ModelFile, onProgress: (share: number) => void): EngineRun {
  const pathOf = (action: 'use' | 'save', kind: 'hotstart' | 'outflows' | 'rainfall' | 'runoff'): string | null => {
    const file = model.files.find((one) => one.action === action && one.kind === kind);
    return file ? resolve(folder, file.path) : null;
  };
  const used = <Content>(kind: 'hotstart' | 'runoff', read: (bytes: Uint8Array, model: DrainageModel) => Content): Content | null => {
    const path = pathOf('use', kind);
    return path === null ? null : read(readFileSync(path), model);
  };
  const save = (kind: 'hotstart' | 'outflows' | 'rainfall' | 'runoff', content: () => string | Uint8Array): void => {
    const path = pathOf('save', kind);
    if (path !== null) writeFileSync(path, content());
  };
  const simulation = open(model, {
    hotStart: used('hotstart', readHotStart),
    runoff: used('runoff', readRunoffFile),
    keepsRunoff: pathOf('save', 'runoff') !== null && model.subcatchments.length > 0 ? 'catchments' : false,
  });
  simulation.finish((share) => {
    onProgress(share);
    return true;
  });
  const results = simulation.results();
  save('hotstart', () => writeHotStart(simulation.hotStart(), model));
  save('outflows', () => writeOutflowsFile(results.series, model));
  save('rainfall', () => writeRainfallFile(model));
  const runoff = simulation.runoffRecord();
  if (runoff !== null) save('runoff', () => writeRunoffFile(runoff, model));
  return { out: writeOut(results.series, model), report: report(model, results) };
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
