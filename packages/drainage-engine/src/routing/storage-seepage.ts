import { beginGreenAmpt, greenAmptRate, setGreenAmpt, setUpperZone } from '../hydrology/green-ampt.ts';
import { SOIL } from '../hydrology/horton.ts';
import type { Storage } from '../model/nodes.ts';
import { storageArea, type StorageSet } from './storage.ts';

/**
 * Seepage through the bottom and the sloping banks of a storage (SWMM Reference Manual Vol. II, section 7.1): at the
 * conductivity of the soil where it has no moisture deficit, else after Green and Ampt under the depth of water, which on the banks is that
 * over their middle. SWMM 5.2.2 takes the bottom of a metric storage whose area is a formula or a shape as square feet, so that most of it
 * seeps there as banks do, with a sixth to a quarter less; we do not follow that.
 */
export class StorageSeepage {
  readonly #conductivity: number;
  readonly #hasDeficit: boolean;
  /** Area of the flat bottom, m2; depths between which the banks slope, m; area at their top, m2. */
  readonly #bottom: number;
  readonly #low: number;
  readonly #high: number;
  readonly #most: number;
  readonly #par = new Float32Array(2 * SOIL);
  readonly #state = new Float64Array(2 * SOIL);
  #factor = 1;

  constructor(soil: NonNullable<Storage['seepage']>, storages: StorageSet, n: number, maximumDepth: number) {
    this.#conductivity = soil.conductivity;
    this.#hasDeficit = soil.initialDeficit > 0;
    for (const p of [0, SOIL]) {
      this.#par[p] = soil.suction;
      this.#par[p + 1] = soil.conductivity;
      this.#par[p + 2] = soil.initialDeficit;
      setGreenAmpt(this.#par, p, true);
      beginGreenAmpt(this.#par, p, this.#state, p);
    }
    this.#bottom = storageArea(storages, n, 0);
    let low = 0;
    let high = 0;
    let most = this.#bottom;
    for (let k = 1; k <= 1000; k++) {
      const y = (maximumDepth * k) / 1000;
      const area = storageArea(storages, n, y);
      if (area > most * (1 + 1e-9)) {
        most = area;
        high = y;
      } else if (most === this.#bottom) low = y;
    }
    this.#low = low;
    this.#high = high;
    this.#most = most;
  }

  /**
   * Seepage, m3/s.
   *
   * @param depth m
   * @param area of the water surface, m2
   * @param factor on the conductivity in this month
   */
  rate(depth: number, area: number, factor: number, dt: number): number {
    const wide = Math.max(0, Math.min(area, this.#most) - this.#bottom);
    if (!this.#hasDeficit) return this.#conductivity * factor * (this.#bottom + (depth > this.#low ? wide : 0));
    if (factor !== this.#factor) this.#setFactor(factor);
    let sum = this.#bottom > 0 ? this.#bottom * greenAmptRate(this.#par, 0, this.#state, 0, 0, depth, dt) : 0;
    if (depth > this.#low && wide > 0) {
      const over = depth > this.#high ? depth - 0.5 * (this.#high + this.#low) : 0.5 * (depth - this.#low);
      sum += wide * greenAmptRate(this.#par, SOIL, this.#state, SOIL, 0, over, dt);
    }
    return sum;
  }

  #setFactor(factor: number): void {
    this.#factor = factor;
    for (const p of [0, SOIL]) {
      this.#par[p + 1] = this.#conductivity * factor;
      setUpperZone(this.#par, p);
    }
  }
}
