/** Prints the OpenAPI document of this version: a server is started on an empty directory, asked, and stopped. Usage: npm run -s openapi > openapi.json */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../apps/server/src/config.ts';
import { raiseDatabase } from '../apps/server/src/raise-database.ts';
import { startServer } from '../apps/server/src/start-server.ts';

const folder = await mkdtemp(join(tmpdir(), 'makaverse-openapi-'));
const config = readConfig({ PORT: '0', DEMO: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' });
const server = await startServer(config, await raiseDatabase(config));
try {
  const reply = await fetch(new URL('/api/openapi.json', server.address));
  process.stdout.write(`${JSON.stringify(await reply.json(), null, 2)}\n`);
} finally {
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
