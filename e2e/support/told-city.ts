/** Once for all journeys: the client is built and the demo's story told; each journey then gets a copy of that data directory. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '@makaverse/testing/processes';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    toldCity: string;
  }
}

/** The line by which the server says it is ready, with its address. */
export const readyLine = /\((https?:\/\/[^)]+)\), ready/;

/** Builds the client and tells the story into a fresh data directory. */
export default async function toldCity(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'makaverse-city-'));
  // The database's own user must be able to reach its directory when the tests run as root.
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'run');
  const server = await startProcess({
    args: ['apps/server/src/main.ts', '--build'],
    env: { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    readyWhen: readyLine,
    // A machine busy with other work only takes longer.
    withinMs: 400_000,
  });
  await server.stop();
  project.provide('toldCity', dataDir);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** A copy of the told city to play in; the function returned removes it. */
export function copyOfCity(told: string): { dataDir: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'makaverse-journey-'));
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'run');
  // Owners must stay: PostgreSQL refuses a directory that is not its own user's.
  const copied = spawnSync('cp', ['-a', '--no-target-directory', told, dataDir], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(copied.stderr);
  return { dataDir, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
