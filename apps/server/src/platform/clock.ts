/** The one source of time. The demo's runs in March 2022, a test's stands still. */
export interface Clock {
  now(): Date;
}

/** A clock that runs on at the machine's pace from another moment, and can be moved forward. */
export class ShiftedClock implements Clock {
  #offsetMs: number;
  constructor(offsetMs: number) {
    this.#offsetMs = offsetMs;
  }
  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }
  get offsetMs(): number {
    return this.#offsetMs;
  }
  set offsetMs(value: number) {
    this.#offsetMs = value;
  }
}
