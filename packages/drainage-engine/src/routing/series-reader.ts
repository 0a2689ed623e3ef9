/** Reads a table between its points by straight lines; before its first and after its last point it holds their values. */
export class SeriesReader {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  /** Where the last question was answered: questions mostly move forwards. */
  #at = 0;

  /** @param x rising, same length as `y` */
  constructor(x: readonly number[], y: readonly number[]) {
    this.#x = Float64Array.from(x);
    this.#y = Float64Array.from(y);
  }

  /** Value at `x`; 0 where the table is empty. */
  at(x: number): number {
    const xs = this.#x;
    const ys = this.#y;
    const n = xs.length;
    if (n === 0) return 0;
    if (x <= xs[0]!) return ys[0]!;
    if (x >= xs[n - 1]!) return ys[n - 1]!;
    let k = this.#at;
    if (xs[k]! > x) k = 0;
    while (xs[k + 1]! <= x) k++;
    this.#at = k;
    const x0 = xs[k]!;
    return ys[k]! + ((ys[k + 1]! - ys[k]!) * (x - x0)) / (xs[k + 1]! - x0);
  }

  /** Value of the last point up to `x`, of the first before it; 0 where the table is empty. */
  held(x: number): number {
    const xs = this.#x;
    let k = xs.length - 1;
    while (k > 0 && xs[k]! > x) k--;
    return this.#y[k] ?? 0;
  }

  /** As `at`, but 0 outside the table, as SWMM reads inflow series. */
  within(x: number): number {
    const n = this.#x.length;
    if (n === 0 || x < this.#x[0]! || x > this.#x[n - 1]!) return 0;
    return this.at(x);
  }
}
