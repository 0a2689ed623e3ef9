/** 1 - 1/sqrt(2): makes the two-stage Rosenbrock method of second order and damping for stiff reservoirs (L-stable). */
const GAMMA = 1 - Math.SQRT1_2;
/** Most sub-steps in one runoff step. */
const MOST = 12;

/** Cube root of the depth that the last call of `reservoirDepth` gave, from which its runoff follows. */
export const depthRoot = new Float64Array(1);

/** Cube root of `x` by two of Halley's steps from one nearby, within 1e-7; a third of the time of `Math.cbrt`, which it calls from afar. */
function cubeRoot(x: number, near: number): number {
  const cube = near * near * near;
  if (!(x > 0.6 * cube && x < 1.6 * cube)) return Math.cbrt(x);
  const first = (near * (cube + x + x)) / (cube + cube + x);
  const again = first * first * first;
  return (first * (again + x + x)) / (again + again + x);
}

/**
 * Depth above depression storage after `dt` seconds of the non-linear reservoir dx/dt = supply - alpha x^(5/3)
 * (SWMM Reference Manual Vol. I, section 3.2), by a Rosenbrock method with as many sub-steps as the reservoir is quick.
 *
 * @param x m, 0 or more
 * @param root cube root of `x`
 * @param supply m/s, may be negative
 * @param alpha m^(-2/3)/s
 */
export function reservoirDepth(x: number, root: number, supply: number, alpha: number, dt: number): number {
  let leaving = alpha * root * root * x;
  const first = (supply - leaving) * dt;
  // At rest within a hundredth of a micrometre: rain and runoff are in balance.
  if (first < 1e-8 && first > -1e-8) {
    depthRoot[0] = root;
    return x + first;
  }
  const reach = supply > 0 ? x + supply * dt : x;
  const highest = cubeRoot(reach, root);
  let steps = 1 + ((alpha * highest * highest * dt * 2) | 0);
  if (steps > MOST) steps = MOST;
  const h = dt / steps;
  for (let k = 0; k < steps; k++) {
    const perStiff = 1 / (1 + GAMMA * h * (5 / 3) * alpha * root * root);
    const k1 = (supply - leaving) * perStiff;
    let y = x + h * k1;
    if (y < 0) y = 0;
    const r = cubeRoot(y, root);
    const k2 = (supply - alpha * r * r * y - 2 * k1) * perStiff;
    x += h * (1.5 * k1 + 0.5 * k2);
    if (x <= 0) {
      depthRoot[0] = 0;
      return 0;
    }
    root = cubeRoot(x, r);
    leaving = alpha * root * root * x;
  }
  depthRoot[0] = root;
  return x;
}
