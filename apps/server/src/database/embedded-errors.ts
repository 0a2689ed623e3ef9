/** What can go wrong around the database server we carry along. Every message says what to do. */

const ownServer = 'set DATABASE_URL to a PostgreSQL server of your own (postgres://user:password@host:5432/database)';

/** Another living process of ours holds the data directory. */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
  constructor(dataDir: string, holder: { pid: number; since: string }) {
    super(
      `The data directory ${dataDir} is in use by another Makaverse server (process ${holder.pid}, running since ${holder.since}). ` +
        'Stop that one first, or give this one a directory of its own with DATA_DIR.',
    );
  }
}

/** The directory exists, but not in a shape or with an owner the database can live with. */
export class DataDirectoryUnusable extends Error {
  override readonly name = 'DataDirectoryUnusable';
  constructor(dataDir: string, reason: string, remedy: string) {
    super(`The data directory ${dataDir} cannot be used: ${reason}. ${remedy}`);
  }
}

/** The PostgreSQL programs did not come along with the installation, or not for this machine. */
export class DatabaseProgramsMissing extends Error {
  override readonly name = 'DatabaseProgramsMissing';
  constructor(reason: string, remedy = 'Run "npm ci" again without --omit=optional') {
    super(`The PostgreSQL that comes with Makaverse cannot be used: ${reason}. ${remedy}, or ${ownServer}.`);
  }
}

/** PostgreSQL refuses to run as root and no other identity works here. */
export class RootCannotRunDatabase extends Error {
  override readonly name = 'RootCannotRunDatabase';
  constructor(dataDir: string, tried: readonly string[]) {
    super(
      `PostgreSQL does not run as root, and here it could not be run as anyone else (${tried.join('; ')}). Do one of three things: ` +
        `start Makaverse as a normal user; choose with DATA_DIR a directory that other users can reach (now ${dataDir}); or ${ownServer}.`,
    );
  }
}

/** PostgreSQL was started and ended before it was ready, or its cluster could not be made. */
export class DatabaseDidNotStart extends Error {
  override readonly name = 'DatabaseDidNotStart';
  readonly lines: readonly string[];
  constructor(what: string, lines: readonly string[]) {
    const said = lines.length > 0 ? ` Its last words:\n  ${lines.join('\n  ')}` : ' It said nothing.';
    super(`${what}. Mend what is named below and start again, or ${ownServer}.${said}`);
    this.lines = lines;
  }
}

/** A PostgreSQL left over by a killed server could not be stopped. */
export class LeftoverDatabaseStays extends Error {
  override readonly name = 'LeftoverDatabaseStays';
  constructor(pgData: string, pid: number, reason: string) {
    super(
      `A PostgreSQL of an earlier run still works on ${pgData} (process ${pid}) and could not be stopped: ${reason}. Stop it with "kill -INT ${pid}" and start again.`,
    );
  }
}
