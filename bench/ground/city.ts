import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makassarAreas } from '../../apps/server/src/config.ts';
import { createApp, type App } from '../../apps/server/src/app.ts';
import { openDatabase, type OpenDatabase } from '../../apps/server/src/database/open.ts';
import { rememberOffset } from '../../apps/server/src/demo-installation.ts';
import { storyCity, type StoryCity } from '../../apps/server/src/demo/city-people.ts';
import { storyteller, type Storyteller } from '../../apps/server/src/demo/storyteller.ts';
import { usualLife } from '../../apps/server/src/modules/identity/domain/session-life.ts';
import { keepSession } from '../../apps/server/src/modules/identity/commands/keep-session.ts';
import { ShiftedClock } from '../../apps/server/src/platform/clock.ts';
import { diskFiles } from '../../apps/server/src/platform/files-disk.ts';
import { openLog } from '../../apps/server/src/platform/log.ts';
import { webPusher } from '../../apps/server/src/platform/push/pusher.ts';
import { newVapidPrivateKey, vapidKeysOf } from '../../apps/server/src/platform/push/vapid-keys.ts';
import { startWholeServer, type RunningServer } from '../../apps/server/src/testing/running-server.ts';

/** When the measured evening begins. */
const evening = '2022-03-15T19:00:00+08:00';

/** A founded city on a database of its own: first its past is told, then a server in a process of its own serves it. */
export interface City {
  readonly database: OpenDatabase;
  /** Lets its people act through the endpoints before the server starts. */
  tell<T>(work: (story: Storyteller, people: StoryCity) => Promise<T>): Promise<T>;
  /** Starts the server as it is started for people. */
  serve(): Promise<RunningServer>;
  /** A signed-in person's cookie; every call opens a session of its own. */
  cookieOf(personId: string): Promise<string>;
  /** The city's own moment. */
  now(): Date;
  close(): Promise<void>;
}

/** Composes the application over a database without a socket, with nobody's mail leaving. */
export async function composeApp(
  database: OpenDatabase,
  clock: ShiftedClock,
  options: { folder: string; setUpCode: string | null },
): Promise<App> {
  const keys = vapidKeysOf(newVapidPrivateKey())!;
  const pusher = webPusher({ keys, contact: 'mailto:bench@makassar.example', isLoopbackAllowed: false });
  return createApp({
    database,
    clock,
    files: diskFiles(options.folder),
    mailer: { send: (mails) => Promise.resolve(mails.map(() => null)), close: () => Promise.resolve() },
    areasFolder: makassarAreas,
    logger: openLog('silent'),
    publicUrl: 'http://localhost:3000',
    trustProxy: false,
    isEmbedded: true,
    isWorking: false,
    requestsPerMinute: 1_000_000,
    version: 'bench',
    identity: { demo: null, oidc: null, setUpCode: options.setUpCode, sessionLife: usualLife, pusher },
    webFolder: null,
  });
}

/** Opens the city that lives in a database. */
export async function openCity(url: string, administrator: string): Promise<City> {
  const database = await openDatabase(url, { poolSize: 4 });
  const clock = new ShiftedClock(Date.parse(evening) - Date.now());
  const folder = await mkdtemp(join(tmpdir(), 'makaverse-bench-files-'));
  let server: RunningServer | null = null;
  return {
    database,
    tell: async (work) => {
      const app = await composeApp(database, clock, { folder, setUpCode: null });
      try {
        const story = storyteller(app, clock);
        const told = await work(story, await storyCity(story, administrator));
        await story.settle();
        return told;
      } finally {
        await app.close();
      }
    },
    serve: async () => {
      await rememberOffset(database.db, clock);
      // A story that is told already: the server goes on in March 2022, and mail stays in its mailbox.
      server = await startWholeServer({ DEMO: '1', DATABASE_URL: url, DATA_DIR: folder, HOST: '127.0.0.1' });
      return server;
    },
    cookieOf: async (personId) => {
      const { token } = await database.db
        .transaction()
        .execute((db) => keepSession(db, { personId, method: 'password', now: clock.now() }));
      return `makaverse=${token}`;
    },
    now: () => clock.now(),
    close: async () => {
      await server?.process.stop();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
