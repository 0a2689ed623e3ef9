/**
 * A worker that runs one model and tells what it took: in a browser as it stands in its bundle, in Node with the same bundle. The processor
 * seconds of a browser cannot be asked for, so both are timed by the clock, in turn.
 */
import { parseInp, run } from '../../packages/drainage-engine/src/index.ts';

/** What one run took and gave. */
export interface TimedRun {
  readonly seconds: number;
  readonly steps: number;
  /** Sum over all links of the largest flow, m3/s: shows that both worked out the same. */
  readonly peakFlows: number;
}

/** Where a worker hears and answers, by the same names in a browser and, set by its starter, in Node. */
interface WorkerScope {
  onmessage: (event: { readonly data: string }) => void;
  postMessage(answer: TimedRun): void;
}

// The library of types knows a window here, whose messages name a target; a worker's do not.
const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  const { model } = parseInp(data);
  const started = performance.now();
  const { steps, links } = run(model);
  const seconds = (performance.now() - started) / 1000;
  scope.postMessage({ seconds, steps: steps.steps, peakFlows: links.maximumFlow.reduce((sum, flow) => sum + flow, 0) });
};
