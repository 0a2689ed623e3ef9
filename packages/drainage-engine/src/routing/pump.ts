import type { Curve } from '../model/curves.ts';
import type { Pump } from '../model/links.ts';
import { SeriesReader } from './series-reader.ts';

/** A pump of types 1 to 5, or an ideal one (SWMM Reference Manual Vol. II, section 6.1). */
export class PumpFlow {
  readonly isIdeal: boolean;
  /** 1 to 5; 0 for an ideal pump. */
  readonly type: number;
  readonly startDepth: number;
  readonly stopDepth: number;
  /** m2/s; of the last `flowAt`. */
  sensitivity = 0;
  readonly #curve: Curve | null;
  readonly #reader: SeriesReader;

  constructor(pump: Pump, curve: Curve | null) {
    this.isIdeal = curve === null;
    this.type = curve === null ? 0 : Number(curve.kind.slice(4)) || 0;
    this.startDepth = pump.startDepth;
    this.stopDepth = pump.stopDepth;
    this.#curve = curve;
    this.#reader = new SeriesReader(curve?.x ?? [], curve?.y ?? []);
  }

  /** A staircase: the flow of the first point above x. */
  #step(x: number): number {
    const curve = this.#curve!;
    for (let k = 0; k < curve.x.length; k++) if (x < curve.x[k]!) return curve.y[k]!;
    return curve.y.at(-1) ?? 0;
  }

  /**
   * Flow at full setting, m3/s.
   *
   * @param volume m3 in the wet well
   * @param depth m in the wet well
   * @param lift head at the outlet less head at the inlet, m
   */
  flowAt(volume: number, depth: number, lift: number, speed: number): number {
    this.sensitivity = 0;
    const pace = Math.max(0, speed);
    switch (this.type) {
      case 1:
        return pace * this.#step(volume);
      case 2:
        return pace * this.#step(depth);
      case 3: {
        const head = Math.max(0, lift);
        const q = this.#reader.at(head);
        this.sensitivity = pace * Math.max(0, (q - this.#reader.at(head + 0.01)) / 0.01);
        return pace * q;
      }
      case 4: {
        const q = this.#reader.at(depth);
        this.sensitivity = pace * Math.max(0, (q - this.#reader.at(Math.max(0, depth - 0.01))) / 0.01);
        return pace * q;
      }
      case 5: {
        // Affinity: flow grows with the speed, head with its square.
        if (pace <= 0) return 0;
        const head = Math.max(0, lift) / (pace * pace);
        const q = this.#reader.at(head);
        this.sensitivity = Math.max(0, (q - this.#reader.at(head + 0.01)) / 0.01 / pace);
        return pace * q;
      }
      default:
        return 0;
    }
  }
}
