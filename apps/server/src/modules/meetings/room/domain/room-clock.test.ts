import { describe, expect, it } from 'vitest';
import { readClock, secondsAt, type Span, type TimedItem } from './room-clock.ts';

const at = (time: string): Date => new Date(`2022-03-15T${time}:00+08:00`);
const items: readonly TimedItem[] = [
  { id: 'opening', kind: 'item', minutes: 10 },
  { id: 'basic', kind: 'section', minutes: 0 },
  { id: 'pu', kind: 'slot', minutes: 7 },
  { id: 'health', kind: 'slot', minutes: 7 },
];
const span = (itemId: string, from: string, to: string | null): Span => ({
  itemId,
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
});
const clock = (spans: readonly Span[], now: string): ReturnType<typeof readClock> =>
  readClock({ items, spans, endsAt: at('20:00'), now: at(now) });

describe('the room clock', () => {
  it('begins with the first item as the next', () => {
    expect(clock([], '19:00')).toEqual({
      currentId: null,
      nextId: 'opening',
      secondsUsed: 0,
      secondsGiven: 0,
      plannedMinutesLeft: 24,
      minutesLeft: 60,
    });
  });

  it('shows an overrun and passes over sections', () => {
    expect(clock([span('opening', '19:00', null)], '19:12')).toMatchObject({
      currentId: 'opening',
      nextId: 'pu',
      secondsUsed: 720,
      secondsGiven: 600,
      plannedMinutesLeft: 14,
    });
  });

  it('adds up an item that was taken up twice', () => {
    const spans = [span('pu', '19:00', '19:03'), span('health', '19:03', '19:05'), span('pu', '19:05', null)];
    expect(clock(spans, '19:06')).toMatchObject({ currentId: 'pu', secondsUsed: 240, nextId: 'opening' });
    expect(secondsAt('health', spans, at('19:59'))).toBe(120);
  });

  it('goes on after the last one while nothing runs, and comes back to what was skipped', () => {
    expect(clock([span('pu', '19:00', '19:05')], '19:05')).toMatchObject({ currentId: null, nextId: 'health', secondsUsed: 0 });
    expect(clock([span('health', '19:00', '19:05')], '19:05').nextId).toBe('opening');
  });

  it('counts below zero when the meeting runs over', () => {
    expect(clock([], '20:10').minutesLeft).toBe(-10);
  });
});
