import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createApp, type App, type AppOptions } from '#app';
import type { Config } from '#config';
import { ShiftedClock } from '#platform/clock';
import { openLog } from '#platform/log';
import { smtpMailer, type Mailer } from '#platform/mail';
import { absentMailer, mailboxMailer } from '#platform/mailbox';
import { openFiles } from '#platform/open-files';
import { webPusher, type Pusher } from '#platform/push/pusher';
import { vapidKeysOfInstallation } from '#platform/push/vapid-keys';
import { demoLife, usualLife } from '#modules/identity';
import { cityAreas } from '#modules/programmes';
import { compose } from './composition.ts';
import { prepareDemo, rememberOffset } from './demo-installation.ts';
import type { Opened, RaisedDatabase } from './raise-database.ts';
import { AddressUnusable } from './start-errors.ts';
import { checkPurpose, readInstallation, writeInstallation } from './installation.ts';

/** A server that answers. */
export interface RunningServer {
  readonly address: string;
  /** Printed on the console while nobody is registered; null otherwise. */
  readonly setUpCode: string | null;
  /** Finishes the requests under way, then stops jobs, connections and the database. */
  close(): Promise<void>;
}

const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));
// An office of 240 behind one address opens the app within a minute: that many files, and some patience.
const requestsPerMinute = 6000;

function versionOf(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
}

/** What a server stands on: a database, and the client where it is still being built. */
export interface Ground extends RaisedDatabase {
  readonly client?: Promise<void> | undefined;
}

/** Starts everything in order on a database; whatever fails, what was opened before is closed again, the database last. */
export async function startServer(config: Config, { database, opened, client }: Ground): Promise<RunningServer> {
  try {
    const started = await start(config, { database, client }, opened);
    return { ...started, close: () => opened.closeAll() };
  } catch (error) {
    await opened.closeAll();
    throw error;
  }
}

async function start(config: Config, { database, client }: Omit<Ground, 'opened'>, opened: Opened): Promise<Omit<RunningServer, 'close'>> {
  const logger = openLog(config.logLevel);
  await cityAreas({ areasFolder: config.areasDir });
  const installation = await readInstallation(database.db);
  checkPurpose(installation, config.isDemo);
  const clock = new ShiftedClock(installation?.mode === 'demo' ? installation.offsetMs : 0);
  const smtp = config.smtpUrl === undefined ? null : smtpMailer(config.smtpUrl, config.mailFrom);
  const mailer: Mailer = config.isDemo
    ? mailboxMailer({ db: database.db, clock, next: smtp })
    : (smtp ?? absentMailer((message) => logger.warn(message)));
  opened.add(() => mailer.close());
  const setUpCode = newSetUpCode();
  const openPusher = async (): Promise<Pusher> => {
    const pusher = webPusher({
      keys: await vapidKeysOfInstallation(database.db, config.vapidKeys),
      contact: contactOf(config),
      isLoopbackAllowed: config.isPushLoopbackAllowed,
    });
    opened.add(() => Promise.resolve(pusher.close()));
    return pusher;
  };
  const appOptions = (given: { isWorking: boolean; setUpCode: string | null; pusher: Pusher; recur: () => Promise<void> }): AppOptions => ({
    database,
    clock,
    files: openFiles(config),
    mailer,
    areasFolder: config.areasDir,
    logger,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    isEmbedded: config.databaseUrl === undefined,
    isWorking: given.isWorking,
    requestsPerMinute,
    version: versionOf(),
    identity: {
      demo: config.isDemo ? { moveClock: moveClock(given.recur) } : null,
      oidc: config.oidc ?? null,
      setUpCode: given.setUpCode,
      sessionLife: config.isDemo ? demoLife : usualLife,
      pusher: given.pusher,
    },
    webFolder: existsSync(webFolder) ? webFolder : null,
  });
  const moveClock =
    (recur: () => Promise<void>) =>
    async (hours: number): Promise<Date> => {
      clock.offsetMs += hours * 3_600_000;
      await rememberOffset(database.db, clock);
      await recur();
      return clock.now();
    };
  if (config.isDemo)
    await prepareDemo({
      database,
      clock,
      setUpCode,
      compose: async (hasty) => {
        const told = { isWorking: false, setUpCode, pusher: await openPusher(), recur: () => Promise.resolve() };
        return compose({ ...appOptions(told), database: hasty });
      },
    });
  else if (!installation) await writeInstallation(database.db, { mode: 'city' });
  await client;
  // Only now: a story that was cut off takes the kept keys along when it is told anew.
  const pusher = await openPusher();
  const app: App = await createApp(
    appOptions({ isWorking: true, setUpCode: config.isDemo ? null : setUpCode, pusher, recur: () => app.runRecurring() }),
  );
  opened.add(() => app.close());
  const place = { port: config.port, host: config.host };
  const address = await app.server.listen(place).catch((error: unknown) => {
    throw new AddressUnusable(place, error);
  });
  const { needsSetup } = await whatIsOpen(app);
  return { address, setUpCode: needsSetup ? setUpCode : null };
}

/** Whom a push service turns to (RFC 8292, 2.1): a page people can open, else whoever sends our mail. */
function contactOf({ publicUrl, mailFrom }: Config): string {
  return publicUrl.startsWith('https:') ? publicUrl : `mailto:${/<(.*)>/.exec(mailFrom)?.[1] ?? mailFrom}`;
}

async function whatIsOpen(app: App): Promise<{ needsSetup: boolean }> {
  const reply = await app.server.inject({ method: 'GET', url: '/api/session' });
  return reply.json();
}

/** Twelve letters that are not mistaken for one another, in groups of four. */
function newSetUpCode(): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return Array.from({ length: 12 }, (_, index) => (index > 0 && index % 4 === 0 ? '-' : '') + letters[randomInt(letters.length)]!).join('');
}
