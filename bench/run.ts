/** Measures what is promised: `npm run bench` all of it, `npm run bench -- live closing` only those. Prints ratios of one run. */
import { readdir } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { prepareGround, type Ground } from './ground/ground.ts';
import type { Measured } from './ground/measured.ts';
import { machineLine, tableOf } from './ground/print-table.ts';

/** What each file in `promises/` gives. */
interface Promised {
  readonly measure: (ground: Ground) => Promise<readonly Measured[]>;
}

const folder = new URL('./promises/', import.meta.url);

async function namesAsked(): Promise<string[]> {
  const known = (await readdir(folder)).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`No promise is called ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  return asked.length > 0 ? asked : known.toSorted();
}

async function main(): Promise<void> {
  const names = await namesAsked();
  const loadBefore = loadavg();
  const ground = await prepareGround();
  const stop = (): void => void ground.close().finally(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const lines: Measured[] = [];
  try {
    for (const name of names) {
      process.stderr.write(`${name} …\n`);
      const { measure } = (await import(new URL(`${name}.ts`, folder).href)) as Promised;
      lines.push(...(await measure(ground)));
    }
  } finally {
    await ground.close();
  }
  process.stdout.write(`${tableOf(lines)}\n\n${machineLine(loadBefore)}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
