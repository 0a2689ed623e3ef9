import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenWithin } from './spoken-at.ts';

const at = (time: string): Date => new Date(`2022-03-15T${time}+08:00`);
const meeting = { startedAt: at('19:00:00'), now: at('20:00:00') };

describe('when words were spoken', () => {
  it('is now unless it is said', () => {
    expect(spokenWithin(meeting, undefined)).toEqual(meeting.now);
  });

  it('is any moment since the opening, and sets a straying clock right', () => {
    expect(spokenWithin(meeting, at('19:31:12'))).toEqual(at('19:31:12'));
    expect(spokenWithin(meeting, at('20:05:00'))).toEqual(meeting.now);
    expect(spokenWithin(meeting, at('18:55:00'))).toEqual(meeting.startedAt);
  });

  it('is refused far outside', () => {
    expect(spokenWithin(meeting, at('20:05:01'))).toBeNull();
    expect(spokenWithin(meeting, at('18:54:59'))).toBeNull();
    expect(spokenWithin(meeting, new Date(Number.NaN))).toBeNull();
  });

  it('never leaves the meeting', () => {
    const moment = fc.date({ min: at('12:00:00'), max: at('23:00:00'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (said) => {
        const spoken = spokenWithin(meeting, said);
        if (spoken !== null) expect(spoken >= meeting.startedAt && spoken <= meeting.now).toBe(true);
      }),
    );
  });
});
