const SQRT_TWO_PI = 2.506628274631;

/** φ(z) / (1 - Φ(z)) beyond seven, by the continued fraction of Laplace. */
function farHazard(z: number): number {
  return z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))));
}

/**
 * The share of a standard normal distribution above z. Hart 1968 algorithm 5666, as given by West 2005 ("Better approximations to
 * cumulative normal functions", Wilmott); relative error below 1e-12 and, beyond 7, below 1e-6.
 *
 * @param z any number; NaN gives NaN
 * @example upperTail(1.959964) // 0.025
 */
export function upperTail(z: number): number {
  const x = Math.abs(z);
  if (x > 37) return z > 0 ? 0 : 1;
  const density = Math.exp((-x * x) / 2);
  let tail: number;
  if (x < 7.07106781186547) {
    let above = 3.52624965998911e-2 * x + 0.700383064443688;
    above = above * x + 6.37396220353165;
    above = above * x + 33.912866078383;
    above = above * x + 112.079291497871;
    above = above * x + 221.213596169931;
    above = above * x + 220.206867912376;
    let below = 8.83883476483184e-2 * x + 1.75566716318264;
    below = below * x + 16.064177579207;
    below = below * x + 86.7807322029461;
    below = below * x + 296.564248779674;
    below = below * x + 637.333633378831;
    below = below * x + 793.826512519948;
    below = below * x + 440.413735824752;
    tail = (density * above) / below;
  } else {
    tail = density / farHazard(x) / SQRT_TWO_PI;
  }
  return z > 0 ? tail : 1 - tail;
}

/**
 * The natural logarithm of `upperTail`, also where that has become too small for a double.
 *
 * @example logUpperTail(50) // about -1254.83
 */
export function logUpperTail(z: number): number {
  return z > 7 ? (-z * z) / 2 - Math.log(farHazard(z) * SQRT_TWO_PI) : Math.log(upperTail(z));
}

/**
 * The hazard φ(z) / (1 - Φ(z)): how far, on average, what is known to lie above z lies above 0 (inverse Mills ratio).
 *
 * @example normalHazard(0) // 0.797885
 */
export function normalHazard(z: number): number {
  return z > 7 ? farHazard(z) : Math.exp((-z * z) / 2) / (SQRT_TWO_PI * upperTail(z));
}

/**
 * The z below which a share of a standard normal distribution lies: Acklam's rational approximation (2003), relative error below 1.2e-9.
 *
 * @param share above 0 and below 1; 0 and 1 give minus and plus infinity
 * @example normalQuantile(0.975) // 1.959964
 */
export function normalQuantile(share: number): number {
  if (share <= 0) return Number.NEGATIVE_INFINITY;
  if (share >= 1) return Number.POSITIVE_INFINITY;
  if (share < 0.02425) return lowerQuantile(Math.sqrt(-2 * Math.log(share)));
  if (share > 1 - 0.02425) return -lowerQuantile(Math.sqrt(-2 * Math.log(1 - share)));
  const q = share - 0.5;
  const r = q * q;
  const above =
    (((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r + 1.38357751867269e2) * r - 3.066479806614716e1) *
      r +
      2.506628277459239) *
    q;
  const below =
    ((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r + 6.680131188771972e1) * r - 1.328068155288572e1) *
      r +
    1;
  return above / below;
}

function lowerQuantile(q: number): number {
  const above =
    ((((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q +
    2.938163982698783;
  const below = (((7.784695709041462e-3 * q + 3.224671290700398e-1) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1;
  return above / below;
}
