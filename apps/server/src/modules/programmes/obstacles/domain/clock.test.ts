import { HOLIDAY_YEARS } from '@makaverse/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueAt, heightAt, highest, lateSince, liesSince, nextClimbAt, rungAt, type ObstacleClock } from './clock.ts';

/**
 * The second, plain implementation: a list of every closing hour of an open day, holidays and joint leave struck off; a clock passes two
 * of them for each rung.
 */
const closed = new Set(HOLIDAY_YEARS.flatMap(({ holidays }) => holidays.map(({ date }) => date)));
const closingHours: number[] = [];
const openUpTo = new Map<number, number>();
const dayMs = 86_400_000;
const witaMs = 8 * 3_600_000;
for (let day = Date.UTC(2021, 0, 1); day < Date.UTC(2028, 0, 1); day += dayMs) {
  const weekday = new Date(day).getUTCDay();
  if (weekday !== 0 && weekday !== 6 && !closed.has(new Date(day).toISOString().slice(0, 10))) closingHours.push(day + 8 * 3_600_000);
  // Open days up to and including this one, by its day number.
  openUpTo.set(day / dayMs, closingHours.length);
}
function plainHeight({ height, from, restsUntil }: ObstacleClock, now: number): number {
  if (restsUntil !== null && now <= restsUntil.getTime()) return height;
  const start = (restsUntil ?? from).getTime();
  const first = openUpTo.get(Math.floor((start + witaMs) / dayMs))!;
  let climbed = 0;
  while (height + climbed < 4 && now >= closingHours[first + 2 * (climbed + 1) - 1]!) climbed += 1;
  return height + climbed;
}

/** Park & Miller 1988: enough for dates, and the same dates each time. */
function* randomNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) yield (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('the ladder against the plain list', () => {
  it('stands on the same rung on a million random dates, over holidays and joint leave', { timeout: 1_800_000 }, () => {
    const random = randomNumbers(20_220_315);
    const next = (): number => random.next().value;
    const span = Date.UTC(2027, 9, 1) - Date.UTC(2021, 0, 4);
    const wrong: unknown[] = [];
    for (let run = 0; run < 1_000_000; run += 1) {
      const from = new Date(Date.UTC(2021, 0, 4) + Math.floor(next() * span));
      const restsUntil = next() < 0.3 ? new Date(from.getTime() + Math.floor(next() * 30 * dayMs)) : null;
      const clock = { height: 1 + Math.floor(next() * 4), from, restsUntil };
      const now = from.getTime() + Math.floor(next() * 20 * dayMs);
      if (heightAt(clock, new Date(now)) !== plainHeight(clock, now)) wrong.push({ clock, now: new Date(now) });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

const moment = fc.date({ min: new Date('2022-01-10T00:00:00Z'), max: new Date('2026-06-01T00:00:00Z'), noInvalidDate: true });
const anyClock: fc.Arbitrary<ObstacleClock> = fc
  .record({ height: fc.integer({ min: 1, max: highest }), from: moment, rest: fc.option(fc.integer({ min: 1, max: 40 })) })
  .map(({ height, from, rest }) => ({ height, from, restsUntil: rest === null ? null : new Date(from.getTime() + rest * dayMs) }));
const later = fc.integer({ min: 0, max: 60 * 24 });
const hoursAfter = (clock: ObstacleClock, hours: number): Date => new Date(clock.from.getTime() + hours * 3_600_000);

describe('the clock', () => {
  it('climbs exactly one rung at the moment that was announced, and never above the mayor', () => {
    fc.assert(
      fc.property(anyClock, later, (clock, hours) => {
        const now = hoursAfter(clock, hours);
        const next = nextClimbAt(clock, now);
        expect(next === null).toBe(heightAt(clock, now) === highest);
        if (next === null) return;
        expect(next > now).toBe(true);
        expect(heightAt(clock, next)).toBe(heightAt(clock, now) + 1);
        expect(heightAt(clock, new Date(next.getTime() - 1))).toBe(heightAt(clock, now));
      }),
    );
  });

  it('lies on a rung from before now until after, unless it is late', () => {
    fc.assert(
      fc.property(anyClock, later, (clock, hours) => {
        const now = hoursAfter(clock, hours);
        expect(liesSince(clock, now) <= now).toBe(true);
        if (clock.restsUntil !== null && now > clock.restsUntil) expect(lateSince(clock, now)).toEqual(clock.restsUntil);
        if (now > dueAt(clock, now)) expect(lateSince(clock, now)).not.toBe(null);
        if (clock.restsUntil !== null && now <= clock.restsUntil) {
          expect(lateSince(clock, now)).toBe(null);
          expect(dueAt(clock, now)).toEqual(clock.restsUntil);
        }
      }),
    );
  });

  it('calls the rungs by their names', () => {
    expect([1, 2, 3, 4].map(rungAt)).toEqual(['unit-head', 'assistant', 'secretary', 'mayor']);
  });
});
