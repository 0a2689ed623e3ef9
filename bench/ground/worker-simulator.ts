import { Worker } from 'node:worker_threads';
import type { DrainageModel } from '../../packages/drainage-engine/src/model/drainage-model.ts';
import type { Storm, Tide } from '../../packages/drainage-engine/src/ranking/scenario.ts';
import type { FloodOutcome, SimulationJob, Simulator } from '../../packages/drainage-engine/src/ranking/simulator.ts';

/** A simulator whose jobs run in worker threads, each with the whole city. */
export interface WorkerSimulator extends Simulator {
  close(): Promise<void>;
}

interface Waiting {
  readonly job: SimulationJob;
  readonly resolve: (outcome: FloodOutcome) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the threads. */
export function workerSimulator(
  threads: number,
  city: { readonly model: DrainageModel; readonly storms: readonly Storm[]; readonly tides: readonly Tide[] },
): WorkerSimulator {
  const queue: Waiting[] = [];
  const running = new Map<Worker, Waiting>();
  const { model, storms, tides } = city;
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(new URL('simulator-thread.ts', import.meta.url), { workerData: { model, storms, tides } });
    worker.on('message', (outcome: FloodOutcome) => {
      running.get(worker)!.resolve(outcome);
      running.delete(worker);
      start();
    });
    worker.on('error', (error) => running.get(worker)?.reject(error as Error));
    return worker;
  });
  function start(): void {
    for (const worker of workers) {
      if (running.has(worker) || queue.length === 0) continue;
      const waiting = queue.shift()!;
      running.set(worker, waiting);
      worker.postMessage(waiting.job);
    }
  }
  return {
    width: threads,
    simulate: (job) =>
      new Promise((resolve, reject) => {
        queue.push({ job, resolve, reject });
        start();
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
