import { parentPort, workerData } from 'node:worker_threads';
import { run, type District, type RunResults } from '@makaverse/drainage-engine';

/** What a thread tells: how far it is, and in the end what its district gave. */
export type ThreadMessage = { readonly share: number } | { readonly results: RunResults };

const tell = (message: ThreadMessage): void => parentPort!.postMessage(message);
const { model } = workerData as District;
const onProgress = (share: number): undefined => {
  tell({ share });
};
tell({ results: run(model, null, { onProgress }) });
