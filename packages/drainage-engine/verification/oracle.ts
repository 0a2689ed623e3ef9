import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** Files a model reads, by the name the model gives them. */
export type ModelFiles = Readonly<Record<string, string | Uint8Array>>;

/** What SWMM answered. `code` 0 is success; otherwise the report holds `ERROR` lines. */
export interface OracleRun {
  readonly code: number;
  readonly report: string;
  readonly out: Uint8Array;
  /** Files the run saved, by name. */
  readonly saved: Readonly<Record<string, Uint8Array>>;
  readonly wallSeconds: number;
}

interface SwmmModule {
  readonly FS: {
    chdir: (path: string) => void;
    writeFile: (path: string, data: string | Uint8Array) => void;
    readFile: (path: string) => Uint8Array;
    readdir: (path: string) => string[];
  };
  ccall: (name: string, returns: string, types: readonly string[], values: readonly string[]) => number;
}

/**
 * Loads SWMM 5.2.2 compiled to WebAssembly. The package is built for the web and touches two globals while it loads; they are taken away again
 * at once, so that nothing else takes Node for a browser.
 */
async function loadSwmm(): Promise<SwmmModule> {
  const globals = globalThis as Record<string, unknown>;
  globals['window'] = globalThis;
  globals['document'] = { currentScript: { src: 'http://x/' }, title: '' };
  try {
    const create = createRequire(import.meta.url)('@fileops/swmm-wasm-web') as (options: object) => Promise<SwmmModule>;
    return await create({ print() {}, printErr() {} });
  } finally {
    delete globals['window'];
    delete globals['document'];
  }
}

/**
 * Runs a model in this thread, in a fresh instance.
 *
 * @param saves names of files the model saves (hot start), to be read back
 */
export async function runOracle(inp: string, files: ModelFiles = {}, saves: readonly string[] = []): Promise<OracleRun> {
  const swmm = await loadSwmm();
  swmm.FS.chdir('/');
  for (const [name, data] of Object.entries(files)) swmm.FS.writeFile(`/${name}`, data);
  swmm.FS.writeFile('/m.inp', inp);
  const before = performance.now();
  const code = swmm.ccall('swmm_run', 'number', ['string', 'string', 'string'], ['/m.inp', '/m.rpt', '/m.out']);
  const wallSeconds = (performance.now() - before) / 1000;
  const here = new Set(swmm.FS.readdir('/'));
  const read = (name: string): Uint8Array => (here.has(name) ? Uint8Array.from(swmm.FS.readFile(`/${name}`)) : new Uint8Array(0));
  return {
    code,
    report: new TextDecoder().decode(read('m.rpt')),
    out: read('m.out'),
    saved: Object.fromEntries(saves.map((name) => [name, read(name)])),
    wallSeconds,
  };
}

/** The same in a worker thread, for long models: it does not hold the caller, and is stopped after `timeoutSeconds`. */
export function runOracleAside(
  inp: string,
  { files = {}, saves = [], timeoutSeconds = 600 }: { files?: ModelFiles; saves?: readonly string[]; timeoutSeconds?: number } = {},
): Promise<OracleRun> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('oracle-worker.ts', import.meta.url), { workerData: { inp, files, saves } });
    const timer = setTimeout(() => {
      void worker.terminate();
      reject(new Error(`The oracle did not end within ${timeoutSeconds} s.`));
    }, timeoutSeconds * 1000);
    worker.once('message', (run: OracleRun) => {
      clearTimeout(timer);
      resolve(run);
      void worker.terminate();
    });
    worker.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
