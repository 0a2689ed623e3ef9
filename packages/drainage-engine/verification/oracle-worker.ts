import { parentPort, workerData } from 'node:worker_threads';
import { runOracle, type ModelFiles } from './oracle.ts';

const { inp, files, saves } = workerData as { inp: string; files: ModelFiles; saves: readonly string[] };
const run = await runOracle(inp, files, saves);
parentPort!.postMessage(run);
