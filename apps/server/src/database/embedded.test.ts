import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '@makaverse/testing/processes';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { connectionOfRunning } from '#database/embedded-connection';
import { startEmbedded, type EmbeddedDatabase } from '#database/embedded';
import type { PostgresExit } from '#database/embedded-supervisor';
import { runToEnd } from '#database/embedded-runner';
import { identityOf } from '#database/process-identity';

const made: string[] = [];

/** Reachable for other users or, as `mkdtemp` leaves it, for the owner only: root needs another way in for each. */
async function temporaryDirectory(mode: number): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'makaverse-embedded-'));
  await chmod(path, mode);
  made.push(path);
  return path;
}

afterAll(async () => {
  for (const path of made) await rm(path, { recursive: true, force: true });
});

/** Many containers forbid user namespaces; a closed directory is then refused, with the remedies. */
const hasWayIntoClosed = process.geteuid?.() !== 0 || (await runToEnd({ kind: 'namespace' }, '/bin/true', [])).failure === null;

async function query<Row extends pg.QueryResultRow>(url: string, statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function countOf(url: string): Promise<number> {
  return (await query<{ count: number }>(url, 'select count(*)::int as count from kept'))[0]!.count;
}

describe.each([
  ['everyone may pass through', 0o711],
  ['only its owner may enter', 0o700],
])('in a directory that %s', (_, mode) => {
  it('makes the database, answers, stops cleanly and keeps what was written', async () => {
    const dataDir = await temporaryDirectory(mode);
    if (mode === 0o700 && !hasWayIntoClosed) {
      await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ name: 'RootCannotRunDatabase' });
      return;
    }
    await mkdir(join(dataDir, 'postgres.new-abandoned'));
    const first = await startEmbedded({ dataDir });
    expect(await query(first.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await query(first.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(first.url, 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
    expect(await query(first.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await query(first.url, 'create table kept (id int primary key)');
    await query(first.url, 'insert into kept select generate_series(1, 100)');
    expect(await connectionOfRunning(dataDir)).toBe(first.url);
    for (const secret of ['postgres.password', 'server.json']) {
      expect((await stat(join(dataDir, secret))).mode & 0o777).toBe(0o600);
    }
    const wrong = new URL(first.url);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    const pid = await postmasterPid(dataDir);
    await first.stop();
    await first.stop();
    expect(await identityOf(pid)).toBeNull();
    expect(await connectionOfRunning(dataDir)).toBeNull();
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.password']);
    const logged: string[] = [];
    const second = await startEmbedded({ dataDir, onLine: (line) => logged.push(line) });
    expect(await countOf(second.url)).toBe(100);
    await expect(query(second.url, "select 'Daeng'::int")).rejects.toThrow('invalid input syntax');
    await second.stop();
    expect(logged.join('\n')).not.toContain('Daeng');
    // A clean stop needs no recovery.
    expect(logged.join('\n')).toContain('database system was shut down at');
    expect(logged.join('\n')).not.toContain('automatic recovery');
  });
});

describe('when things are killed', () => {
  it('brings a killed PostgreSQL back on the same port without losing an acknowledged row', async () => {
    const dataDir = await temporaryDirectory(0o711);
    const database = await startEmbedded({ dataDir });
    const exits: PostgresExit[] = [];
    database.onExit((exit) => exits.push(exit));
    await query(database.url, 'create table kept (id int primary key)');
    const pool = new pg.Pool({ connectionString: database.url, max: 4 });
    pool.on('error', () => undefined);
    const acknowledged = new Set<number>();
    let next = 0;
    let isWriting = true;
    const write = async (): Promise<void> => {
      while (isWriting) {
        const id = (next += 1);
        const wasTaken = await pool.query('insert into kept values ($1)', [id]).then(
          () => true,
          () => false,
        );
        if (wasTaken) acknowledged.add(id);
        else await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const writers = [write(), write(), write(), write()];
    for (let kills = 1; kills <= 3; kills += 1) {
      const before = acknowledged.size;
      await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before + 50);
      process.kill(await postmasterPid(dataDir), 'SIGKILL');
      await expect.poll(() => database.restarts, { timeout: 20_000 }).toBe(kills);
    }
    isWriting = false;
    await Promise.all(writers);
    await pool.end();
    const stored = new Set((await query<{ id: number }>(database.url, 'select id from kept')).map((row) => row.id));
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(150);
    expect(exits.map(({ signal, willRestart }) => ({ signal, willRestart }))).toEqual(
      Array(3).fill({ signal: 'SIGKILL', willRestart: true }),
    );
    expect(await connectionOfRunning(dataDir)).toBe(database.url);
    await database.stop();
  });

  it('stops the PostgreSQL that a killed server left behind, and keeps its rows', async () => {
    const dataDir = await temporaryDirectory(0o711);
    const owner = await startOwner(dataDir);
    const leftover = await postmasterPid(dataDir);
    await query(owner.readyLine, 'create table kept as select generate_series(1, 500) as id');
    await owner.stop('SIGKILL');
    expect(await identityOf(leftover)).not.toBeNull();
    // Until someone starts again, tools can still read from it.
    expect(await connectionOfRunning(dataDir)).toBe(owner.readyLine);
    const database = await startEmbedded({ dataDir });
    expect(await postmasterPid(dataDir)).not.toBe(leftover);
    expect(await identityOf(leftover)).toBeNull();
    expect(await countOf(database.url)).toBe(500);
    await database.stop();
  });

  it('recovers when both were killed and the number of the old PostgreSQL now belongs to someone else', async () => {
    const dataDir = await temporaryDirectory(0o711);
    const owner = await startOwner(dataDir);
    await query(owner.readyLine, 'create table kept as select generate_series(1, 7) as id');
    const leftover = await postmasterPid(dataDir);
    await owner.stop('SIGKILL');
    process.kill(leftover, 'SIGKILL');
    await expect.poll(() => identityOf(leftover), { timeout: 10_000 }).toBeNull();
    const pidFile = join(dataDir, 'postgres/postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    await writeFile(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'));
    const database = await startEmbedded({ dataDir });
    expect(await countOf(database.url)).toBe(7);
    await database.stop();
    await writeFile(pidFile, '');
    const afterPowerCut = await startEmbedded({ dataDir });
    expect(await countOf(afterPowerCut.url)).toBe(7);
    await afterPowerCut.stop();
  });

  it('loses no acknowledged row when it and PostgreSQL are killed together, again and again', async () => {
    const dataDir = await temporaryDirectory(0o711);
    const acknowledged = new Set<number>();
    for (let kills = 1; kills <= 3; kills += 1) {
      const owner = await startOwner(dataDir);
      await query(owner.readyLine, 'create table if not exists kept (id serial primary key)');
      const pool = new pg.Pool({ connectionString: owner.readyLine, max: 4 });
      pool.on('error', () => undefined);
      const write = async (): Promise<void> => {
        for (;;) {
          const answer = await pool.query<{ id: number }>('insert into kept default values returning id').catch(() => null);
          if (answer === null) return;
          acknowledged.add(answer.rows[0]!.id);
        }
      };
      const before = acknowledged.size;
      const writers = [write(), write(), write(), write()];
      await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before + 50);
      // At once and without waiting for its end: the next start meets what is left of it.
      process.kill(await postmasterPid(dataDir), 'SIGKILL');
      await owner.stop('SIGKILL');
      await Promise.all(writers);
      await pool.end();
    }
    const database = await startEmbedded({ dataDir });
    const stored = new Set((await query<{ id: number }>(database.url, 'select id from kept')).map((row) => row.id));
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    await database.stop();
  });

  it('stops while it is being brought back', async () => {
    const dataDir = await temporaryDirectory(0o711);
    const database = await startEmbedded({ dataDir, durable: false });
    const dead = new Promise<void>((resolve) => database.onExit(() => resolve()));
    process.kill(await postmasterPid(dataDir), 'SIGKILL');
    await dead;
    await database.stop();
    expect(await connectionOfRunning(dataDir)).toBeNull();
    const again = await startEmbedded({ dataDir, durable: false });
    expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await again.stop();
  });
});

describe('refusals and repairs', () => {
  it('refuses a second server on one directory, in this process and in another, and goes on serving the first', async () => {
    const dataDir = await temporaryDirectory(0o711);
    const first = await startEmbedded({ dataDir, durable: false });
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ name: 'DataDirectoryInUse' });
    await expect(startOwner(dataDir)).rejects.toThrow(`${dataDir} is in use by another Makaverse server (process ${process.pid}`);
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await first.stop();
    const second: EmbeddedDatabase = await startEmbedded({ dataDir, durable: false });
    await second.stop();
  });

  it('sets a new password when the password file was lost', async () => {
    const dataDir = await temporaryDirectory(0o711);
    const first = await startEmbedded({ dataDir, durable: false });
    await query(first.url, 'create table kept as select 1 as id');
    await first.stop();
    await rm(join(dataDir, 'postgres.password'));
    const second = await startEmbedded({ dataDir, durable: false });
    expect(new URL(second.url).password).not.toBe(new URL(first.url).password);
    expect(await countOf(second.url)).toBe(1);
    await second.stop();
  });

  it('leaves files alone that are no database, and a directory that is a file', async () => {
    const dataDir = await temporaryDirectory(0o711);
    await mkdir(join(dataDir, 'postgres'), { mode: 0o755 });
    await writeFile(join(dataDir, 'postgres/letter.txt'), 'Rakorsus');
    await expect(startEmbedded({ dataDir, durable: false })).rejects.toMatchObject({ name: 'DataDirectoryUnusable' });
    expect(await readFile(join(dataDir, 'postgres/letter.txt'), 'utf8')).toBe('Rakorsus');
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['letter.txt']);
    await expect(startEmbedded({ dataDir: join(dataDir, 'postgres/letter.txt') })).rejects.toThrow('Choose with DATA_DIR');
  });

  it('tells the last words of a PostgreSQL that cannot start', async () => {
    const dataDir = await temporaryDirectory(0o711);
    await (await startEmbedded({ dataDir, durable: false })).stop();
    await writeFile(join(dataDir, 'postgres/PG_VERSION'), '9\n');
    const error: unknown = await startEmbedded({ dataDir }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'DatabaseDidNotStart', message: expect.stringContaining('initialized by PostgreSQL version 9') });
    expect(String(error)).toContain('DATABASE_URL');
    // Its lock went with it.
    expect(await readdir(dataDir)).not.toContain('server.lock');
  });
});

/** Another server process of ours on the directory; its ready line is its connection string. */
async function startOwner(dataDir: string): ReturnType<typeof startProcess> {
  const code = `
    const { startEmbedded } = await import(process.argv[1]);
    console.log((await startEmbedded({ dataDir: process.argv[2] })).url);
  `;
  return await startProcess({
    args: ['--input-type=module', '-e', code, new URL('embedded.ts', import.meta.url).href, dataDir],
    readyWhen: /^postgres:/,
  });
}
