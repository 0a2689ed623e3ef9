import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const vite = ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'];

/** The client could not be built; what its builder said stands above it on the console. */
export class ClientNotBuilt extends Error {
  override readonly name = 'ClientNotBuilt';
  constructor() {
    super('The client could not be built. Run "npm ci" again, then "npm run build" to see why.');
  }
}

/** Builds the client in a process of its own, beside whatever else goes on. @throws {ClientNotBuilt} */
export function buildClient(): Promise<void> {
  const child = spawn(process.execPath, vite, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const endWithUs = (): void => void child.kill();
  process.once('exit', endWithUs);
  return new Promise<void>((resolve, reject) => {
    child.once('error', () => reject(new ClientNotBuilt()));
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new ClientNotBuilt())));
  }).finally(() => process.off('exit', endWithUs));
}
