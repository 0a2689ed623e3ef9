import { writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Finding } from './judge-worker.ts';
import { randomModel } from './random-model.ts';

/*
 * node packages/drainage-engine/verification/random-models/fuzz.ts [--seeds 1-200 | 3,7] [--limit seconds] [--worst count] [--write folder]
 * Draws random models, runs each in both engines and prints the worst and the shares within the goals. `--write` keeps the models as .inp.
 */

const argument = (name: string, usual: string): string => process.argv[process.argv.indexOf(`--${name}`) + 1 || Infinity] ?? usual;

function seedsOf(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').map(Number) as [number, number?];
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}

let worker: Worker | undefined;

/** Judges a seed in a worker, which is ended where it takes longer than the limit. */
function judged(seed: number, limit: number): Promise<Finding> {
  const own = (worker ??= new Worker(new URL('judge-worker.ts', import.meta.url)));
  return new Promise((resolve) => {
    const end = (finding: Finding): void => {
      clearTimeout(timer);
      own.off('message', end).off('error', onError);
      resolve(finding);
    };
    const fail = (reason: string): void => {
      void own.terminate();
      worker = undefined;
      end({
        seed,
        style: randomModel(seed).pins,
        state: 'failed',
        misses: [reason],
        badness: Infinity,
        line: `FAIL random-${seed} | ${reason}`,
        sums: [],
        warnings: [],
      });
    };
    const timer = setTimeout(() => fail(`not done after ${limit} s`), limit * 1000);
    const onError = (error: unknown): void => fail(String(error));
    own.once('message', end).once('error', onError);
    own.postMessage(seed);
  });
}

const limit = Number(argument('limit', '120'));
const folder = argument('write', '');
const findings: Finding[] = [];
for (const seed of seedsOf(argument('seeds', '1-200'))) {
  if (folder !== '') writeFileSync(`${folder}/${randomModel(seed).name}.inp`, randomModel(seed).inp);
  const finding = await judged(seed, limit);
  findings.push(finding);
  if (process.argv.includes('--verbose')) console.log(finding.line, finding.sums.length > 0 ? ` ## ${finding.sums.join('; ')}` : '');
}
// The worker was set within `judged`, which the compiler does not follow.
await (worker as Worker | undefined)?.terminate();

const sound = findings.filter(({ state }) => state !== 'unsound');
const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`).padStart(8);
const shares = (label: string, list: readonly Finding[]): string => {
  const within = list.filter(({ state }) => state === 'within').length;
  return `${label.padEnd(18)} ${percent(within, list.length)} (${within} of ${list.length})`;
};
const worst = sound.filter(({ state }) => state !== 'within').toSorted((a, b) => b.badness - a.badness);
for (const { line } of worst.slice(0, Number(argument('worst', '30')))) console.log(line);
console.log('\nWithin every goal, of the models where SWMM itself is sound:');
for (const style of new Set(sound.map((one) => one.style)))
  console.log(
    shares(
      style,
      sound.filter((one) => one.style === style),
    ),
  );
console.log(shares('all', sound));
console.log('\nWithin each goal:');
for (const goal of ['flow median', 'flow p95', 'depth median', 'depth p95', 'flooded volume', 'continuity', 'runoff continuity']) {
  const within = sound.filter(({ state, misses }) => state !== 'failed' && !misses.includes(goal)).length;
  console.log(`${goal.padEnd(18)} ${percent(within, sound.length)}`);
}
console.log(`\nSWMM itself unsound: ${findings.length - sound.length}. Failed: ${sound.filter(({ state }) => state === 'failed').length}.`);
console.log(`Sums of catchments or outfalls more than 2 % apart: ${sound.filter(({ sums }) => sums.length > 0).length}.`);
