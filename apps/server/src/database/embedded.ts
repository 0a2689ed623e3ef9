import { randomInt } from 'node:crypto';
import { access, chmod, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { locatePrograms, type DatabasePrograms } from '#database/embedded-binaries';
import { ensureCluster, refuseOtherFiles, roleName, type ClusterPlace } from '#database/embedded-cluster';
import { announceConnection, withdrawConnection } from '#database/embedded-connection';
import { DatabaseDidNotStart, DataDirectoryUnusable } from '#database/embedded-errors';
import { stopLeftover } from '#database/embedded-leftover';
import { lockDirectory } from '#database/embedded-lock';
import { socketFolder, startPostgres, type PostgresProcess, type PostgresSettings } from '#database/embedded-process';
import { chooseRunner } from '#database/embedded-runner';
import { supervise, type PostgresExit } from '#database/embedded-supervisor';

/** The PostgreSQL we carry along, running for this process. */
export interface EmbeddedDatabase {
  readonly url: string;
  readonly dataDir: string;
  /** How often it died and was brought back. */
  readonly restarts: number;
  /** Tells of each unexpected end; gives back how to stop listening. */
  onExit(listener: (exit: PostgresExit) => void): () => void;
  /** Shuts it down cleanly and frees the directory. End pools first. */
  stop(): Promise<void>;
}

const databaseName = 'makaverse';
const portAttempts = 10;
const startAttempts = 100;

/**
 * Starts PostgreSQL on a data directory, making it on the first start and recovering it after a crash.
 * `durable: false` gives up safety against power cuts for speed: throw-away directories in tests only.
 * @throws {DataDirectoryInUse | DataDirectoryUnusable | DatabaseProgramsMissing | RootCannotRunDatabase | DatabaseDidNotStart}
 */
export async function startEmbedded(options: {
  dataDir: string;
  durable?: boolean;
  /** Other programs than those we carry along: the tests' way to run on a distribution's PostgreSQL. */
  programs?: DatabasePrograms;
  onLine?: (line: string) => void;
}): Promise<EmbeddedDatabase> {
  const dataDir = await openDirectory(resolve(options.dataDir));
  const lock = await lockDirectory(dataDir);
  let running: PostgresProcess | null = null;
  try {
    const programs = options.programs ?? (await locatePrograms());
    const pgData = join(dataDir, 'postgres');
    await refuseOtherFiles(dataDir, pgData);
    const runner = await chooseRunner({ dataDir, pgData, initdb: programs.initdb });
    await stopLeftover(pgData);
    const place: ClusterPlace = { dataDir, pgData, runner, programs, isDurable: options.durable ?? true };
    const password = await ensureCluster(place);
    const settings = { program: programs.postgres, runner, pgData, isDurable: place.isDurable, onLine: options.onLine };
    running = await startOnFreePort(settings);
    const folder = socketFolder({ pgData, port: running.port });
    const through = folder === null ? '' : `?host=${encodeURIComponent(folder)}`;
    const url = `postgres://${roleName}:${password}@127.0.0.1:${running.port}/${databaseName}${through}`;
    await ensureDatabase(url);
    await announceConnection(dataDir, url, running.pid);
    const supervised = supervise(running, async (port) => {
      const restarted = await startOnPort({ ...settings, port });
      await announceConnection(dataDir, url, restarted.pid);
      return restarted;
    });
    let stopping: Promise<void> | null = null;
    const stop = async (): Promise<void> => {
      await supervised.stop();
      await withdrawConnection(dataDir);
      await lock.release();
    };
    return {
      url,
      dataDir,
      get restarts() {
        return supervised.restarts();
      },
      onExit: (listener) => supervised.onExit(listener),
      stop: () => (stopping ??= stop()),
    };
  } catch (error) {
    await running?.stop();
    await lock.release();
    throw error;
  }
}

/** Made reachable for others, but not listable: as root, the database runs as a user who must pass through it. */
async function openDirectory(path: string): Promise<string> {
  try {
    const made = await mkdir(path, { recursive: true });
    if (made !== undefined) await chmod(path, 0o711);
    if (!(await stat(path)).isDirectory()) throw new Error('it is a file');
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataDirectoryUnusable(path, reason, 'Choose with DATA_DIR a directory this user may write to.');
  }
}

async function startOnFreePort(settings: Omit<PostgresSettings, 'port'>): Promise<PostgresProcess> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnPort({ ...settings, port: await freePort() });
    } catch (error) {
      // Someone else may take the port between our trying it and PostgreSQL's taking it.
      if (attempt === portAttempts || !hasSaid(error, 'could not create any TCP/IP sockets')) throw error;
    }
  }
}

/** Workers of a killed server end a moment after it; until then PostgreSQL rightly refuses to start on their memory. */
async function startOnPort(settings: PostgresSettings): Promise<PostgresProcess> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startPostgres(settings);
    } catch (error) {
      if (attempt === startAttempts || !hasSaid(error, 'pre-existing shared memory block')) throw error;
      await new Promise((done) => setTimeout(done, 200));
    }
  }
}

function hasSaid(error: unknown, words: string): boolean {
  return error instanceof DatabaseDidNotStart && error.lines.some((line) => line.includes(words));
}

/**
 * A free port below the range from which Linux gives ports to outgoing connections (32768 on): after a crash the same port
 * must be free again, and there nobody takes it by chance.
 */
async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(20_000, 32_768);
    if (await isFree(port)) return port;
  }
  throw new DatabaseDidNotStart('No free port was found on 127.0.0.1 between 20000 and 32767', []);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => done(true)));
  });
}

async function ensureDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}
