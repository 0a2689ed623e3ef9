import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DataDirectoryInUse } from '#database/embedded-errors';
import { lockDirectory } from '#database/embedded-lock';
import { identityOf, isRunning, type ProcessIdentity } from '#database/process-identity';

let dataDir: string;
let own: ProcessIdentity;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'makaverse-lock-'));
  own = (await identityOf(process.pid))!;
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

it('is held by one, and free again after release', async () => {
  const lock = await lockDirectory(dataDir);
  await expect(lockDirectory(dataDir)).rejects.toBeInstanceOf(DataDirectoryInUse);
  await lock.release();
  expect(await readdir(dataDir)).toEqual([]);
  await (await lockDirectory(dataDir)).release();
});

it.each([
  ['an ended process', () => ({ ...own, pid: 2_147_483_647 })],
  ['a process whose number was given out again', () => ({ ...own, startTicks: '1' })],
  ['a process from before the machine was started', () => ({ ...own, bootId: 'another' })],
])('takes over the lock of %s', async (_, holder) => {
  await writeFile(join(dataDir, 'server.lock'), JSON.stringify({ ...holder(), since: 'yesterday' }));
  const lock = await lockDirectory(dataDir);
  expect(JSON.parse(await readFile(join(dataDir, 'server.lock'), 'utf8'))).toMatchObject(own);
  await lock.release();
});

it.each(['', '{"pid":', 'null', '{"pid":"1"}'])('takes over a lock file that a power cut left as %j', async (content) => {
  await writeFile(join(dataDir, 'server.lock'), content);
  await (await lockDirectory(dataDir)).release();
  expect(await readdir(dataDir)).toEqual([]);
});

it('gives a stale lock to exactly one of many that ask at once', async () => {
  for (let round = 0; round < 10; round += 1) {
    await writeFile(join(dataDir, 'server.lock'), JSON.stringify({ ...own, startTicks: '1', since: 'yesterday' }));
    const asked = await Promise.allSettled(Array.from({ length: 12 }, () => lockDirectory(dataDir)));
    const holders = asked.filter((one) => one.status === 'fulfilled');
    expect(holders).toHaveLength(1);
    for (const refused of asked.filter((one) => one.status === 'rejected')) expect(refused.reason).toBeInstanceOf(DataDirectoryInUse);
    await holders[0]!.value.release();
    expect(await readdir(dataDir)).toEqual([]);
  }
});

it('takes over from a taker that was killed before it had tidied up', async () => {
  const stale = JSON.stringify({ ...own, startTicks: '1', since: 'yesterday' });
  await writeFile(join(dataDir, 'server.lock'), stale);
  const claim = `server.lock.after-${createHash('sha256').update(stale).digest('hex').slice(0, 16)}`;
  await writeFile(join(dataDir, claim), JSON.stringify({ ...own, startTicks: '2', since: 'today' }));
  await (await lockDirectory(dataDir)).release();
  expect(await readdir(dataDir)).toEqual([]);
  await writeFile(join(dataDir, 'server.lock'), stale);
  await writeFile(join(dataDir, claim), JSON.stringify({ ...own, since: 'today' }));
  await expect(lockDirectory(dataDir)).rejects.toThrow('running since today');
});

it('does not release what has become the lock of another', async () => {
  const lock = await lockDirectory(dataDir);
  await writeFile(join(dataDir, 'server.lock'), 'of another');
  await lock.release();
  expect(await readFile(join(dataDir, 'server.lock'), 'utf8')).toBe('of another');
});

it('knows a process by more than its number', async () => {
  expect(await isRunning(own)).toBe(true);
  expect(await isRunning({ ...own, startTicks: `${own.startTicks}0` })).toBe(false);
  expect(await identityOf(2_147_483_647)).toBeNull();
});
