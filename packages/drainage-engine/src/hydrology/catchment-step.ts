import { CURVE_NUMBER, GREEN_AMPT, HORTON, PARTS, PERVIOUS, type CatchmentSet } from './catchment-set.ts';
import { curveNumberRate } from './curve-number.ts';
import { greenAmptRate } from './green-ampt.ts';
import { SOIL, hortonRate, modifiedHortonRate } from './horton.ts';
import { depthRoot, reservoirDepth } from './overland-flow.ts';

/** What changes: depth of water (m) and runoff rate (m/s over the part) of each part. */
export type CatchmentState = { readonly depth: Float64Array; readonly rate: Float64Array };

/** Rates of one catchment in the last step, m/s over the whole: evaporation, infiltration; runoff m3/s to the outlet, paved, pervious. */
export const stepRates = new Float64Array(5);

function infiltrationRate(set: CatchmentSet, s: number, rain: number, runon: number, depth: number, dt: number): number {
  const p = s * SOIL;
  const { parameters, soil } = set;
  const method = set.method[s]!;
  if (method === HORTON) return hortonRate(parameters, soil, p, rain + runon + depth / dt, dt);
  if (method === GREEN_AMPT) return greenAmptRate(parameters, soil, p, rain + runon, depth, dt);
  if (method === CURVE_NUMBER) return curveNumberRate(parameters, soil, p, rain, depth + runon * dt, dt);
  return modifiedHortonRate(parameters, soil, p, rain + runon + depth / dt, dt);
}

/**
 * One runoff step of one catchment (SWMM Reference Manual Vol. I, section 3.2): rain and run-on, less evaporation and infiltration, into
 * the three non-linear reservoirs. Rates stand in `stepRates`.
 *
 * @param rain m/s
 * @param runon from other catchments, m3/s
 * @param evaporation potential, m/s
 * @returns whether anything runs off
 */
export function stepCatchment(
  set: CatchmentSet,
  state: CatchmentState,
  s: number,
  rain: number,
  runon: number,
  evaporation: number,
  dt: number,
): boolean {
  const area = set.area[s]!;
  for (let k = 0; k < 5; k++) stepRates[k] = 0;
  if (!(area > 0)) return false;
  const at = s * PARTS;
  const { share, alpha, storage, toOutlet } = set;
  const { depth, rate } = state;
  const all = rain + runon / area;
  const within = set.within[s]!;
  let ontoPaved = 0;
  let ontoPervious = 0;
  if (within === 1) {
    const from = rate[at + 2]! * share[at + 2]! * (1 - toOutlet[at + 2]!);
    ontoPaved = share[at + 1]! > 0 ? from / share[at + 1]! : 0;
    if (share[at + 1]! <= 0) ontoPervious = from / share[at + 2]!;
  } else if (within === 2) {
    ontoPervious = ((rate[at]! * share[at]! + rate[at + 1]! * share[at + 1]!) * (1 - toOutlet[at]!)) / share[at + 2]!;
  }
  let isRunning = false;
  for (let part = 0; part < PARTS; part++) {
    const k = at + part;
    const f = share[k]!;
    if (f <= 0) continue;
    const supply = all + (part === 1 ? ontoPaved : part === PERVIOUS ? ontoPervious : 0);
    let d = depth[k]!;
    let out = 0;
    if (supply > 0 || d > 0 || part === PERVIOUS) {
      const held = d / dt;
      let gone = evaporation > 0 ? Math.min(held + (rain > 0 ? 0 : supply), evaporation) : 0;
      let soaked = 0;
      if (part === PERVIOUS) {
        soaked = infiltrationRate(set, s, rain, supply - rain, d, dt);
        if (gone + soaked > held + supply) soaked = Math.max(0, held + supply - gone);
        stepRates[1]! += f * soaked;
      }
      if (gone > held + supply) gone = held + supply;
      stepRates[0]! += f * gone;
      const rest = supply - gone - soaked;
      const full = storage[k]!;
      const a = alpha[k]!;
      const most = d + rest * dt;
      if (most <= full || a === 0) d = most > 0 ? most : 0;
      else if (a < 0) {
        out = (most - full) / dt;
        d = full;
      } else {
        let time = dt;
        let x = d - full;
        if (x < 0) {
          // Time in which the hollows fill up.
          time -= -x / rest;
          x = 0;
        }
        // The runoff at the end of the last step still knows the root, out = a root^2 x, unless the month has changed the ground since.
        let before = x > 0 ? Math.sqrt(rate[k]! / (a * x)) : 0;
        const cube = before * before * before;
        if (!(cube > 0.999999 * x && cube < 1.000001 * x)) before = Math.cbrt(x);
        x = reservoirDepth(x, before, rest, a, time);
        d = full + x;
        if (d < 0) d = 0;
        const root = depthRoot[0]!;
        out = a * root * root * x;
      }
    }
    depth[k] = d;
    rate[k] = out;
    if (out > 0) isRunning = true;
    const flow = out * f * area;
    stepRates[2]! += flow * toOutlet[k]!;
    stepRates[part === PERVIOUS ? 4 : 3]! += flow;
  }
  return isRunning;
}
