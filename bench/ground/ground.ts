import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../apps/server/src/database/embedded.ts';
import { migrate } from '../../apps/server/src/database/migrate.ts';
import { openDatabase } from '../../apps/server/src/database/open.ts';
import { foundDemoCity } from '../../apps/server/src/demo/found-demo-city.ts';
import { storyteller } from '../../apps/server/src/demo/storyteller.ts';
import { ShiftedClock } from '../../apps/server/src/platform/clock.ts';
import { composeApp, openCity, type City } from './city.ts';

/** What promises are measured on: one PostgreSQL as it runs in a city hall (fsync on), each promise in a city of its own. */
export interface Ground {
  /** Copies the founded city: its 240 units and the people who hold them, nothing said yet. */
  freshCity(): Promise<City>;
  close(): Promise<void>;
}

/** Starts the database server in a directory that is thrown away; the city is founded when it is first asked for. */
export async function prepareGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'makaverse-bench-'));
  // As root the database runs as another user, who must reach its directory.
  await chmod(folder, 0o711);
  const embedded = await startEmbedded({ dataDir: join(folder, 'run') });
  let founded: Promise<string> | null = null;
  const opened: City[] = [];
  return {
    freshCity: async () => {
      const administrator = await (founded ??= foundCity(embedded.url, folder));
      const name = `city_${opened.length}`;
      const url = new URL(embedded.url);
      const maintenance = new URL(embedded.url);
      maintenance.pathname = '/postgres';
      const keeper = await openDatabase(maintenance.href, { poolSize: 1 });
      await keeper.executeSql(`create database ${name} template ${url.pathname.slice(1)}`).finally(() => keeper.close());
      url.pathname = `/${name}`;
      const city = await openCity(url.href, administrator);
      opened.push(city);
      return city;
    },
    close: async () => {
      for (const city of opened.splice(0)) await city.close();
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Founds the demo's city; gives whoever administers it. Leaves nobody connected, because only what is at rest can be copied. */
async function foundCity(url: string, folder: string): Promise<string> {
  const database = await openDatabase(url, { poolSize: 4 });
  try {
    await migrate(database.db);
    const clock = new ShiftedClock(Date.parse('2022-03-01T08:00:00+08:00') - Date.now());
    const setUpCode = 'BENCH';
    const app = await composeApp(database, clock, { folder: join(folder, 'files'), setUpCode });
    try {
      const unitsCsv = await readFile(new URL('../../data/makassar/units.csv', import.meta.url));
      const story = storyteller(app, clock);
      const { administrator } = await foundDemoCity(story, unitsCsv, setUpCode);
      await story.settle();
      return administrator;
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}
