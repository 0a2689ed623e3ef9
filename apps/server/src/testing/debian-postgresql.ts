import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabasePrograms } from '#database/embedded-binaries';

const debianFolder = '/usr/lib/postgresql';
const oldestMajor = 15;

/** Debian's own PostgreSQL of the newest version installed; null where there is none of version 15 or later. */
export function debianPostgresql(folder = debianFolder): DatabasePrograms | null {
  const majors = existsSync(folder) ? readdirSync(folder).map(Number) : [];
  const newest = majors
    .filter((major) => major >= oldestMajor)
    .toSorted((a, b) => b - a)
    .map((major) => ({
      initdb: join(folder, `${major}/bin/initdb`),
      postgres: join(folder, `${major}/bin/postgres`),
      hasBuiltinLocales: major >= 17,
    }))
    .find((programs) => existsSync(programs.initdb) && existsSync(programs.postgres));
  return newest ?? null;
}
