import type { DrainageModel } from '../model/drainage-model.ts';
import { CURVE_NUMBER, GREEN_AMPT, PARTS, type CatchmentSet } from './catchment-set.ts';
import { setUpperZone } from './green-ampt.ts';
import { SOIL } from './horton.ts';

/**
 * Changes catchments by the month (SWMM 5.2 User's Manual, [ADJUSTMENTS] and the RECOVERY row of [EVAPORATION]): factors on the rates of
 * infiltration, on the recovery of the soil between rains, on the roughness of pervious ground and on depression storage. A catchment's own
 * pattern of infiltration stands in place of that for all.
 */
export class MonthlySoil {
  readonly #set: CatchmentSet;
  readonly #soil: Float64Array;
  readonly #alpha: Float64Array;
  readonly #storage: Float64Array;
  /** Twelve factors a catchment of each kind; null where all are 1. */
  readonly #infiltration: readonly (readonly number[] | null)[];
  readonly #roughness: readonly (readonly number[] | null)[];
  readonly #hollows: readonly (readonly number[] | null)[];
  readonly #recovery: readonly number[] | null;
  readonly #isIdle: boolean;
  #month = -1;

  constructor(model: DrainageModel, set: CatchmentSet) {
    const patterns = new Map(model.patterns.filter(({ kind }) => kind === 'monthly').map(({ name, factors }) => [name, factors]));
    const factorsOf = (name: string | null): readonly number[] | null => (name === null ? null : (patterns.get(name) ?? null));
    this.#set = set;
    this.#recovery = factorsOf(model.evaporation.recoveryPattern);
    const { conductivity } = model.adjustments;
    this.#isIdle =
      this.#recovery === null &&
      conductivity === null &&
      model.subcatchments.every((one) =>
        [one.infiltrationPattern, one.roughnessPattern, one.storagePattern].every((name) => factorsOf(name) === null),
      );
    const catchments = this.#isIdle ? [] : model.subcatchments;
    this.#soil = set.parameters.slice(0, catchments.length * SOIL);
    this.#alpha = set.alpha.slice(0, catchments.length * PARTS);
    this.#storage = set.storage.slice(0, catchments.length * PARTS);
    this.#infiltration = catchments.map((one) => factorsOf(one.infiltrationPattern) ?? conductivity);
    this.#roughness = catchments.map((one) => factorsOf(one.roughnessPattern));
    this.#hollows = catchments.map((one) => factorsOf(one.storagePattern));
  }

  /** Sets the catchments for a moment, s since 1970. */
  moveTo(moment: number): void {
    if (this.#isIdle) return;
    const month = new Date(moment * 1000).getUTCMonth();
    if (month === this.#month) return;
    this.#month = month;
    const { parameters, method, alpha, storage, count } = this.#set;
    const recovery = this.#recovery?.[month] ?? 1;
    for (let s = 0; s < count; s++) {
      const p = s * SOIL;
      const factor = this.#infiltration[s]?.[month] ?? 1;
      if (method[s] === GREEN_AMPT) {
        parameters[p + 1] = this.#soil[p + 1]! * factor;
        setUpperZone(parameters, p);
        parameters[p + 4]! *= recovery;
      } else if (method[s] === CURVE_NUMBER) parameters[p + 1] = this.#soil[p + 1]! * recovery;
      else {
        parameters[p] = this.#soil[p]! * factor;
        parameters[p + 1] = this.#soil[p + 1]! * factor;
        parameters[p + 3] = this.#soil[p + 3]! * recovery;
      }
      const at = s * PARTS;
      const rough = this.#roughness[s]?.[month] ?? 1;
      if (rough > 0 && this.#alpha[at + 2]! > 0) alpha[at + 2] = this.#alpha[at + 2]! / rough;
      const hollow = this.#hollows[s]?.[month] ?? 1;
      storage[at + 1] = this.#storage[at + 1]! * hollow;
      storage[at + 2] = this.#storage[at + 2]! * hollow;
    }
  }
}
