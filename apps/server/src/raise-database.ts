import type { Config } from '#config';
import { startEmbedded } from '#database/embedded';
import { migrate } from '#database/migrate';
import { openDatabase, type OpenDatabase } from '#database/open';
import { DatabaseUnreachable } from './start-errors.ts';

/** What is to be closed again, last first, when something later fails or the server ends. */
export class Opened {
  readonly #closers: (() => Promise<void>)[] = [];
  add(close: () => Promise<void>): void {
    this.#closers.unshift(close);
  }
  async closeAll(): Promise<void> {
    for (const close of this.#closers.splice(0)) await close();
  }
}

/** A database with our tables, and how to close it: what is opened on it joins the list. */
export interface RaisedDatabase {
  readonly database: OpenDatabase;
  readonly opened: Opened;
}

/** Starts the database we carry along, or reaches the city's own, and brings its tables up to date; what fails is closed again. */
export async function raiseDatabase(config: Config): Promise<RaisedDatabase> {
  const opened = new Opened();
  try {
    return { database: await raise(config, opened), opened };
  } catch (error) {
    await opened.closeAll();
    throw error;
  }
}

async function raise(config: Config, opened: Opened): Promise<OpenDatabase> {
  let url = config.databaseUrl;
  if (url === undefined) {
    const embedded = await startEmbedded({ dataDir: config.dataDir });
    opened.add(() => embedded.stop());
    url = embedded.url;
  }
  const database = await openDatabase(url).catch((error: unknown) => {
    throw config.databaseUrl === undefined ? error : new DatabaseUnreachable(error);
  });
  opened.add(() => database.close());
  await migrate(database.db);
  return database;
}
