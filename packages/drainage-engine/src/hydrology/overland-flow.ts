import { inDrought, underRain } from './reservoir-curves.ts';

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

/** Keeps the root of a depth, and gives the depth. */
function ofRoot(root: number): number {
  depthRoot[0] = root;
  return root * root * root;
}

/**
 * Depth above depression storage after `dt` seconds of the non-linear reservoir dx/dt = s - alpha x^(5/3)
 * (SWMM Reference Manual Vol. I, section 3.2), however long the step: in the measures X = (|s| / alpha)^(3/5) of depth and X / |s| of time
 * all reservoirs follow one of two curves, which are tabled; without supply the solution is closed.
 *
 * @param x m, 0 or more
 * @param root cube root of `x`
 * @param supply s, m/s, may be negative
 * @param alpha m^(-2/3)/s
 */
export function reservoirDepth(x: number, root: number, supply: number, alpha: number, dt: number): number {
  const first = (supply - alpha * root * root * x) * dt;
  // At rest within a hundredth of a micrometre: rain and runoff are in balance.
  if (first < 1e-8 && first > -1e-8) {
    depthRoot[0] = root;
    return x + first;
  }
  const pace = supply < 0 ? -supply : supply;
  // Less than a hundredth of a millimetre a day is none.
  if (pace < 1e-13) return ofRoot(root / Math.sqrt(1 + (2 / 3) * alpha * root * root * dt));
  const scaleRoot = (pace / alpha) ** 0.2;
  const scale = scaleRoot * scaleRoot * scaleRoot;
  const time = (pace * dt) / scale;
  const perRoot = scaleRoot / root;
  const course = supply > 0 ? underRain : inDrought;
  let at = course.coordinate(x / scale, perRoot * perRoot);
  let isDeep: boolean;
  if (supply > 0) {
    at *= Math.exp((-5 / 3) * time);
    isDeep = at < course.split;
  } else {
    at -= time;
    if (at <= 0) return ofRoot(0);
    isDeep = at > course.split;
  }
  if (isDeep) return ofRoot(scaleRoot / Math.sqrt(course.inverseRootAt(at)));
  const y = course.depthAt(at);
  if (y <= 0) return ofRoot(0);
  const after = y * scale;
  depthRoot[0] = cubeRoot(after, root);
  return after;
}
