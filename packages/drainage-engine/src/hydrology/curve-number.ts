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

/**
 * Infiltration by the curve number method.
 *
 * @param rain rain and run-on, m/s
 * @param depth standing water, m
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
      state[at + 4] = 0;
      state[at + 3] = state[at]!;
    }
    state[at + 5] = 0;
    state[at + 1]! += rain * dt;
    const fallen = state[at + 1]!;
    const total = fallen * (1 - fallen / (fallen + state[at + 3]!));
    rate = Math.max(0, (total - state[at + 2]!) / dt);
    if (state[at]! <= 0) rate = 0;
  } else if (depth > 1e-6) rate = state[at]! > 0 ? state[at + 4]! : 0;
  else state[at + 5]! += dt;
  state[at + 4] = rate;
  rate = Math.min(rate, rain + depth / dt, state[at]! / dt);
  if (rate > 0) {
    state[at]! -= rate * dt;
    // What soaks in from standing water counts for the event too.
    state[at + 2]! += rate * dt;
  }
  if (rate <= 0 && rain <= 1e-12) state[at] = Math.min(retention, state[at]! + par[p + 1]! * retention * dt);
  return rate;
}
