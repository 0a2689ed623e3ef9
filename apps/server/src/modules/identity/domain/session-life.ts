const hour = 3_600_000;

/** How long a sign-in lasts: unused, and at most. */
export interface SessionLife {
  readonly idleMs: number;
  readonly wholeMs: number;
}

/** A working day unused, two weeks at most. A phone on a bad network must not ask for the password in the middle of a night's meeting. */
export const usualLife: SessionLife = { idleMs: 12 * hour, wholeMs: 14 * 24 * hour };

/** In the demo days are skipped by hand; being thrown out by that would be a riddle. */
export const demoLife: SessionLife = { idleMs: 400 * 24 * hour, wholeMs: 400 * 24 * hour };
