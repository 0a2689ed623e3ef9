import type { TestProject } from 'vitest/node';
import { setUpWith } from './database-server.ts';
import { debianPostgresql } from './debian-postgresql.ts';

/** The same test databases on Debian's PostgreSQL, where it is installed; else the one test that says so needs none. */
export default async function setUpDebianServer(project: TestProject): Promise<() => Promise<void>> {
  const programs = debianPostgresql();
  return programs ? setUpWith(project, programs) : () => Promise.resolve();
}
