import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#database/embedded';
import type { DatabasePrograms } from '#database/embedded-binaries';
import { migrate } from '#database/migrate';
import { openDatabase } from '#database/open';
import { openJobs } from '#platform/jobs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test databases are made, and the name of the one they are copied from. */
    readonly databaseServer: { readonly adminUrl: string; readonly template: string };
  }
}

/**
 * Once per run: a throw-away server (or the one named by TEST_DATABASE_URL) with one migrated template database, which each test
 * file copies in some 40 ms. Nobody stays connected to the template, because PostgreSQL copies only what is at rest.
 */
export default function setUpDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  return setUpWith(project, undefined);
}

/** As above, with other programs than the ones carried along. */
export async function setUpWith(project: TestProject, programs: DatabasePrograms | undefined): Promise<() => Promise<void>> {
  const own = programs ? undefined : process.env['TEST_DATABASE_URL'];
  const server = own ? { url: own, stop: () => Promise.resolve() } : await startThrowAway(programs);
  const template = `makaverse_test_${process.pid}`;
  try {
    await makeTemplate(server.url, template);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('databaseServer', { adminUrl: server.url, template });
  return async () => {
    if (own) await dropAll(server.url, template);
    await server.stop();
  };
}

async function makeTemplate(adminUrl: string, template: string): Promise<void> {
  await administer(adminUrl, `create database ${template}`);
  const database = await openDatabase(urlOf(adminUrl, template), { poolSize: 2 });
  try {
    await migrate(database.db);
    const jobs = await openJobs({
      db: database,
      definitions: [],
      isWorking: false,
      run: () => Promise.resolve([]),
      onError: (error) => {
        throw error;
      },
    });
    await jobs.stop();
  } finally {
    await database.close();
  }
}

async function startThrowAway(programs: DatabasePrograms | undefined): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'makaverse-test-'));
  // PostgreSQL may run as another user than root, and must reach its directory.
  await chmod(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir, durable: false, ...(programs && { programs }) });
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** On a server that stays, the databases of this run are taken away again. */
async function dropAll(adminUrl: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [
    template,
  ]);
  for (const { name } of rows) await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
  await client.end();
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}
