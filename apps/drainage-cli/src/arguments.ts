import { parseArgs } from 'node:util';

/** Engines that can run a model. */
const engines = ['own', 'reference', 'runswmm'] as const;
export type Engine = (typeof engines)[number];

/** What the command line asks for. */
export type Command =
  | {
      readonly kind: 'run';
      readonly model: string;
      readonly out: string | null;
      readonly report: string | null;
      readonly engine: Engine;
      readonly threads: number;
    }
  | { readonly kind: 'compare'; readonly own: string; readonly reference: string }
  | { readonly kind: 'help' };

/** Thrown for a command line that cannot be understood; the message says what to write instead. */
export class UnclearCommand extends Error {
  override readonly name = 'UnclearCommand';
}

export const helpText = `makaverse-drainage run <model.inp> [--out results.out] [--report report.txt] [--engine own|reference|runswmm] [--threads N]
makaverse-drainage compare <own.out> <reference.out>

run      computes a SWMM 5.2 model. Engine "own" is this project's, "reference" is SWMM 5.2 in WebAssembly (a development dependency), "runswmm" is
         the native SWMM found on PATH. --threads is for "own", which runs parts of the network that no water joins side by side, and for
         "runswmm". Files that [FILES] uses or saves (rainfall, runoff, RDII, inflows, outflows, hot starts) lie beside the model; "own"
         does both, the others use them.
compare  says how far the results of two runs lie apart: peak flows, peak depths, flooded volume.
`;

/**
 * Reads the command line.
 *
 * @throws UnclearCommand
 */
export function commandIn(words: readonly string[]): Command {
  const { values, positionals } = parsed(words);
  const [kind, ...files] = positionals;
  if (values.help === true || kind === undefined) return { kind: 'help' };
  if (kind === 'compare') {
    const [own, reference] = files;
    if (own === undefined || reference === undefined || files.length > 2)
      throw new UnclearCommand('Give two .out files: compare own.out reference.out');
    return { kind, own, reference };
  }
  if (kind !== 'run') throw new UnclearCommand(`"${kind}" is no command. Use run or compare.`);
  const [model] = files;
  if (model === undefined || files.length > 1) throw new UnclearCommand('Give one model: run model.inp');
  const engine = engines.find((one) => one === (values.engine ?? 'own'));
  if (!engine) throw new UnclearCommand(`"${values.engine}" is no engine. Use ${engines.join(', ')}.`);
  const threads = Number(values.threads ?? '1');
  if (!Number.isInteger(threads) || threads < 1) throw new UnclearCommand('Give a whole number of threads, 1 or more.');
  return { kind, model, out: values.out ?? null, report: values.report ?? null, engine, threads };
}

function parsed(words: readonly string[]): ReturnType<typeof options> {
  try {
    return options(words);
  } catch (error) {
    throw new UnclearCommand(error instanceof Error ? error.message : String(error));
  }
}

function options(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      report: { type: 'string' },
      engine: { type: 'string' },
      threads: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}
