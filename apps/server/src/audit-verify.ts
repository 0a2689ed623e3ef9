/** Walks the audit chain from its first line and names the first link that does not hold; beside a running server or alone. */
import { readConfig } from '#config';
import { startEmbedded } from '#database/embedded';
import { connectionOfRunning } from '#database/embedded-connection';
import { openDatabase } from '#database/open';
import { verifyChain, type ChainReport } from '#platform/audit';

const reasons: Readonly<Record<NonNullable<ChainReport['broken']>['why'], string>> = {
  gap: 'a line is missing before it',
  link: 'it does not name the hash of the line before it',
  content: 'its content does not give its hash: it was changed after it was written',
  head: 'lines at the end of the log are missing, or were added beside it',
};

async function openLogDatabase(): Promise<{ url: string; close: () => Promise<void> }> {
  const config = readConfig(process.env);
  const running = config.databaseUrl ?? (await connectionOfRunning(config.dataDir));
  if (running !== null) return { url: running, close: () => Promise.resolve() };
  const embedded = await startEmbedded({ dataDir: config.dataDir });
  return { url: embedded.url, close: () => embedded.stop() };
}

async function main(): Promise<void> {
  const { url, close } = await openLogDatabase();
  try {
    const database = await openDatabase(url, { poolSize: 1 });
    const report = await verifyChain(database.db).finally(() => database.close());
    if (report.broken) {
      process.stderr.write(
        `The audit log is broken at line ${report.broken.seq}: ${reasons[report.broken.why]}. The ${report.lines} lines before it hold.\n`,
      );
      process.exitCode = 1;
    } else {
      process.stdout.write(`The audit log holds: ${report.lines} lines, last hash ${report.lastHash}\n`);
    }
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`The audit log could not be read: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
