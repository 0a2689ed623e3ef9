import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabasePrograms } from '#database/embedded-binaries';
import { DatabaseDidNotStart, DataDirectoryUnusable } from '#database/embedded-errors';
import { runToEnd, type Runner } from '#database/embedded-runner';
import { flushDirectory, readIfThere, writeDurably } from '#platform/durable-file';

/** Where things are inside a data directory. */
export interface ClusterPlace {
  readonly dataDir: string;
  readonly pgData: string;
  readonly runner: Runner;
  readonly programs: DatabasePrograms;
  readonly isDurable: boolean;
}

/** The role our server signs in as; it owns the cluster. */
export const roleName = 'makaverse';

const unfinished = 'postgres.new-';

/** Makes the cluster where there is none yet; gives the password of the role. */
export async function ensureCluster(place: ClusterPlace): Promise<string> {
  const passwordPath = join(place.dataDir, 'postgres.password');
  await removeUnfinished(place.dataDir);
  const stored = (await readIfThere(passwordPath))?.toString('utf8').trim() ?? '';
  const isThere = existsSync(join(place.pgData, 'PG_VERSION'));
  if (isThere && stored !== '') return stored;
  const password = randomBytes(24).toString('base64url');
  if (isThere) await replacePassword(place, password);
  // Written before the cluster gets its name, so that a finished cluster never stands there without its password.
  await writeDurably(passwordPath, `${password}\n`);
  if (!isThere) await makeCluster(place, password);
  return password;
}

/** Files of someone else, where the cluster should be, stay as they are. @throws {DataDirectoryUnusable} */
export async function refuseOtherFiles(dataDir: string, pgData: string): Promise<void> {
  if (!existsSync(pgData) || existsSync(join(pgData, 'PG_VERSION'))) return;
  let names: string[];
  try {
    names = await readdir(pgData);
  } catch (error) {
    // It belongs to another user, which the choice of the runner explains better.
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') return;
    throw error;
  }
  if (names.length === 0) return;
  throw new DataDirectoryUnusable(dataDir, `${pgData} holds files but no database`, 'Move them away, or choose another DATA_DIR.');
}

/** Made beside and renamed when finished: whoever is killed meanwhile leaves nothing half-made. */
async function makeCluster({ dataDir, pgData, runner, programs, isDurable }: ClusterPlace, password: string): Promise<void> {
  const beside = join(dataDir, unfinished + randomBytes(6).toString('hex'));
  const passwordFile = `${beside}.password`;
  await mkdir(beside, { mode: 0o700 });
  await chmod(beside, 0o700);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if (runner.kind === 'user') {
    await chown(beside, runner.uid, runner.gid);
    await chown(passwordFile, runner.uid, runner.gid);
  }
  try {
    // The built-in provider sorts the same on every machine, whatever its C library (PostgreSQL 18, 23.1.4). Before 17 there was none.
    const provider = programs.hasBuiltinLocales
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8'];
    const sorting = [...provider, '-E', 'UTF8'];
    const secrecy = ['-U', roleName, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    const safety = isDurable ? ['--data-checksums'] : ['--no-sync'];
    const made = await runToEnd(runner, programs.initdb, ['-D', beside, ...sorting, ...secrecy, ...safety]);
    if (made.failure !== null) throw new DatabaseDidNotStart('The database could not be made', made.said.trim().split('\n').slice(-8));
    await rename(beside, pgData);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
  await flushDirectory(dataDir);
}

/** Whoever may write the cluster's files owns it anyway: a lost password file is no reason to lose the data. */
async function replacePassword({ pgData, runner, programs }: ClusterPlace, password: string): Promise<void> {
  // base64url holds no quote, so the statement needs no escaping.
  const statement = `alter role ${roleName} password '${password}';\n`;
  const done = await runToEnd(runner, programs.postgres, ['--single', '-D', pgData, '-c', 'log_statement=none', 'postgres'], statement);
  if (done.failure !== null || done.said.includes('ERROR:')) {
    throw new DatabaseDidNotStart(
      'The password file is missing and a new password could not be set',
      done.said.trim().split('\n').slice(-8),
    );
  }
}

async function removeUnfinished(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name.startsWith(unfinished)) await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 3 });
  }
}
