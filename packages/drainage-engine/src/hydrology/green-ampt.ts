const METRES_PER_INCH = 0.0254;
const MS_PER_INCH_HOUR = METRES_PER_INCH / 3600;

/**
 * Sets what follows from the soil. Parameters at `p`: suction (m), conductivity (m/s), initial deficit, depth of the upper zone (m),
 * recovery (1/s), 1 for the modified method. The upper zone is 4 sqrt(Ks) inches deep with Ks in inches an hour, and recovers by
 * sqrt(Ks) / 75 an hour (SWMM Reference Manual Vol. I, section 4.4).
 */
export function setGreenAmpt(par: Float32Array, p: number, isModified: boolean): void {
  setUpperZone(par, p);
  par[p + 5] = isModified ? 1 : 0;
}

/**
 * Sets the state at the start. At `at`: deficit, infiltrated height of the event (m), water in the upper zone (m), 1 while saturated, time
 * to the next event (s).
 */
export function beginGreenAmpt(par: Float32Array, p: number, state: Float64Array, at: number): void {
  state[at] = par[p + 2]!;
}

/** Depth and recovery of the upper zone by the conductivity at `p`. */
export function setUpperZone(par: Float32Array, p: number): void {
  const inches = Math.sqrt(par[p + 1]! / MS_PER_INCH_HOUR);
  par[p + 3] = 4 * inches * METRES_PER_INCH;
  par[p + 4] = inches / 75 / 3600;
}

/** Height infiltrated after dt under saturation: F - F1 - c ln((F + c) / (F1 + c)) = Ks dt, by Newton's method. */
function saturatedHeight(before: number, c: number, conductivity: number, dt: number): number {
  if (c <= 0) return before + conductivity * dt;
  const target = conductivity * dt + before - c * Math.log(before + c);
  let f = before + conductivity * dt;
  if (f <= 0) f = 1e-6;
  for (let k = 0; k < 30; k++) {
    const miss = f - c * Math.log(f + c) - target;
    const slope = 1 - c / (f + c);
    if (slope < 1e-9) {
      f += 1e-6;
      continue;
    }
    const step = miss / slope;
    f -= step;
    if (f < before) f = before;
    if (Math.abs(step) < 1e-8) break;
  }
  return Math.max(f, before + conductivity * dt);
}

/**
 * Infiltration after Green and Ampt with the recovery of SWMM between rains.
 *
 * @param rain rain and run-on, m/s
 * @param depth standing water, m
 * @returns m/s
 */
export function greenAmptRate(
  par: Float32Array,
  p: number,
  state: Float64Array,
  at: number,
  rain: number,
  depth: number,
  dt: number,
): number {
  const conductivity = par[p + 1]!;
  const upper = par[p + 3]!;
  const recovery = par[p + 4]!;
  const most = upper * par[p + 2]!;
  const isModified = par[p + 5] === 1;
  const offered = rain + depth / dt;
  state[at + 4]! -= dt;
  const fill = (height: number): void => {
    state[at + 2] = Math.min(most, Math.max(0, state[at + 2]! + height));
  };
  if (conductivity <= 0) return 0;
  if (state[at + 3] === 0) {
    if (offered <= 1e-12) {
      if (state[at + 2]! > 0) {
        const drained = recovery * most * dt;
        fill(-drained);
        state[at + 1] = Math.max(0, state[at + 1]! - drained);
        if (state[at + 4]! <= 0) {
          state[at] = upper > 0 ? (most - state[at + 2]!) / upper : 0;
          state[at + 1] = 0;
        }
      }
      return 0;
    }
    if (offered <= conductivity) {
      fill(offered * dt);
      state[at + 1]! += offered * dt;
      // Light rain before an event wets the upper zone; the modified method leaves the event its whole deficit (User's Manual, section 3.4).
      if (!isModified && state[at + 4]! <= 0) {
        state[at] = upper > 0 ? (most - state[at + 2]!) / upper : 0;
        state[at + 1] = 0;
      }
      return offered;
    }
    state[at + 4] = recovery > 0 ? 0.06 / recovery : 0;
    const c = (par[p]! + depth) * state[at]!;
    const atSaturation = (conductivity * c) / (offered - conductivity);
    if (state[at + 1]! + offered * dt < atSaturation) {
      state[at + 1]! += offered * dt;
      fill(offered * dt);
      return offered;
    }
    // Saturation within the step: all infiltrates until then.
    const until = state[at + 1]! < atSaturation ? (atSaturation - state[at + 1]!) / offered : 0;
    const start = state[at + 1]! + until * offered;
    const end = saturatedHeight(start, (par[p]! + depth) * state[at]!, conductivity, dt - until);
    const height = Math.min(end - state[at + 1]!, offered * dt);
    state[at + 3] = 1;
    state[at + 1]! += height;
    fill(height);
    return height / dt;
  }
  if (offered <= 1e-12) {
    state[at + 3] = 0;
    return 0;
  }
  state[at + 4] = recovery > 0 ? 0.06 / recovery : 0;
  const end = saturatedHeight(state[at + 1]!, (par[p]! + depth) * state[at]!, conductivity, dt);
  let height = end - state[at + 1]!;
  if (height > offered * dt) {
    height = offered * dt;
    state[at + 3] = 0;
  }
  state[at + 1]! += height;
  fill(height);
  return height / dt;
}
