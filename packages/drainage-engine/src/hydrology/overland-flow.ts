/** 1 - 1/sqrt(2): makes the two-stage Rosenbrock method of second order and damping for stiff reservoirs (L-stable). */
const GAMMA = 1 - Math.SQRT1_2;
/** Most sub-steps in one runoff step. */
const MOST = 12;

/**
 * Depth above depression storage after `dt` seconds of the non-linear reservoir dx/dt = supply - alpha x^(5/3)
 * (SWMM Reference Manual Vol. I, section 3.2), by a Rosenbrock method with as many sub-steps as the reservoir is quick.
 *
 * @param x m, 0 or more
 * @param supply m/s, may be negative
 * @param alpha m^(-2/3)/s
 */
export function reservoirDepth(x: number, supply: number, alpha: number, dt: number): number {
  let root = Math.cbrt(x);
  let leaving = alpha * root * root * x;
  const first = supply - leaving;
  // At rest within a hundredth of a micrometre: rain and runoff are in balance.
  if (first * dt < 1e-8 && first * dt > -1e-8) return x + first * dt;
  const reach = supply > 0 ? x + supply * dt : x;
  const quickness = alpha * Math.cbrt(reach * reach) * dt;
  let steps = 1 + ((quickness * 2) | 0);
  if (steps > MOST) steps = MOST;
  const h = dt / steps;
  for (let k = 0; k < steps; k++) {
    const stiff = 1 + GAMMA * h * (5 / 3) * alpha * root * root;
    const k1 = (supply - leaving) / stiff;
    let y = x + h * k1;
    if (y < 0) y = 0;
    let r = Math.cbrt(y);
    const k2 = (supply - alpha * r * r * y - 2 * k1) / stiff;
    x += h * (1.5 * k1 + 0.5 * k2);
    if (x <= 0) return 0;
    if (k + 1 < steps) {
      r = Math.cbrt(x);
      root = r;
      leaving = alpha * r * r * x;
    }
  }
  return x;
}
