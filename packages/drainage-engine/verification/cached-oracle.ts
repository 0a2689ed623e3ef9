import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOracleAside, type ModelFiles } from './oracle.ts';

/** What is kept of an oracle run. */
export interface CachedRun {
  readonly code: number;
  readonly report: string;
  readonly out: Uint8Array;
  readonly wallSeconds: number;
}

const folder = join(tmpdir(), 'makaverse-drainage-oracle');

/** Runs a model in SWMM, or takes the answer of an earlier run of the same text: the oracle gives the same bytes every time. */
export async function cachedOracle(inp: string, files: ModelFiles = {}): Promise<CachedRun> {
  const hash = createHash('sha256').update(inp);
  for (const [name, data] of Object.entries(files)) hash.update(`\0${name}\0`).update(data);
  const path = join(folder, hash.digest('hex').slice(0, 32));
  if (existsSync(`${path}.json`)) {
    const { code, report, wallSeconds } = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Omit<CachedRun, 'out'>;
    return { code, report, wallSeconds, out: new Uint8Array(readFileSync(`${path}.out`)) };
  }
  const { code, report, out, wallSeconds } = await runOracleAside(inp, { files });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.out`, out);
  // The description last and at once: it says that the run is whole.
  writeFileSync(`${path}.part${process.pid}`, JSON.stringify({ code, report, wallSeconds }));
  renameSync(`${path}.part${process.pid}`, `${path}.json`);
  return { code, report, out, wallSeconds };
}
