#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { describeProblem, InpUnreadable, OutUnreadable } from '@makaverse/drainage-engine';
import { commandIn, helpText, UnclearCommand, type Command } from './arguments.ts';
import { compareFiles } from './compare-files.ts';
import { readModel } from './model-file.ts';
import { ProgressBar } from './progress-bar.ts';
import { EngineFailed, runEngine } from './run-engine.ts';

async function runModel({ model: path, out, report, engine, threads }: Extract<Command, { kind: 'run' }>): Promise<void> {
  const model = readModel(path);
  for (const warning of model.warnings) console.error(`Warning: ${describeProblem(warning)}`);
  const bar = new ProgressBar(process.stderr);
  const before = performance.now();
  const done = await runEngine(engine, model, { threads, onProgress: (share) => bar.show(share) }).finally(() => bar.end());
  const seconds = (performance.now() - before) / 1000;
  if (out !== null) writeFileSync(out, done.out);
  if (report === null) console.log(done.report);
  else writeFileSync(report, done.report);
  console.error(`${path}: ${model.model.nodes.length} nodes and ${model.model.links.length} links in ${seconds.toFixed(2)} s (${engine})`);
}

/** Faults of what was given, as opposed to faults of this program: they are told without a stack. */
function isTold(error: unknown): error is Error {
  const kinds = [UnclearCommand, EngineFailed, InpUnreadable, OutUnreadable];
  const isOfModel =
    error instanceof Error && 'code' in error && /^(unusable|inp|interface|hot-start|ENOENT|EACCES|EISDIR)/.test(String(error.code));
  return kinds.some((kind) => error instanceof kind) || isOfModel;
}

try {
  const command = commandIn(process.argv.slice(2));
  if (command.kind === 'run') await runModel(command);
  else console.log(command.kind === 'compare' ? compareFiles(command.own, command.reference) : helpText);
} catch (error) {
  if (!isTold(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
