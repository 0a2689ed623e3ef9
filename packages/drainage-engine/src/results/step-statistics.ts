import type { StepStatistics } from '../model/results.ts';

const CLASSES = 6;

/** Counts steps, their lengths and trials. */
export class StepCounter {
  #steps = 0;
  #trials = 0;
  #failed = 0;
  #seconds = 0;
  #least = Infinity;
  #most = 0;
  #steady = 0;
  readonly #bounds: Float64Array;
  readonly #counts = new Float64Array(CLASSES);

  /** @param longest routing step, s */
  constructor(longest: number, shortest: number) {
    this.#bounds = Float64Array.from({ length: CLASSES }, (_, i) => longest * (Math.max(shortest, 0.01) / longest) ** (i / CLASSES));
  }

  add(dt: number, trials: number, isConverged: boolean): void {
    this.#steps++;
    this.#trials += trials;
    this.#seconds += dt;
    if (!isConverged) this.#failed++;
    if (dt < this.#least) this.#least = dt;
    if (dt > this.#most) this.#most = dt;
    let k = 0;
    while (k < CLASSES - 1 && dt <= this.#bounds[k + 1]!) k++;
    this.#counts[k]! += 1;
  }

  /** Counts a step that was skipped as steady. */
  addSteady(dt: number): void {
    this.#steady += dt;
  }

  result(): StepStatistics {
    const n = Math.max(1, this.#steps);
    return {
      steps: this.#steps,
      minimumStep: this.#steps === 0 ? 0 : this.#least,
      averageStep: this.#seconds / n,
      maximumStep: this.#most,
      steadyShare: this.#steady > 0 ? this.#steady / (this.#steady + this.#seconds) : 0,
      averageTrials: this.#trials / n,
      notConverging: this.#failed / n,
      histogram: Array.from(this.#counts, (count, i) => ({ upTo: this.#bounds[i]!, share: count / n })),
    };
  }
}
