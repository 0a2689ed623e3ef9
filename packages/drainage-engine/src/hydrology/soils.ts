import { alike } from '../alike.ts';
import type { Infiltration, Subcatchment } from '../model/catchments.ts';
import { beginCurveNumber, curveNumberRate, setCurveNumber } from './curve-number.ts';
import { beginGreenAmpt, greenAmptRate, setGreenAmpt } from './green-ampt.ts';
import { SOIL, hortonRate, modifiedHortonRate } from './horton.ts';

export const HORTON = 0;
export const MODIFIED_HORTON = 1;
export const GREEN_AMPT = 2;
export const CURVE_NUMBER = 3;

/** Numbers of state that each method keeps, in the order of the constants above; see the function of each. */
const STATES = [2, 1, 5, 6] as const;

/** Soils of the catchments: constants once for all that are alike, a state for each catchment. */
export type SoilSet = {
  /** Number of each catchment's soil. */
  readonly of: Int32Array;
  readonly method: Uint8Array;
  /** `SOIL` constants a soil; nothing is summed up in them, so that single precision holds them. */
  readonly parameters: Float32Array;
  /** Numbers of state a catchment has: those of the method here that keeps most. */
  readonly width: number;
  readonly state: Float64Array;
};

function setSoil(infiltration: Infiltration, par: Float32Array, p: number): number {
  switch (infiltration.method) {
    case 'horton':
    case 'modified-horton':
      par[p] = infiltration.maximumRate;
      par[p + 1] = infiltration.minimumRate;
      par[p + 2] = infiltration.decay;
      // 98 % recovered after the drying time.
      par[p + 3] = infiltration.dryingTime > 0 ? -Math.log(0.02) / infiltration.dryingTime : 0;
      par[p + 4] = infiltration.maximumVolume;
      return infiltration.method === 'horton' ? HORTON : MODIFIED_HORTON;
    case 'green-ampt':
    case 'modified-green-ampt':
      par[p] = infiltration.suction;
      par[p + 1] = infiltration.conductivity;
      par[p + 2] = infiltration.initialDeficit;
      setGreenAmpt(par, p, infiltration.method === 'modified-green-ampt');
      return GREEN_AMPT;
    case 'curve-number':
      setCurveNumber(par, p, infiltration.curveNumber, infiltration.dryingTime);
      return CURVE_NUMBER;
  }
}

/** Lays the soils of catchments out, each in its state at the start. */
export function soilSet(subcatchments: readonly Subcatchment[]): SoilSet {
  const { of, first } = alike(
    subcatchments,
    ({ infiltration, infiltrationPattern }) => `${Object.values(infiltration).join(' ')} ${infiltrationPattern ?? ''}`,
  );
  const parameters = new Float32Array(first.length * SOIL);
  const method = Uint8Array.from(first, ({ infiltration }, soil) => setSoil(infiltration, parameters, soil * SOIL));
  const width = method.reduce((most, one) => Math.max(most, STATES[one]!), 0);
  const state = new Float64Array(subcatchments.length * width);
  of.forEach((soil, s) => {
    if (method[soil] === GREEN_AMPT) beginGreenAmpt(parameters, soil * SOIL, state, s * width);
    else if (method[soil] === CURVE_NUMBER) beginCurveNumber(parameters, soil * SOIL, state, s * width);
  });
  return { of, method, parameters, width, state };
}

/**
 * Infiltration of one catchment over a step, m/s.
 *
 * @param rain m/s, as `runon`
 * @param depth standing water, m
 */
export function infiltrationRate(soils: SoilSet, s: number, rain: number, runon: number, depth: number, dt: number): number {
  const { parameters, state } = soils;
  const soil = soils.of[s]!;
  const p = soil * SOIL;
  const at = s * soils.width;
  const method = soils.method[soil]!;
  if (method === HORTON) return hortonRate(parameters, p, state, at, rain + runon + depth / dt, dt);
  if (method === GREEN_AMPT) return greenAmptRate(parameters, p, state, at, rain + runon, depth, dt);
  if (method === CURVE_NUMBER) return curveNumberRate(parameters, p, state, at, rain, depth + runon * dt, dt);
  return modifiedHortonRate(parameters, p, state, at, rain + runon + depth / dt, dt);
}
