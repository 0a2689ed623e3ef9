/**
 * Search for a root between two places where a function has different signs: false position that halves the weight of an end which stays
 * (the Illinois rule; Dowell and Jarratt, BIT 11, 1971). A stepper instead of a function of a function, so that a time step makes no
 * garbage: `begin`, then as long as `isWide`: look at `guess`, and `take` what was found there.
 */
export class FalsePosition {
  #low = 0;
  #high = 0;
  #atLow = 0;
  #atHigh = 0;
  #side = 0;
  #near = 0;
  #left = 0;

  /**
   * @param low where the function is below 0, or the reverse at both
   * @param near width of the bracket at which the search ends
   */
  begin(low: number, atLow: number, high: number, atHigh: number, near: number): void {
    this.#low = low;
    this.#high = high;
    this.#atLow = atLow;
    this.#atHigh = atHigh;
    this.#side = 0;
    this.#near = near;
    this.#left = 80;
  }

  /** Whether to look on. */
  isWide(): boolean {
    return this.#left-- > 0 && Math.abs(this.#high - this.#low) > this.#near;
  }

  /** The place to look at next. */
  guess(): number {
    // At a jump of the function false position creeps: then halves.
    if (this.#left % 4 === 0) return 0.5 * (this.#low + this.#high);
    return (this.#low * this.#atHigh - this.#high * this.#atLow) / (this.#atHigh - this.#atLow);
  }

  /** Takes in the value of the function at a place. */
  take(place: number, value: number): void {
    if (value < 0 === this.#atLow < 0) {
      this.#low = place;
      this.#atLow = value;
      if (this.#side < 0) this.#atHigh *= 0.5;
      this.#side = -1;
    } else {
      this.#high = place;
      this.#atHigh = value;
      if (this.#side > 0) this.#atLow *= 0.5;
      this.#side = 1;
    }
  }
}
