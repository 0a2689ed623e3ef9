import type { DrainageModel } from './model/drainage-model.ts';
import type { RunResults } from './model/results.ts';
import { Simulation, type RunOptions } from './simulation.ts';

/**
 * Runs a drainage model from its start to its end.
 *
 * @param model plain data in SI, as `parseInp` gives it
 * @returns series at report times, statistics, balances and warnings, all in SI and in the model's order of objects
 * @throws UnusableModel, UnusableSection when an object cannot be run; the message names it and says what to do
 * @example run(parseInp(text).model).routing.continuityError // 0.0004
 */
export function run(model: DrainageModel, options: RunOptions = {}): RunResults {
  const simulation = new Simulation(model, options);
  simulation.finish(options.onProgress);
  return simulation.results();
}

/**
 * Opens a model for a run in steps, to be watched or steered.
 *
 * @throws as `run`
 * @example const s = open(model); while (s.step()) if (s.moment > noon) break; s.results()
 */
export function open(model: DrainageModel, options: RunOptions = {}): Simulation {
  return new Simulation(model, options);
}
