import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareSeries } from '../../packages/drainage-engine/src/compare/compare-series.ts';
import { readOut } from '../../packages/drainage-engine/src/out/read-out.ts';
import { bigCity } from '../ground/big-city.ts';
import type { ProcessReport } from '../ground/drainage-process.ts';
import type { Measured } from '../ground/measured.ts';

const conduits = 10_000;
const pipedConduits = 2000;
const ofOracle = 0.2;
const ofNative = 0.4;
const linearUpTo = 11;
const bytesUpTo = 1000;
/** Long enough for rain to run in the ditches; the linear check need not see the whole storm. */
const shortEnd = '00:45:00';
const program = fileURLToPath(new URL('../ground/drainage-process.ts', import.meta.url));

/** Runs the same tidal city with our engine and with SWMM, each in a process of its own, and counts their processor seconds. */
export async function measure(): Promise<readonly Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'makaverse-bench-drainage-'));
  try {
    const file = async (name: string, count: number, end: string, pipeShare = 0): Promise<string> => {
      const path = join(folder, name);
      await writeFile(path, bigCity(count, end, pipeShare));
      return path;
    };
    const whole = await file('city.inp', conduits, '06:00:00');
    const own = inProcess('own', whole);
    const oracle = inProcess('oracle', whole);
    const native = nativeSeconds(whole, folder);
    const memory = inProcess('memory', whole);
    const piped = await file('pipes.inp', pipedConduits, '06:00:00', 1);
    const ownPipes = inProcess('own', piped);
    const oraclePipes = inProcess('oracle', piped);
    const small = inProcess('own', await file('small.inp', conduits, shortEnd));
    const large = inProcess('own', await file('large.inp', 10 * conduits, shortEnd));
    return [
      {
        promise: `drainage: ${conduits} conduits and catchments, 6 h storm, 5 s step, against SWMM 5.2.2 in WebAssembly`,
        measured: `${own.cpu.toFixed(1)} CPU s, ${ratio(own.cpu, oracle.cpu)} of the oracle's ${oracle.cpu.toFixed(1)}`,
        target: `<= ${ofOracle}`,
        isKept: own.cpu <= ofOracle * oracle.cpu,
      },
      {
        promise: '  against native SWMM (runswmm), one thread',
        measured: native === null ? 'runswmm is not on PATH' : `${ratio(own.cpu, native)} of ${native.toFixed(1)} CPU s`,
        target: `<= ${ofNative}`,
        isKept: native === null ? null : own.cpu <= ofNative * native,
      },
      ...(await agreement(whole)),
      {
        promise: '  steps, continuity error, largest memory of our process',
        measured: `${own.steps}, ${((own.continuityError ?? 0) * 100).toFixed(3)} %, ${own.peakMemory.toFixed(0)} MB`,
        target: '',
        isKept: null,
      },
      {
        promise: `  ${pipedConduits} conduits, all ditches circular pipes, many of them full`,
        measured: `${ownPipes.cpu.toFixed(1)} CPU s, ${ratio(ownPipes.cpu, oraclePipes.cpu)} of the oracle's ${oraclePipes.cpu.toFixed(1)}`,
        target: '',
        isKept: null,
      },
      {
        promise: `  ten times as large (${10 * conduits}), the first 45 minutes of the storm`,
        measured: `${ratio(large.cpu, small.cpu)} times the CPU s (${large.cpu.toFixed(1)} and ${small.cpu.toFixed(1)})`,
        target: `<= ${linearUpTo}`,
        isKept: large.cpu <= linearUpTo * small.cpu,
      },
      {
        promise: '  memory a conduit besides results: solver with its share of nodes and catchments; the model it was read into',
        measured: `${memory.solverBytes!.toFixed(0)} B; ${memory.modelBytes!.toFixed(0)} B`,
        target: `solver < ${bytesUpTo} B`,
        isKept: memory.solverBytes! < bytesUpTo,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How far the results of both engines lie apart. */
async function agreement(path: string): Promise<Measured[]> {
  const results = async (engine: 'own' | 'oracle') => readOut(await readFile(`${path}.${engine}.out`));
  const { peakFlow, peakDepth, depthEfficiency } = compareSeries(await results('own'), await results('oracle'));
  const percent = (share: number): string => (100 * share).toFixed(2);
  const centimetres = (metres: number): string => (100 * metres).toFixed(1);
  return [
    {
      promise: '  peak flows apart, median, 95th percentile, largest; peak depths the same; efficiency of depths',
      measured: `${percent(peakFlow.median)}, ${percent(peakFlow.p95)}, ${percent(peakFlow.max)} %; ${centimetres(peakDepth.median)}, ${centimetres(peakDepth.p95)}, ${centimetres(peakDepth.max)} cm; ${depthEfficiency.toFixed(4)}`,
      target: '<= 1, 5 %; 2, 10 cm',
      isKept: peakFlow.median <= 0.01 && peakFlow.p95 <= 0.05 && peakDepth.median <= 0.02 && peakDepth.p95 <= 0.1,
    },
  ];
}

const ratio = (one: number, other: number): string => (one / other).toFixed(2);

function inProcess(engine: 'own' | 'oracle' | 'memory', path: string): ProcessReport {
  const ran = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=4096', program, engine, path], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (ran.status !== 0) throw new Error(`${engine} did not run:\n${ran.stderr}`);
  return JSON.parse(ran.stdout) as ProcessReport;
}

/** Processor seconds of `runswmm`, as the shell counts its children; null where there is none. */
function nativeSeconds(path: string, folder: string): number | null {
  const script = 'command -v runswmm >/dev/null || exit 3; runswmm "$1" "$2/n.rpt" "$2/n.out" >/dev/null; times';
  const ran = spawnSync('bash', ['-c', script, 'bash', path, folder], { encoding: 'utf8' });
  if (ran.status === 3) return null;
  const children = ran.stdout.trim().split('\n').at(-1) ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
}
