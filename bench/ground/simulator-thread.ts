import { parentPort, workerData } from 'node:worker_threads';
import type { DrainageModel } from '../../packages/drainage-engine/src/model/drainage-model.ts';
import type { Storm, Tide } from '../../packages/drainage-engine/src/ranking/scenario.ts';
import { engineSimulator, type SimulationJob } from '../../packages/drainage-engine/src/ranking/simulator.ts';

const { model, storms, tides } = workerData as {
  readonly model: DrainageModel;
  readonly storms: readonly Storm[];
  readonly tides: readonly Tide[];
};
const simulator = engineSimulator(model, storms, tides);
parentPort!.on('message', (job: SimulationJob) => parentPort!.postMessage(simulator.simulate(job)));
