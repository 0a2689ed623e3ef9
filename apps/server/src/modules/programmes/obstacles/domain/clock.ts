import { deadlineAfterWorkingDays } from '@makaverse/calendar';
import { rung, type Rung } from '@makaverse/contract/programmes';
import { rungOf } from '#modules/directives';

/** An obstacle's clock: on which rung (1 is the lowest) and when it began, and until when it rests because somebody gave a date. */
export interface ObstacleClock {
  readonly height: number;
  readonly from: Date;
  readonly restsUntil: Date | null;
}

export const lowest = 1;
export const highest = rung.options.length - 1;
export const workingDaysPerRung = 2;

/** What the heights are called. */
export function rungAt(height: number): Rung {
  return rung.options[height]!;
}

/** A date that was given and not kept is the moment from which it climbs on, from where it was. */
function runsFrom({ from, restsUntil }: ObstacleClock): Date {
  return restsUntil ?? from;
}

/** How high an obstacle has climbed: unlike a missed deadline it lies with the lowest rung from the first hour, and climbs each two working days. */
export function heightAt(clock: ObstacleClock, now: Date): number {
  const climbed = rung.options.indexOf(rungOf(runsFrom(clock), now).rung);
  return Math.min(highest, clock.height + climbed);
}

/** When whoever it lies with now should have answered. */
export function dueAt(clock: ObstacleClock, now: Date): Date {
  const { height, restsUntil } = clock;
  if (restsUntil !== null && now <= restsUntil) return restsUntil;
  return deadlineAfterWorkingDays(runsFrom(clock), workingDaysPerRung * (heightAt(clock, now) - height + 1));
}

/** Since when it lies on its present rung. */
export function liesSince(clock: ObstacleClock, now: Date): Date {
  const climbed = heightAt(clock, now) - clock.height;
  return climbed === 0 ? clock.from : deadlineAfterWorkingDays(runsFrom(clock), workingDaysPerRung * climbed);
}

/** When it climbs next; null from the highest rung on. */
export function nextClimbAt(clock: ObstacleClock, now: Date): Date | null {
  const height = heightAt(clock, now);
  if (height === highest) return null;
  return deadlineAfterWorkingDays(runsFrom(clock), workingDaysPerRung * (height - clock.height + 1));
}

/** The deadline that passed: the date that was given and not kept, or the highest rung's; null while none has. */
export function lateSince(clock: ObstacleClock, now: Date): Date | null {
  const { restsUntil } = clock;
  if (restsUntil !== null && now > restsUntil) return restsUntil;
  const due = dueAt(clock, now);
  return now > due ? due : null;
}
