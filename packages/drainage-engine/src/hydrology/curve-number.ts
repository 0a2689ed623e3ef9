/**
 * Sets what follows from the soil. Parameters at `p`: largest retention (m), recovery (1/s), pause that ends an event (s).
 * Retention is 25.4 (1000 / CN - 10) mm (SWMM Reference Manual Vol. I, section 4.5).
 */
export function setCurveNumber(par: Float32Array, p: number, curveNumber: number, dryingTime: number): void {
  const number = Math.min(99, Math.max(10, curveNumber));
  par[p] = 0.0254 * (1000 / number - 10);
  par[p + 1] = dryingTime > 0 ? 1 / dryingTime : 0;
  par[p + 2] = 0.06 * Math.max(0, dryingTime);
}

/**
 * Sets the state at the start. At `at`: retention left (m), rain and infiltration of the event (m), retention at its start (m), last rate
 * (m/s), pause (s).
 */
export function beginCurveNumber(par: Float32Array, p: number, state: Float64Array, at: number): void {
  state[at] = par[p]!;
  state[at + 3] = par[p]!;
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
export function curveNumberRate(
  par: Float32Array,
  p: number,
  state: Float64Array,
  at: number,
  rain: number,
  depth: number,
  dt: number,
): number {
  const retention = par[p]!;
  let rate = 0;
  if (rain > 1e-12) {
    if (state[at + 5]! >= par[p + 2]!) {
      state[at + 1] = 0;
      state[at + 2] = 0;
      state[at + 3] = state[at]!;
    }
    state[at + 5] = 0;
    state[at + 1]! += rain * dt;
    const fallen = state[at + 1]!;
    const total = fallen * (1 - fallen / (fallen + state[at + 3]!));
    if (state[at]! > 0) rate = Math.max(0, (total - state[at + 2]!) / dt);
  } else if (depth > LEAST_STANDING && state[at]! > 0) rate = Math.min(state[at + 4]!, state[at]! / dt);
  else state[at + 5]! += dt;
  if (rate > 0) {
    rate = Math.min(rate, rain + depth / dt);
    // What soaks in from standing water counts for the event too.
    state[at + 2]! += rate * dt;
    if (par[p + 1]! > 0) state[at] = Math.max(0, state[at]! - rate * dt);
  } else state[at] = Math.min(retention, state[at]! + par[p + 1]! * retention * dt);
  state[at + 4] = rate;
  return rate;
}
