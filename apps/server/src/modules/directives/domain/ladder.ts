import { deadlineAfterWorkingDays, witaDate, workingDaysBetween } from '@makaverse/calendar';
import type { Rung } from '@makaverse/contract/programmes';

/** Who is told when a deadline stays missed, from the lowest to the highest. */
export const ladder = ['unit-head', 'assistant', 'secretary', 'mayor'] as const satisfies readonly Rung[];

/** One rung each two working days. */
const workingDaysPerRung = 2;

/** How high a missed deadline has climbed, and how many working days ago it was. */
export interface Climb {
  readonly rung: Rung;
  readonly workingDays: number;
}

// Thousands of tasks share a handful of deadlines; the days between two dates never change, so they are counted once.
const counted = new Map<string, number>();
const mostCounted = 2000;

/** Working days since a deadline passed; 0 until it has, and on its own day. */
export function workingDaysSince(dueAt: Date, now: Date): number {
  if (now <= dueAt) return 0;
  const [from, to] = [witaDate(dueAt), witaDate(now)];
  const known = counted.get(from + to);
  if (known !== undefined) return known;
  if (counted.size >= mostCounted) counted.clear();
  const days = Math.max(0, workingDaysBetween(from, to));
  counted.set(from + to, days);
  return days;
}

/** When the rung of that height (1 is the lowest) is reached: at closing time of its working day. */
function reachedAt(dueAt: Date, height: number): Date {
  return deadlineAfterWorkingDays(dueAt, workingDaysPerRung * height);
}

function heightAt(dueAt: Date, now: Date): number {
  // The days already past say which rung can be reached at most, so no day after `now` is asked of the calendar.
  const atMost = Math.min(ladder.length, Math.floor(workingDaysSince(dueAt, now) / workingDaysPerRung));
  return atMost > 0 && now < reachedAt(dueAt, atMost) ? atMost - 1 : atMost;
}

/**
 * How high a missed deadline has climbed: nobody for two working days, then the unit's head, and one rung more each two working days.
 * @example rungOf(instantAt('2022-03-18', '16:00'), instantAt('2022-03-22', '16:00')) // { rung: 'unit-head', workingDays: 2 }
 */
export function rungOf(dueAt: Date, now: Date): Climb {
  const height = heightAt(dueAt, now);
  return { rung: height === 0 ? 'none' : ladder[height - 1]!, workingDays: workingDaysSince(dueAt, now) };
}

/** When it climbs next; null from the topmost rung on. */
export function nextRungAt(dueAt: Date, now: Date): Date | null {
  const height = heightAt(dueAt, now);
  return height === ladder.length ? null : reachedAt(dueAt, height + 1);
}
