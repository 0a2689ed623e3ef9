import type { AgendaItem } from '@makaverse/contract/meetings';
import { expect, it } from 'vitest';
import { clockAt, type ClockReading } from './meeting-clock.ts';

const reading: ClockReading = {
  now: '2022-03-15T19:00:00.000+08:00',
  current: { id: 'a' } as AgendaItem,
  secondsUsed: 100,
  secondsGiven: 240,
  plannedMinutesLeft: 30,
  minutesLeft: 60,
};

it('ticks on between two readings and goes below zero', () => {
  expect(clockAt(reading, 5_000, 5_000)).toEqual({
    now: '2022-03-15T11:00:00.000Z',
    itemSecondsLeft: 140,
    minutesLeft: 60,
    minutesShort: -27,
  });
  expect(clockAt(reading, 5_000, 6_900).itemSecondsLeft).toBe(139);
  expect(clockAt(reading, 0, 3_660_000)).toMatchObject({ itemSecondsLeft: -3520, minutesLeft: -1, minutesShort: 31 });
});

it('stands still while nothing is under way', () => {
  expect(clockAt({ ...reading, current: null, secondsUsed: 0, secondsGiven: 0 }, 0, 90_000)).toMatchObject({
    itemSecondsLeft: 0,
    minutesShort: -28,
  });
});

it('does not run backwards when the device clock is set back', () => {
  expect(clockAt(reading, 10_000, 0)).toEqual(clockAt(reading, 0, 0));
});
