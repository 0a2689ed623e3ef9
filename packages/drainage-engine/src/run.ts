import { underStorm, type StormRain } from './hydrology/under-storm.ts';
import type { DrainageModel } from './model/drainage-model.ts';
import type { RunResults } from './model/results.ts';
import { Simulation, type RunOptions } from './simulation.ts';

/**
 * Runs a drainage network from its start to its end.
 *
 * @param network plain data in SI, as `parseInp` gives it
 * @param storm rain in place of the network's own; null leaves that
 * @returns series at report times, statistics, balances and warnings, all in SI and in the model's order of objects
 * @throws UnusableModel, UnusableSection when an object cannot be run; the message names it and says what to do
 * @example run(parseInp(text).model, { rain: mononobeStorm(120, 360, 10), startsAfter: 0 }).routing.continuityError // 0.0004
 */
export function run(network: DrainageModel, storm: StormRain | null = null, options: RunOptions = {}): RunResults {
  const simulation = open(network, storm, options);
  simulation.finish(options.onProgress);
  return simulation.results();
}

/**
 * Opens a network for a run in steps, to be watched or steered.
 *
 * @param storm as for `run`
 * @throws as `run`
 * @example const s = open(model); while (s.step()) if (s.moment > noon) break; s.results()
 */
export function open(network: DrainageModel, storm: StormRain | null = null, options: RunOptions = {}): Simulation {
  return new Simulation(storm === null ? network : underStorm(network, storm), options);
}
