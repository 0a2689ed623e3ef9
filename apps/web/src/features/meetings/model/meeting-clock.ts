import type { readRoom } from '@makaverse/contract/meetings-room';
import type { ReplyOf } from '@makaverse/contract/endpoint';

/** As much of the room's reading as the clocks need. */
export type ClockReading = Pick<
  ReplyOf<typeof readRoom>,
  'now' | 'current' | 'secondsUsed' | 'secondsGiven' | 'plannedMinutesLeft' | 'minutesLeft'
>;

/** What the clocks show at a moment. */
export interface MeetingClock {
  /** The server's time, ISO 8601. */
  readonly now: string;
  /** Of the item under way; negative when over, 0 while none is. */
  readonly itemSecondsLeft: number;
  /** Until the meeting's planned end; negative when it runs over. */
  readonly minutesLeft: number;
  /** By how much what is still planned exceeds what is left; negative when there is time to spare. */
  readonly minutesShort: number;
}

/**
 * Ticks on from a reading until the next one. Only the time passed on the reader's own clock since the reading counts, so a device whose
 * clock is wrong shows the right time all the same.
 */
export function clockAt(reading: ClockReading, readAtMs: number, nowMs: number): MeetingClock {
  const elapsedMs = Math.max(0, nowMs - readAtMs);
  const elapsedSeconds = Math.floor(elapsedMs / 1000);
  const itemSecondsLeft = reading.current ? reading.secondsGiven - reading.secondsUsed - elapsedSeconds : 0;
  const minutesLeft = Math.floor(reading.minutesLeft - elapsedMs / 60_000);
  // What is over its time needs nothing more of what was planned.
  const stillPlanned = reading.plannedMinutesLeft + Math.max(0, Math.ceil(itemSecondsLeft / 60));
  return {
    now: new Date(Date.parse(reading.now) + elapsedMs).toISOString(),
    itemSecondsLeft,
    minutesLeft,
    minutesShort: stillPlanned - minutesLeft,
  };
}
