import { HermiteCurve, integralsOf, inverseOf } from './hermite-curve.ts';

/** Depth above which a course is told by w = y^(-2/3), in which it reaches to infinite depth. */
const SPLIT = 2;
const HIGH = SPLIT ** (-2 / 3);
const PIECES = 512;
const LOW_STEP = SPLIT / PIECES;
const HIGH_STEP = HIGH / PIECES;

/**
 * How one kind of reservoir goes on: a coordinate of the depth y in which time passes evenly, and the depth by the coordinate; both below
 * and, by w, above `SPLIT`.
 */
export class ReservoirCourse {
  /** The coordinate at `SPLIT`. */
  readonly split: number;
  readonly #low: HermiteCurve;
  readonly #high: HermiteCurve;
  readonly #depth: HermiteCurve;
  readonly #inverseRoot: HermiteCurve;

  constructor(low: HermiteCurve, high: HermiteCurve) {
    this.#low = low;
    this.#high = high;
    this.split = low.at(SPLIT);
    this.#depth = inverseOf(low, 0, SPLIT, PIECES);
    this.#inverseRoot = inverseOf(high, HIGH, 0, PIECES);
  }

  /** @param w y^(-2/3), looked at only where `y` is above `SPLIT` */
  coordinate(y: number, w: number): number {
    return y < SPLIT ? this.#low.at(y) : this.#high.at(w);
  }

  /** y, of coordinates that lie on the side of shallow water. */
  depthAt(coordinate: number): number {
    return this.#depth.at(coordinate);
  }

  /** w, of coordinates on the side of deep water. */
  inverseRootAt(coordinate: number): number {
    return this.#inverseRoot.at(coordinate);
  }
}

/**
 * dy/dt = 1 - y^(5/3), under rain. The coordinate P falls from 1 at y = 0 through 0 at the equilibrium y = 1, and dP/dt = -5/3 P: it is
 * exp(-5/3 G), G the antiderivative of 1 / (1 - y^(5/3)), whose pole at y = 1 becomes the zero of P.
 */
function filling(): ReservoirCourse {
  const smooth = integralsOf((y) => 1 / (1 - y ** (5 / 3)) - 0.6 / (1 - y), LOW_STEP, PIECES).map((sum) => Math.exp((-5 / 3) * sum));
  const perPole = (y: number): number => (y === 1 ? 0.6 : (1 - y) / (1 - y ** (5 / 3)));
  const values = smooth.map((value, k) => (1 - k * LOW_STEP) * value);
  const low = new HermiteCurve(0, LOW_STEP, values, (k) => (-5 / 3) * smooth[k]! * perPole(k * LOW_STEP));
  const rate = (w: number): number => 1.5 / (1 - w ** 2.5);
  const sums = integralsOf(rate, HIGH_STEP, PIECES);
  const far = sums.map((sum) => values[PIECES]! * Math.exp((5 / 3) * (sums[PIECES]! - sum)));
  return new ReservoirCourse(low, new HermiteCurve(0, HIGH_STEP, far, (k) => (-5 / 3) * far[k]! * rate(k * HIGH_STEP)));
}

/** dy/dt = -1 - y^(5/3), where more is taken than falls: the coordinate is the time until it is dry, 1.98 from infinite depth. */
function drying(): ReservoirCourse {
  const rate = (y: number): number => 1 / (1 + y ** (5 / 3));
  const values = integralsOf(rate, LOW_STEP, PIECES);
  const rateByRoot = (w: number): number => 1.5 / (1 + w ** 2.5);
  const sums = integralsOf(rateByRoot, HIGH_STEP, PIECES);
  const far = sums.map((sum) => values[PIECES]! + sums[PIECES]! - sum);
  return new ReservoirCourse(
    new HermiteCurve(0, LOW_STEP, values, (k) => rate(k * LOW_STEP)),
    new HermiteCurve(0, HIGH_STEP, far, (k) => -rateByRoot(k * HIGH_STEP)),
  );
}

/** Courses of all non-linear reservoirs with exponent 5/3 in their own measures; see `reservoirDepth`. */
export const underRain = filling();
export const inDrought = drying();
