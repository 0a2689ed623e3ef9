/** A smooth curve by cubic Hermite pieces between equally spaced places at which its value and its slope are known. */
export class HermiteCurve {
  readonly #start: number;
  readonly #step: number;
  readonly #last: number;
  /** Value and slope times step, in turn. */
  readonly #known: Float64Array;

  /** @param slopeOf change of the value by the place */
  constructor(start: number, step: number, values: Float64Array, slopeOf: (index: number) => number) {
    this.#start = start;
    this.#step = step;
    this.#last = values.length - 2;
    this.#known = new Float64Array(2 * values.length);
    values.forEach((value, k) => {
      this.#known[2 * k] = value;
      this.#known[2 * k + 1] = slopeOf(k) * step;
    });
  }

  /** The value at a place; beyond the ends the outer pieces go on. */
  at(place: number): number {
    const along = (place - this.#start) / this.#step;
    let k = along | 0;
    if (k > this.#last) k = this.#last;
    const t = along - k;
    const known = this.#known;
    const at = 2 * k;
    const v0 = known[at]!;
    const m0 = known[at + 1]!;
    const rise = known[at + 2]! - v0;
    const bend = m0 + known[at + 3]! - 2 * rise;
    return v0 + t * (m0 + t * (rise - m0 - bend + t * bend));
  }

  /** The slope at a place. */
  slopeAt(place: number): number {
    const along = (place - this.#start) / this.#step;
    const k = Math.min(Math.max(Math.trunc(along), 0), this.#last);
    const t = along - k;
    const [v0, m0, v1, m1] = this.#known.subarray(2 * k, 2 * k + 4);
    const rise = v1! - v0!;
    const bend = m0! + m1! - 2 * rise;
    return (m0! + t * (2 * (rise - m0! - bend) + 3 * t * bend)) / this.#step;
  }
}

/**
 * The inverse of a monotone curve between two places, by Newton's iteration.
 *
 * @param count pieces
 */
export function inverseOf(curve: HermiteCurve, first: number, last: number, count: number): HermiteCurve {
  const start = curve.at(first);
  const step = (curve.at(last) - start) / count;
  const places = new Float64Array(count + 1);
  let place = first;
  for (let k = 0; k <= count; k++) {
    for (let turn = 0; turn < 6; turn++) place -= (curve.at(place) - (start + k * step)) / curve.slopeAt(place);
    places[k] = place;
  }
  return new HermiteCurve(start, step, places, (k) => 1 / curve.slopeAt(places[k]!));
}

/** Abscissae and weights of five-point Gauss-Legendre quadrature on [-1, 1]. */
const GAUSS = [
  [-0.906179845938664, 0.236926885056189],
  [-0.538469310105683, 0.478628670499366],
  [0, 0.568888888888889],
  [0.538469310105683, 0.478628670499366],
  [0.906179845938664, 0.236926885056189],
] as const;

/** Integrals of a function from 0 to each multiple of `step`, the first of them 0. */
export function integralsOf(rate: (place: number) => number, step: number, count: number): Float64Array {
  const sums = new Float64Array(count + 1);
  for (let k = 0; k < count; k++) {
    const middle = (k + 0.5) * step;
    sums[k + 1] = sums[k]! + GAUSS.reduce((sum, [x, weight]) => sum + weight * rate(middle + 0.5 * step * x), 0) * 0.5 * step;
  }
  return sums;
}
