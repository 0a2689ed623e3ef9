import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundUnit, listUnits } from '@makaverse/contract/identity-directory';
import { startProcess } from '@makaverse/testing/processes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstAdministrator, startWholeServer, type RunningServer } from './testing/running-server.ts';

let folder: string;
let env: Record<string, string>;
let server: RunningServer;
let cookie: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'makaverse-killed-'));
  await chmod(folder, 0o711);
  env = { DATA_DIR: join(folder, 'run') };
  server = await startWholeServer(env);
  cookie = await firstAdministrator(server);
});
afterAll(async () => {
  await server.process.stop();
  await rm(folder, { recursive: true, force: true });
});

const plan = (code: string) => ({
  code,
  kind: 'agency' as const,
  name: `Dinas ${code}`,
  shortName: code,
  parentId: null,
  presentingGroup: null,
  validFrom: '2022-01-01',
});
const found = (code: string): Promise<{ code: string }> => server.as(cookie)(foundUnit, { body: plan(code) });
const codes = async (): Promise<string[]> => (await server.as(cookie)(listUnits, {})).items.map((unit) => unit.code);

/** Founds one unit after the other until the server answers no more; gives those it acknowledged. */
async function foundUntilKilled(mark: string, kill: () => Promise<void>): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let number = 1; number <= 200; number += 1) {
    if (number === 12) void kill();
    const done = await found(`${mark}.${number}`).then(
      () => true,
      () => false,
    );
    if (!done) return acknowledged;
    acknowledged.push(`${mark}.${number}`);
  }
  return acknowledged;
}

/** A request whose body has only half arrived. */
function beginFounding(code: string): { isBegun: Promise<void>; finish: () => Promise<number> } {
  const body = JSON.stringify(plan(code));
  const outgoing = request(`${server.origin}${foundUnit.path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  });
  const status = new Promise<number>((resolve, reject) => {
    outgoing.on('response', (response) => resolve(response.resume().statusCode!)).on('error', reject);
  });
  const isBegun = new Promise<void>((resolve) => {
    outgoing.write(body.slice(0, 20), () => setTimeout(resolve, 300));
  });
  return {
    isBegun,
    finish: () => {
      outgoing.end(body.slice(20));
      return status;
    },
  };
}

describe('a server that is killed', () => {
  it('loses nothing it acknowledged, and the next start recovers by itself', async () => {
    const acknowledged = await foundUntilKilled('A', async () => void (await server.process.stop('SIGKILL')));
    expect(acknowledged.length).toBeGreaterThan(0);
    server = await startWholeServer(env);
    expect(await codes()).toEqual(expect.arrayContaining(acknowledged));
  });

  it('goes on when only its PostgreSQL is killed', async () => {
    const pidFile = await readFile(join(env['DATA_DIR']!, 'postgres/postmaster.pid'), 'utf8');
    const acknowledged = await foundUntilKilled('B', async () => void process.kill(Number(pidFile.split('\n')[0]), 'SIGKILL'));
    expect(acknowledged.length).toBeGreaterThan(0);
    await expect.poll(() => codes().catch(() => []), { timeout: 30_000 }).toEqual(expect.arrayContaining(acknowledged));
  });
});

describe('a server that is stopped', () => {
  it('finishes what is under way, ends with 0, and has kept it', async () => {
    const underWay = beginFounding('C.1');
    await underWay.isBegun;
    const stopped = server.process.stop('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await underWay.finish()).toBe(200);
    const end = await stopped;
    expect(end).toEqual({ code: 0, signal: null });
    server = await startWholeServer(env);
    expect(await codes()).toContain('C.1');
  });

  it('lets no second one onto its data directory', async () => {
    const second = startProcess({ args: ['apps/server/src/main.ts'], env: { ...env, PORT: '0', DEMO: '0' }, readyWhen: /ready in/ });
    await expect(second).rejects.toThrow(/already|in use|another/i);
    expect(await codes()).toContain('C.1');
  });
});
