import { Worker } from 'node:worker_threads';
import { joinResults, type District, type DrainageModel, type RunResults } from '@makaverse/drainage-engine';
import type { ThreadMessage } from './district-thread.ts';

/**
 * Runs each district in a thread of its own and puts their results together.
 *
 * @param onProgress hears the share done, weighted by the links of the districts
 */
export async function runInThreads(
  model: DrainageModel,
  districts: readonly District[],
  onProgress: (share: number) => void,
): Promise<RunResults> {
  const shares = districts.map(() => 0);
  const weights = districts.map(({ model: { links, nodes } }) => (links.length + nodes.length) / (model.links.length + model.nodes.length));
  const workers: Worker[] = [];
  const inThread = (district: District, index: number): Promise<RunResults> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('district-thread.ts', import.meta.url), { workerData: district });
      workers.push(worker);
      worker.on('message', (message: ThreadMessage) => {
        if ('results' in message) {
          resolve(message.results);
          return;
        }
        shares[index] = message.share;
        onProgress(shares.reduce((sum, share, k) => sum + share * weights[k]!, 0));
      });
      worker.once('error', reject);
    });
  try {
    const results = await Promise.all(districts.map(inThread));
    return joinResults(
      model,
      districts.map((district, k) => ({ district, results: results[k]! })),
    );
  } finally {
    // One that failed ends the others.
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
