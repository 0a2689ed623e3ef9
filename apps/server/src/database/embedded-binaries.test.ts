import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { linkLibraries, locatePrograms } from '#database/embedded-binaries';
import { DataDirectoryUnusable, RootCannotRunDatabase } from '#database/embedded-errors';
import { chooseRunner, runToEnd } from '#database/embedded-runner';

const isRoot = process.geteuid?.() === 0;
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'makaverse-programs-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it('makes the library links the install script would have made, and only those missing', async () => {
  await mkdir(join(dir, 'native/lib'), { recursive: true });
  await writeFile(join(dir, 'native/lib/libpq.so.5.18'), 'library');
  await writeFile(join(dir, 'native/lib/libpq.so'), 'already here');
  const links = ['native/lib/libpq.so', 'native/lib/libpq.so.5'].map((target) => ({ source: 'native/lib/libpq.so.5.18', target }));
  await writeFile(join(dir, 'native/pg-symlinks.json'), JSON.stringify(links));
  await linkLibraries(dir);
  expect(await readlink(join(dir, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
  expect(await readFile(join(dir, 'native/lib/libpq.so'), 'utf8')).toBe('already here');
  await linkLibraries(dir);
});

it('says what to do when a link cannot be made', async () => {
  await mkdir(join(dir, 'native'));
  await writeFile(join(dir, 'native/pg-symlinks.json'), JSON.stringify([{ source: 'native/lib/a.so.1', target: 'native/lib/a.so' }]));
  await expect(linkLibraries(dir)).rejects.toMatchObject({
    name: 'DatabaseProgramsMissing',
    message: expect.stringContaining('DATABASE_URL'),
  });
});

it('names the three remedies when root can run it as nobody', async () => {
  const choice = chooseRunner({ dataDir: dir, pgData: join(dir, 'postgres'), initdb: '/nowhere/initdb' });
  if (!isRoot) {
    expect(await choice).toEqual({ kind: 'self' });
    return;
  }
  const error: unknown = await choice.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RootCannotRunDatabase);
  for (const remedy of ['normal user', 'DATA_DIR', 'DATABASE_URL']) expect(String(error)).toContain(remedy);
});

it.runIf(isRoot)('follows the owner of what exists', async () => {
  const { initdb } = await locatePrograms();
  // The directory of mkdtemp is closed to others, so only its owner's way works, where the system allows it.
  const isAllowed = (await runToEnd({ kind: 'namespace' }, '/bin/true', [])).failure === null;
  for (const pgData of [dir, join(dir, 'new')]) {
    const choice = chooseRunner({ dataDir: dir, pgData, initdb });
    if (isAllowed) expect(await choice).toEqual({ kind: 'namespace' });
    else await expect(choice).rejects.toBeInstanceOf(RootCannotRunDatabase);
  }
  expect(await chooseRunner({ dataDir: '/', pgData: '/nowhere', initdb })).toEqual({ kind: 'user', uid: 65_534, gid: 65_534 });
});

it.runIf(!isRoot)('refuses the database of another user', async () => {
  const choice = chooseRunner({ dataDir: '/', pgData: '/', initdb: '/nowhere/initdb' });
  await expect(choice).rejects.toBeInstanceOf(DataDirectoryUnusable);
});

it('runs a program to its end and keeps what it said', async () => {
  expect(await runToEnd({ kind: 'self' }, '/bin/sh', ['-c', 'cat; echo "$PGDATA-$HOME" >&2; exit 0'], 'hello ')).toEqual({
    failure: null,
    said: expect.stringContaining('hello'),
  });
  expect(await runToEnd({ kind: 'self' }, '/bin/sh', ['-c', 'echo broken; exit 4'])).toEqual({ failure: 'broken', said: 'broken\n' });
  expect(await runToEnd({ kind: 'self' }, '/nowhere', [])).toMatchObject({ failure: expect.stringContaining('ENOENT') });
});
