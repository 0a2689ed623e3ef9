import type { DrainageModel } from '../model/drainage-model.ts';
import type { CatchmentSet } from './catchment-set.ts';
import { COVER, PAVED_STORAGE, PERVIOUS_PACE, PERVIOUS_STORAGE } from './covers.ts';
import { setUpperZone } from './green-ampt.ts';
import { SOIL } from './horton.ts';
import { CURVE_NUMBER, GREEN_AMPT } from './soils.ts';

type Factors = readonly number[] | null;

/**
 * Changes catchments by the month (SWMM 5.2 User's Manual, [ADJUSTMENTS] and the RECOVERY row of [EVAPORATION]): factors on the rates of
 * infiltration, on the recovery of the soil between rains, on the roughness of pervious ground and on depression storage. A catchment's own
 * pattern of infiltration stands in place of that for all.
 */
export class MonthlySoil {
  readonly #set: CatchmentSet;
  /** Soils and covers as the model has them. */
  readonly #soil: Float32Array;
  readonly #ground: Float32Array;
  /** Twelve factors a soil, and two kinds of them a cover; null where all are 1. */
  readonly #infiltration: readonly Factors[];
  readonly #roughness: readonly Factors[];
  readonly #hollows: readonly Factors[];
  readonly #recovery: Factors;
  readonly #isIdle: boolean;
  #month = -1;

  constructor(model: DrainageModel, set: CatchmentSet) {
    const patterns = new Map(model.patterns.filter(({ kind }) => kind === 'monthly').map(({ name, factors }) => [name, factors]));
    const factorsOf = (name: string | null): Factors => (name === null ? null : (patterns.get(name) ?? null));
    const { conductivity } = model.adjustments;
    const { soils, covers } = set;
    this.#set = set;
    this.#recovery = factorsOf(model.evaporation.recoveryPattern);
    this.#isIdle =
      this.#recovery === null &&
      conductivity === null &&
      model.subcatchments.every((one) =>
        [one.infiltrationPattern, one.roughnessPattern, one.storagePattern].every((name) => factorsOf(name) === null),
      );
    const infiltration: Factors[] = [];
    const roughness: Factors[] = [];
    const hollows: Factors[] = [];
    // What is alike has the same patterns, so that any catchment may speak for its soil and its cover.
    for (const [s, one] of this.#isIdle ? [] : model.subcatchments.entries()) {
      infiltration[soils.of[s]!] = factorsOf(one.infiltrationPattern) ?? conductivity;
      roughness[covers.of[s]!] = factorsOf(one.roughnessPattern);
      hollows[covers.of[s]!] = factorsOf(one.storagePattern);
    }
    this.#infiltration = infiltration;
    this.#roughness = roughness;
    this.#hollows = hollows;
    this.#soil = soils.parameters.slice(0, this.#isIdle ? 0 : undefined);
    this.#ground = covers.ground.slice(0, this.#isIdle ? 0 : undefined);
  }

  /** Sets the catchments for a moment, s since 1970. */
  moveTo(moment: number): void {
    if (this.#isIdle) return;
    const month = new Date(moment * 1000).getUTCMonth();
    if (month === this.#month) return;
    this.#month = month;
    this.#setSoils(month);
    this.#setCovers(month);
  }

  #setSoils(month: number): void {
    const { parameters, method } = this.#set.soils;
    const recovery = this.#recovery?.[month] ?? 1;
    for (let soil = 0; soil < method.length; soil++) {
      const p = soil * SOIL;
      const factor = this.#infiltration[soil]?.[month] ?? 1;
      if (method[soil] === GREEN_AMPT) {
        parameters[p + 1] = this.#soil[p + 1]! * factor;
        setUpperZone(parameters, p);
        parameters[p + 4]! *= recovery;
      } else if (method[soil] === CURVE_NUMBER) parameters[p + 1] = this.#soil[p + 1]! * recovery;
      else {
        parameters[p] = this.#soil[p]! * factor;
        parameters[p + 1] = this.#soil[p + 1]! * factor;
        parameters[p + 3] = this.#soil[p + 3]! * recovery;
      }
    }
  }

  #setCovers(month: number): void {
    const { ground, count } = this.#set.covers;
    for (let cover = 0; cover < count; cover++) {
      const at = cover * COVER;
      const rough = this.#roughness[cover]?.[month] ?? 1;
      if (rough > 0 && this.#ground[at + PERVIOUS_PACE]! > 0) ground[at + PERVIOUS_PACE] = this.#ground[at + PERVIOUS_PACE]! / rough;
      const hollow = this.#hollows[cover]?.[month] ?? 1;
      ground[at + PAVED_STORAGE] = this.#ground[at + PAVED_STORAGE]! * hollow;
      ground[at + PERVIOUS_STORAGE] = this.#ground[at + PERVIOUS_STORAGE]! * hollow;
    }
  }
}
