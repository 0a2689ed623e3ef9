import type { SubcatchmentStatistics } from '../model/results.ts';
import type { CatchmentSet } from './catchment-set.ts';
import { stepRates } from './catchment-step.ts';
import { subcatchmentArrays } from './runoff-record.ts';

/** Numbers that every catchment sums up, side by side, m3. */
const SUMS = 4;
const INFILTRATION = 0;
const PAVED = 1;
const PERVIOUS = 2;
const RUNOFF = 3;

/** What every catchment had and gave since the start; what only some models have takes no room in others. */
export class RunoffSums {
  readonly #set: CatchmentSet;
  readonly #sums: Float64Array;
  readonly #most: Float32Array;
  /** Rain on each gauge, m. */
  readonly #fallen: Float64Array;
  /** m3; empty where nothing runs on, and until something evaporates. */
  readonly #runon: Float64Array;
  #evaporation = new Float64Array(0);

  constructor(set: CatchmentSet, gauges: number, hasRunon: boolean) {
    this.#set = set;
    this.#sums = new Float64Array(SUMS * set.count);
    this.#most = new Float32Array(set.count);
    this.#fallen = new Float64Array(gauges);
    this.#runon = new Float64Array(hasRunon ? set.count : 0);
  }

  /**
   * Begins a step.
   *
   * @param rates of rain by gauge, m/s
   * @param evaporates whether it may
   */
  begin(rates: Float64Array, evaporates: boolean, dt: number): void {
    for (let g = 0; g < rates.length; g++) this.#fallen[g]! += rates[g]! * dt;
    if (evaporates && this.#evaporation.length === 0) this.#evaporation = new Float64Array(this.#set.count);
  }

  /**
   * Takes in the step of a catchment that `stepRates` tells of.
   *
   * @param runon m3/s
   * @param oldRunoff at its beginning, m3/s
   */
  add(s: number, runon: number, oldRunoff: number, dt: number): void {
    const area = this.#set.area[s]!;
    const flow = stepRates[2]!;
    const sums = this.#sums;
    const at = s * SUMS;
    sums[at + INFILTRATION]! += stepRates[1]! * area * dt;
    sums[at + PAVED]! += stepRates[3]! * dt;
    sums[at + PERVIOUS]! += stepRates[4]! * dt;
    sums[at + RUNOFF]! += 0.5 * (oldRunoff + flow) * dt;
    if (flow > this.#most[s]!) this.#most[s] = flow;
    if (this.#runon.length > 0) this.#runon[s]! += runon * dt;
    if (stepRates[0]! > 0) this.#evaporation[s]! += stepRates[0]! * area * dt;
  }

  /** All of it, catchments in the model's order. */
  statistics(): SubcatchmentStatistics {
    const { count, area, gauge } = this.#set;
    const all = subcatchmentArrays(count);
    const sums = this.#sums;
    for (let s = 0; s < count; s++) {
      const at = s * SUMS;
      all.rainfall[s] = gauge[s]! < 0 ? 0 : this.#fallen[gauge[s]!]! * area[s]!;
      all.infiltration[s] = sums[at + INFILTRATION]!;
      all.imperviousRunoff[s] = sums[at + PAVED]!;
      all.perviousRunoff[s] = sums[at + PERVIOUS]!;
      all.runoff[s] = sums[at + RUNOFF]!;
      all.maximumRunoff[s] = this.#most[s]!;
    }
    all.runon.set(this.#runon);
    all.evaporation.set(this.#evaporation);
    return all;
  }
}
