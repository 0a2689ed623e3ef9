import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hoursLater, instantAt, InvalidClockTime, InvalidInstant, witaDate, witaTime } from './wita.ts';

const anyInstant = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true });

describe('the clock in Makassar', () => {
  test('is eight hours ahead of UTC, summer and winter', () => {
    expect(witaDate(new Date('2022-03-22T15:59:59Z'))).toBe('2022-03-22');
    expect(witaDate(new Date('2022-03-22T16:00:00Z'))).toBe('2022-03-23');
    expect(witaTime(new Date('2022-07-22T01:05:59Z'))).toBe('09:05');
    expect(instantAt('2022-01-01', '00:00').toISOString()).toBe('2021-12-31T16:00:00.000Z');
  });

  test('agrees with the time zone database', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar', dateStyle: 'short', timeStyle: 'short' });
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(`${witaDate(instant)} ${witaTime(instant)}`).toBe(zone.format(instant));
      }),
    );
  });

  test('reads back what it shows, to the minute', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const minute = Math.floor(instant.getTime() / 60_000) * 60_000;
        expect(instantAt(witaDate(instant), witaTime(instant)).getTime()).toBe(minute);
      }),
    );
  });

  test.each(['24:00', '9:00', '09.00', '09:60', '', '09:00:00'])('refuses the time %j', (time) => {
    expect(() => instantAt('2022-03-22', time)).toThrow(InvalidClockTime);
  });

  test('refuses invalid instants', () => {
    expect(() => witaDate(new Date('nonsense'))).toThrow(InvalidInstant);
    expect(() => hoursLater(new Date('nonsense'), 1)).toThrow(InvalidInstant);
    expect(() => hoursLater(new Date(0), Number.NaN)).toThrow(InvalidInstant);
  });
});

test('48 hours run through the weekend', () => {
  expect(hoursLater(instantAt('2022-03-25', '16:00'), 48)).toEqual(instantAt('2022-03-27', '16:00'));
  expect(hoursLater(instantAt('2022-03-25', '16:00'), -0.5)).toEqual(instantAt('2022-03-25', '15:30'));
});
