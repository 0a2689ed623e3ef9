import { deadlineAfterWorkingDays } from '@makaverse/calendar';
import type { Rung } from '@makaverse/contract/programmes';
import { rungOf } from '#modules/directives';
import { heightAt, lowest, rungAt, workingDaysPerRung, type ObstacleClock } from './clock.ts';

/** How far an open obstacle is from going on by itself. */
export interface Stuck {
  /** Working days past the date given, or past the first term nobody answered in; 0 while it was just passed up. */
  readonly workingDaysLate: number;
  readonly rung: Rung;
}

/**
 * Whether an open obstacle does not go on by itself: it has climbed, or the date somebody gave has passed. One that rests until a date, and
 * one whose lowest rung still has its two working days, is in hand: null.
 */
export function stuckOf(clock: ObstacleClock, now: Date): Stuck | null {
  const { restsUntil } = clock;
  if (restsUntil !== null && now <= restsUntil) return null;
  const height = heightAt(clock, now);
  if (restsUntil === null && height === lowest) return null;
  const { workingDays } = rungOf(restsUntil ?? deadlineAfterWorkingDays(clock.from, workingDaysPerRung), now);
  return { workingDaysLate: workingDays, rung: rungAt(height) };
}
