/**
 * Sets what follows from the soil. Parameters at `p`: largest retention (m), recovery (1/s), pause that ends an event (s).
 * Retention is 25.4 (1000 / CN - 10) mm (SWMM Reference Manual Vol. I, section 4.5).
 * State at `p`: retention left (m), rain and infiltration of the event (m), retention at its start (m), last rate (m/s), pause (s).
 */
export function setCurveNumber(par: Float64Array, state: Float64Array, p: number, curveNumber: number, dryingTime: number): void {
  const number = Math.min(99, Math.max(10, curveNumber));
  par[p] = 0.0254 * (1000 / number - 10);
  par[p + 1] = dryingTime > 0 ? 1 / dryingTime : 0;
  par[p + 2] = 0.06 * Math.max(0, dryingTime);
  state[p] = par[p]!;
  state[p + 3] = par[p]!;
}

/** Standing water below this (0.05 inches) stays in the hollows once the rain has ended, m: SWMM 5.2 soaks away no less. */
const LEAST_STANDING = 0.05 * 0.0254;

/**
 * Infiltration by the curve number method (SWMM Reference Manual Vol. I, section 4.5). The curve follows the rain alone; run-on is water that
 * stands on the ground.
 *
 * @param rain m/s
 * @param depth standing water and run-on of the step, m
 * @returns m/s
 */
export function curveNumberRate(par: Float64Array, state: Float64Array, p: number, rain: number, depth: number, dt: number): number {
  const retention = par[p]!;
  let rate = 0;
  if (rain > 1e-12) {
    if (state[p + 5]! >= par[p + 2]!) {
      state[p + 1] = 0;
      state[p + 2] = 0;
      state[p + 3] = state[p]!;
    }
    state[p + 5] = 0;
    state[p + 1]! += rain * dt;
    const fallen = state[p + 1]!;
    const total = fallen * (1 - fallen / (fallen + state[p + 3]!));
    if (state[p]! > 0) rate = Math.max(0, (total - state[p + 2]!) / dt);
  } else if (depth > LEAST_STANDING && state[p]! > 0) rate = Math.min(state[p + 4]!, state[p]! / dt);
  else state[p + 5]! += dt;
  if (rate > 0) {
    rate = Math.min(rate, rain + depth / dt);
    // What soaks in from standing water counts for the event too.
    state[p + 2]! += rate * dt;
    if (par[p + 1]! > 0) state[p] = Math.max(0, state[p]! - rate * dt);
  } else state[p] = Math.min(retention, state[p]! + par[p + 1]! * retention * dt);
  state[p + 4] = rate;
  return rate;
}
