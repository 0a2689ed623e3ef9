import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { DataDirectoryUnusable, RootCannotRunDatabase } from '#database/embedded-errors';

/**
 * As whom PostgreSQL runs: as we are; as another user, which root may become; or as ourselves inside a user namespace,
 * where root appears as a normal user.
 */
export type Runner =
  | { readonly kind: 'self' }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace' };

/** The overflow user every Linux has as "nobody"; owns no files of others. */
const nobody = 65_534;

/** A small environment of its own: PG* variables of the person starting us would change the server, secrets do not belong there. */
const environment = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** What to hand to `spawn` so that the program runs as the runner says. Its process is the program itself, not a parent of it. */
export function commandAs(
  runner: Runner,
  program: string,
  args: readonly string[],
): { file: string; args: string[]; options: SpawnOptions } {
  const options: SpawnOptions = { cwd: '/', env: environment };
  if (runner.kind === 'user') return { file: program, args: [...args], options: { ...options, uid: runner.uid, gid: runner.gid } };
  if (runner.kind === 'self') return { file: program, args: [...args], options };
  return { file: 'unshare', args: ['--user', '--map-user=1000', '--map-group=1000', program, ...args], options };
}

/**
 * Chooses as whom to run. PostgreSQL refuses root and a directory of another owner; the owner of what exists is never changed.
 * @throws {DataDirectoryUnusable | RootCannotRunDatabase}
 */
export async function chooseRunner(options: { dataDir: string; pgData: string; initdb: string }): Promise<Runner> {
  const own = process.geteuid?.() ?? 0;
  const owner = await ownerOf(options.pgData);
  if (own !== 0) {
    if (owner === null || owner.uid === own) return { kind: 'self' };
    throw new DataDirectoryUnusable(
      options.dataDir,
      `its database belongs to the user with number ${owner.uid}, and this process runs as ${own}`,
      'Start Makaverse as the user who made it, or give this one a directory of its own with DATA_DIR.',
    );
  }
  const candidates: Runner[] = [];
  if (owner === null) candidates.push({ kind: 'user', uid: nobody, gid: nobody }, { kind: 'namespace' });
  else candidates.push(owner.uid === 0 ? { kind: 'namespace' } : { kind: 'user', ...owner });
  const tried: string[] = [];
  for (const runner of candidates) {
    const failure = await whyNot(runner, options);
    if (failure === null) return runner;
    tried.push(failure);
  }
  throw new RootCannotRunDatabase(options.dataDir, tried);
}

/** Tries both things the server will need: executing the programs with their libraries, and reaching the directory. */
async function whyNot(runner: Runner, { dataDir, initdb }: { dataDir: string; initdb: string }): Promise<string | null> {
  const who = runner.kind === 'user' ? `as user ${runner.uid}` : 'with unshare --user';
  const program = await runToEnd(runner, initdb, ['--version']);
  if (program.failure !== null) return `${who}: ${program.failure}`;
  const reach = await runToEnd(runner, '/bin/sh', ['-c', 'cd -- "$0"', dataDir]);
  return reach.failure === null ? null : `${who}: the directory cannot be reached`;
}

/** Runs a program to its end, gives it `input`, and keeps what it said; `failure` is null when it ended well. */
export async function runToEnd(
  runner: Runner,
  program: string,
  args: readonly string[],
  input = '',
): Promise<{ failure: string | null; said: string }> {
  const command = commandAs(runner, program, args);
  return await new Promise((resolve) => {
    let child: ChildProcess;
    try {
      child = spawn(command.file, command.args, { ...command.options, stdio: ['pipe', 'pipe', 'pipe'] });
    } catch (error) {
      // Node throws some failures, such as not being allowed to change the user, and reports the others as an event.
      resolve({ failure: error instanceof Error ? error.message : String(error), said: '' });
      return;
    }
    let said = '';
    const keep = (chunk: string): void => {
      said = (said + chunk).slice(-8_000);
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    // A program that ends before it has read its input breaks the pipe; its exit code tells what mattered.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    child.on('error', (error) => resolve({ failure: error.message, said }));
    child.on('close', (code, signal) => {
      const lastLine = said.trim().split('\n').at(-1) ?? '';
      resolve({ failure: code === 0 ? null : lastLine || `ended with ${signal ?? String(code)}`, said });
    });
  });
}

async function ownerOf(path: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
