/** The server: reads the environment, starts, says where it is, and stops on a signal. */
import type { RunningServer } from './start-server.ts';

const neededMajor = 24;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One clear sentence instead of a stack: whoever starts the server is to act on it, not to read code. */
function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < neededMajor)
    fail(
      `Makaverse needs Node ${neededMajor} or later and this is ${process.version}. Run "npm ci" without --omit=optional, then "npm start".`,
    );
  // Loaded only now, because older versions could not even read them.
  const [{ readConfig }, { buildClient }, { raiseDatabase }] = await Promise.all([
    import('#config'),
    import('./build-client.ts'),
    import('./raise-database.ts'),
  ]);
  const config = readConfig(process.env);
  const started = performance.now();
  const secondsSince = (): string => ((performance.now() - started) / 1000).toFixed(1);
  // Ended while it starts, by a signal: whoever listens to the exit ends what was started.
  const leave = (): void => process.exit(1);
  process.once('SIGINT', leave).once('SIGTERM', leave);
  // The client, the database and the rest of the program take their seconds side by side; none waits for another.
  const isBuilding = process.argv.includes('--build');
  if (isBuilding) say('Building the client, starting the database and, the first time, telling the demo’s story …');
  const client = isBuilding ? buildClient().then(() => say(`Client built after ${secondsSince()} s`)) : Promise.resolve();
  // It is waited for later; until then its failure is nobody's.
  client.catch(() => undefined);
  const [raised, { startServer }] = await Promise.all([raiseDatabase(config), import('./start-server.ts')]);
  const server = await startServer(config, { ...raised, client });
  process.off('SIGINT', leave).off('SIGTERM', leave);
  stopOnSignal(server);
  say(`Makaverse ${config.publicUrl} (${server.address}), ready in ${secondsSince()} s`);
  if (server.setUpCode) say(`Nobody is registered yet. Open ${config.publicUrl}/siapkan and enter this code: ${server.setUpCode}`);
}

function stopOnSignal(server: RunningServer): void {
  let isStopping = false;
  const stop = (signal: string): void => {
    if (isStopping) return;
    isStopping = true;
    say(`${signal}: finishing what is under way`);
    server.close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch(fail);
