import { PARTS, PERVIOUS, type CatchmentSet } from './catchment-set.ts';
import {
  BARE,
  COVER,
  PAVED_LEAVES,
  PAVED_PACE,
  PAVED_STORAGE,
  PERVIOUS_LEAVES,
  PERVIOUS_PACE,
  PERVIOUS_STORAGE,
  WITHIN,
} from './covers.ts';
import { depthRoot, reservoirDepth } from './overland-flow.ts';
import { infiltrationRate } from './soils.ts';

/** What changes: depth of water (m) and, to find the next from, runoff rate (m/s over the part) of each part. */
export type CatchmentState = { readonly depth: Float64Array; readonly rate: Float32Array };

/** Rates of one catchment in the last step, m/s over the whole: evaporation, infiltration; runoff m3/s to the outlet, paved, pervious. */
export const stepRates = new Float64Array(5);

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
  const { ground, of } = set.covers;
  const cover = of[s]! * COVER;
  const paved = set.paved[s]!;
  const bare = paved * ground[cover + BARE]!;
  const drain = set.drain[s]!;
  const { depth, rate } = state;
  const all = rain + runon / area;
  const within = ground[cover + WITHIN]!;
  let ontoPaved = 0;
  let ontoPervious = 0;
  if (within === 1) {
    const from = rate[at + 2]! * (1 - paved) * (1 - ground[cover + PERVIOUS_LEAVES]!);
    if (bare < paved) ontoPaved = from / (paved - bare);
    else ontoPervious = from / (1 - paved);
  } else if (within === 2) {
    const from = rate[at]! * bare + rate[at + 1]! * (paved - bare);
    ontoPervious = (from * (1 - ground[cover + PAVED_LEAVES]!)) / (1 - paved);
  }
  let isRunning = false;
  for (let part = 0; part < PARTS; part++) {
    const k = at + part;
    const isPervious = part === PERVIOUS;
    const f = isPervious ? 1 - paved : part === 0 ? bare : paved - bare;
    if (f <= 0) continue;
    const supply = all + (part === 1 ? ontoPaved : isPervious ? ontoPervious : 0);
    let d = depth[k]!;
    let out = 0;
    if (supply > 0 || d > 0 || isPervious) {
      const held = d / dt;
      let gone = evaporation > 0 ? Math.min(held + (rain > 0 ? 0 : supply), evaporation) : 0;
      let soaked = 0;
      if (isPervious) {
        soaked = infiltrationRate(set.soils, s, rain, supply - rain, d, dt);
        if (gone + soaked > held + supply) soaked = Math.max(0, held + supply - gone);
        stepRates[1]! += f * soaked;
      }
      if (gone > held + supply) gone = held + supply;
      stepRates[0]! += f * gone;
      const rest = supply - gone - soaked;
      const full = part === 0 ? 0 : ground[cover + (isPervious ? PERVIOUS_STORAGE : PAVED_STORAGE)]!;
      const pace = ground[cover + (isPervious ? PERVIOUS_PACE : PAVED_PACE)]!;
      const most = d + rest * dt;
      if (most <= full || (drain === 0 && pace > 0)) d = most > 0 ? most : 0;
      else if (pace < 0) {
        out = (most - full) / dt;
        d = full;
      } else {
        // Both paved parts share one width over the whole paved area.
        const a = (drain * pace) / (isPervious ? f : paved);
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
    stepRates[2]! += flow * ground[cover + (isPervious ? PERVIOUS_LEAVES : PAVED_LEAVES)]!;
    stepRates[isPervious ? 4 : 3]! += flow;
  }
  return isRunning;
}
