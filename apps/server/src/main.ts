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
  const [{ readConfig }, { raiseDatabase }] = await Promise.all([import('#config'), import('./raise-database.ts')]);
  const config = readConfig(process.env);
  const started = performance.now();
  // The database and the rest of the program each take a second to rise; neither waits for the other.
  const [raised, { startServer }] = await Promise.all([raiseDatabase(config), import('./start-server.ts')]);
  const server = await startServer(config, raised);
  stopOnSignal(server);
  say(`Makaverse ${config.publicUrl} (${server.address}), ready in ${((performance.now() - started) / 1000).toFixed(1)} s`);
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
