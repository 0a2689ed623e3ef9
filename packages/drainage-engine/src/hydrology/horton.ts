/** Most numbers that a method has, of constants as of state. */
export const SOIL = 6;

/**
 * Infiltration after Horton over one step, with a time that runs on the decay curve only as far as water did infiltrate, so that light
 * rain does not use the soil up (SWMM Reference Manual Vol. I, section 4.2).
 *
 * Parameters at `p`: highest rate, lowest rate (m/s), decay (1/s), recovery (1/s), largest volume (m, 0 none).
 * State at `at`: time on the curve (s), infiltrated height (m).
 *
 * @param offered rain, run-on and standing water, m/s over the step
 * @returns m/s
 */
export function hortonRate(par: Float32Array, p: number, state: Float64Array, at: number, offered: number, dt: number): number {
  const high = par[p]!;
  const low = par[p + 1]!;
  const decay = par[p + 2]!;
  const most = par[p + 4]!;
  const time = state[at]!;
  if (high - low < 0 || decay < 0) return 0;
  if (high === low || decay === 0) return offered < high ? offered : high;
  if (offered > 1e-12) {
    const end = 16 / decay;
    let rate = low;
    if (time < end) {
      const swing = (high - low) / decay;
      const now = Math.exp(-decay * time);
      const after = Math.exp(-decay * (time + dt));
      rate = low + (swing * (now - after)) / dt;
      if (rate > offered) {
        rate = offered;
        // The time at which the curve has passed on just what was offered, by Newton's method.
        const passed = offered * dt;
        let t = time + 0.5 * dt;
        for (let k = 0; k < 20; k++) {
          const e = Math.exp(-decay * t);
          const miss = low * (t - time) + swing * (now - e) - passed;
          const slope = low + (high - low) * e;
          const step = miss / slope;
          t -= step;
          if (t < time) t = time;
          if (step < 1e-3 && step > -1e-3) break;
        }
        state[at] = t;
      } else state[at] = time + dt;
    } else if (rate > offered) rate = offered;
    if (most > 0) {
      const room = (most - state[at + 1]!) / dt;
      if (rate > room) rate = room > 0 ? room : 0;
      state[at + 1]! += rate * dt;
    }
    return rate;
  }
  const recovery = par[p + 3]!;
  if (recovery > 0 && time > 0) {
    const kept = Math.exp(-recovery * dt);
    const used = 1 - Math.exp(-decay * time);
    state[at] = -Math.log(1 - kept * used) / decay;
    if (most > 0) state[at + 1]! *= kept;
  }
  return 0;
}

/**
 * Modified Horton (Akan): the rate falls with the height infiltrated above the lowest rate. Parameters and units as `hortonRate`;
 * state at `at`: that height, m.
 */
export function modifiedHortonRate(par: Float32Array, p: number, state: Float64Array, at: number, offered: number, dt: number): number {
  const high = par[p]!;
  const low = par[p + 1]!;
  const decay = par[p + 2]!;
  if (offered > 1e-12) {
    let rate = Math.max(low, high - decay * state[at]!);
    if (rate > offered) rate = offered;
    if (rate > low) {
      state[at]! += (rate - low) * dt;
      const most = par[p + 4]!;
      if (most > 0 && state[at]! > most) state[at] = most;
    }
    return rate;
  }
  if (par[p + 3]! > 0) state[at]! *= Math.exp(-par[p + 3]! * dt);
  return 0;
}
