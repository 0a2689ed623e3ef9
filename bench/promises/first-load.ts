import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Measured } from '../ground/measured.ts';

const targetKb = 200;
/** From here on a file loaded on demand is worth naming. */
const heavyKb = 15;
const web = fileURLToPath(new URL('../../apps/web', import.meta.url));

/** Builds the client as for the server and adds up what a browser must have before the first page can stand. */
export async function measure(): Promise<readonly Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'makaverse-bench-web-'));
  try {
    build(folder);
    const assets = await readAssets(join(folder, 'assets'));
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    const first = filesAtFirst(html, assets);
    const sizes = new Map([...assets].map(([name, bytes]) => [name, gzipSync(bytes).byteLength / 1000]));
    const sum = (names: Iterable<string>): number => [...names].reduce((total, name) => total + sizes.get(name)!, 0);
    const later = [...sizes.keys()].filter((name) => !first.has(name));
    const heavy = later.filter((name) => sizes.get(name)! >= heavyKb).sort((a, b) => sizes.get(b)! - sizes.get(a)!);
    const total = sum(first);
    return [
      {
        promise: `first load: ${first.size} files named or imported by index.html, gzip`,
        measured: `${total.toFixed(0)} kB, ${(total / targetKb).toFixed(2)} of the limit`,
        target: `< ${targetKb} kB`,
        isKept: total < targetKb,
      },
      {
        promise: `  loaded when needed: ${later.length} files, the heaviest`,
        measured: heavy.map((name) => `${plainName(name)} ${sizes.get(name)!.toFixed(0)}`).join(', ') || `none over ${heavyKb} kB`,
        target: `${sum(later).toFixed(0)} kB in all`,
        isKept: null,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function build(folder: string): void {
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  const built = spawnSync(
    process.execPath,
    [vite, 'build', web, '--outDir', relative(web, folder), '--emptyOutDir', '--logLevel', 'warn'],
    {
      encoding: 'utf8',
    },
  );
  if (built.status !== 0) throw new Error(`The client could not be built:\n${built.stdout}${built.stderr}`);
}

async function readAssets(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = (await readdir(folder)).filter((name) => /\.(js|css)$/.test(name));
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)));
}

/** Scripts and styles the page names, and what those import without being asked to: followed here, in case a preload is missing. */
function filesAtFirst(html: string, assets: ReadonlyMap<string, Buffer>): Set<string> {
  const found = new Set<string>();
  const waiting = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]!);
  if (waiting.length === 0) throw new Error('index.html names no script.');
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const text = assets.get(name)?.toString('utf8');
    if (text === undefined) throw new Error(`${name} is named but was not built.`);
    for (const match of text.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[^"'()]*?\bfrom\s*)?["']\.\/([^"']+\.js)["']/g))
      waiting.push(match[1]!);
  }
  return found;
}

function plainName(asset: string): string {
  return basename(asset).replace(/-[\w-]{8}(\.\w+)$/, '$1');
}
