import { instantAt } from '@makaverse/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextNoticeAt, noticesDue, noticesOf } from './notices.ts';

const since = instantAt('2022-03-15', '21:00');
const due = instantAt('2022-03-18', '16:00');
const spoken = (from: Date, to: Date): string[] =>
  [...noticesOf(from, to)].map(({ cause, at }) => `${at.toISOString().slice(5, 16)} ${cause}`);

describe('what is told of a deadline', () => {
  it('is the day before, the deadline, and four rungs two working days apart', () => {
    expect(spoken(since, due)).toEqual([
      '03-17T08:00 before-due',
      '03-18T08:00 at-due',
      '03-22T08:00 rung-unit-head',
      '03-24T08:00 rung-assistant',
      '03-28T08:00 rung-secretary',
      '03-30T08:00 rung-mayor',
    ]);
  });

  it('climbs no rung while offices are closed: Nyepi, weekends, the joint leave of Eid al-Fitr', () => {
    expect(spoken(instantAt('2022-03-01', '09:00'), instantAt('2022-03-02', '16:00')).slice(-4)).toEqual([
      '03-07T08:00 rung-unit-head',
      '03-09T08:00 rung-assistant',
      '03-11T08:00 rung-secretary',
      '03-15T08:00 rung-mayor',
    ]);
    expect(spoken(instantAt('2022-04-26', '09:00'), instantAt('2022-04-28', '16:00'))[2]).toBe('05-10T08:00 rung-unit-head');
  });

  it('says nothing of a day left to who was given less', () => {
    expect(spoken(instantAt('2022-03-17', '16:00'), due)[0]).toBe('03-18T08:00 at-due');
    expect(spoken(instantAt('2022-03-17', '15:59'), due)[0]).toBe('03-17T08:00 before-due');
  });

  it('asks nothing of years whose holidays are not decided', () => {
    const far = instantAt('2199-12-31', '16:00');
    expect(nextNoticeAt(since, far, since)).toEqual(instantAt('2199-12-30', '16:00'));
    expect(noticesDue(since, far, due)).toEqual([]);
    expect(noticesDue(instantAt('2027-12-01', '09:00'), instantAt('2027-12-31', '16:00'), instantAt('2027-12-31', '15:00'))).toHaveLength(
      1,
    );
  });
});

describe('what is to be told now', () => {
  const causes = (now: Date): string[] => noticesDue(since, due, now).map(({ cause }) => cause);

  it('begins with the minute, and no day is said to be left once it is over', () => {
    expect(causes(instantAt('2022-03-17', '15:59'))).toEqual([]);
    expect(causes(instantAt('2022-03-17', '16:00'))).toEqual(['before-due']);
    expect(causes(instantAt('2022-03-18', '15:59'))).toEqual(['before-due']);
    expect(causes(due)).toEqual(['at-due']);
    expect(causes(instantAt('2022-03-24', '16:00'))).toEqual(['at-due', 'rung-unit-head', 'rung-assistant']);
  });

  it('ends: after the mayor nothing is next, and nothing of what has no deadline', () => {
    expect(nextNoticeAt(since, due, instantAt('2022-03-30', '16:00'))).toBeNull();
    expect(nextNoticeAt(since, null, since)).toBeNull();
  });

  it('is never before the next look was due, whenever somebody looks', () => {
    const minutes = fc.integer({ min: 1, max: 40 * 24 * 60 });
    fc.assert(
      fc.property(minutes, minutes, (term, passed) => {
        const to = new Date(since.getTime() + term * 60_000);
        const now = new Date(since.getTime() + passed * 60_000);
        const next = nextNoticeAt(since, to, since)!;
        if (now < next) expect(noticesDue(since, to, now)).toEqual([]);
        else expect(noticesDue(since, to, now).length > 0 || now < to).toBe(true);
        const after = nextNoticeAt(since, to, now);
        if (after !== null) {
          expect(after > now).toBe(true);
          expect(noticesDue(since, to, after).at(-1)!.at).toEqual(after);
        }
      }),
    );
  });
});
