import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { foundUnit, listUnits } from '@makaverse/contract/identity-directory';
import { afterEach, expect, it } from 'vitest';
import { firstAdministrator, startWholeServer, type RunningServer } from './testing/running-server.ts';

const run = promisify(execFile);
const running: RunningServer[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.process.stop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'makaverse-backup-'));
  folders.push(folder);
  await chmod(folder, 0o711);
  return folder;
}
async function start(dataDir: string): Promise<RunningServer> {
  const server = await startWholeServer({ DATA_DIR: dataDir });
  running.push(server);
  return server;
}
/** The last hash of the audit chain, as `npm run audit:verify` prints it. */
async function lastHash(dataDir: string): Promise<string> {
  const { stdout } = await run(process.execPath, ['apps/server/src/audit-verify.ts'], { env: { ...process.env, DATA_DIR: dataDir } });
  return /last hash (\S+)/.exec(stdout)![1]!;
}

it('comes back from the copy of a stopped server’s directory, elsewhere, as the guide says', async () => {
  const [before, backup, after] = [await emptyFolder(), await emptyFolder(), await emptyFolder()];
  const server = await start(join(before, 'data'));
  const cookie = await firstAdministrator(server);
  await server.as(cookie)(foundUnit, {
    body: {
      code: 'B.1',
      kind: 'agency',
      name: 'Dinas Contoh',
      shortName: 'Contoh',
      parentId: null,
      presentingGroup: null,
      validFrom: '2022-01-01',
    },
  });
  await server.process.stop();
  const hash = await lastHash(join(before, 'data'));
  await run('tar', ['--numeric-owner', '-C', before, '-cpf', join(backup, 'makaverse.tar'), 'data']);
  await rm(before, { recursive: true });
  await run('tar', ['--numeric-owner', '-C', after, '-xpf', join(backup, 'makaverse.tar')]);
  expect(await lastHash(join(after, 'data'))).toBe(hash);
  const restored = await start(join(after, 'data'));
  const { items } = await restored.as(cookie)(listUnits, {});
  expect(items.map((unit) => unit.code)).toContain('B.1');
});
