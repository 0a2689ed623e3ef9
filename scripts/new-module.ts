/**
 * Lays out a new module in its three places, in the form every other one has.
 * Usage: npm run new:module -- <name>   (a plural noun in kebab-case, such as `reports`)
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { moduleOrder } from '../tests/house/rules.ts';
import { moduleFiles } from './module-files.ts';

const root = new URL('..', import.meta.url).pathname;

/** Writes the files of module `name` below `into`. @throws when the name is not one, or the module is there already. */
export function newModule(name: string, into: string = root): string[] {
  if (!/^[a-z][a-z-]*$/.test(name))
    throw new Error(`"${name}" is no module name. Use lower-case letters and hyphens: npm run new:module -- reports`);
  const files = moduleFiles(name);
  const taken = Object.keys(files).filter((path) => existsSync(join(into, path)));
  if (taken.length > 0) throw new Error(`There is already a module "${name}": ${taken.join(', ')}. Nothing was written.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  }
  return Object.keys(files);
}

if (import.meta.main) {
  const name = process.argv[2] ?? '';
  try {
    const written = newModule(name);
    const order = moduleOrder.includes(name) ? '' : `\n- give it its place in tests/house/rules.ts (moduleOrder)`;
    process.stdout.write(
      `${written.join('\n')}\n\nNow:\n- list it in apps/server/src/app.ts and packages/contract/src/openapi.ts\n- list its pages in apps/web/src/routes.tsx${order}\n`,
    );
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
