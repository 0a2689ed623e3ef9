import type { Ask } from '@makaverse/contract/today';
import { describe, expect, it } from 'vitest';
import { digestDayOf, digestOf, noticesBeside } from './digest.ts';

const ask = (key: number): Ask => ({
  key: String(key),
  kind: 'nominate',
  title: 'Usulkan',
  detail: '',
  from: null,
  since: '2022-03-15T11:00:00.000Z',
  dueAt: null,
  isLate: false,
  href: '/usulan/1',
  urgency: 1,
});

describe('the day of the morning mail', () => {
  it.each([
    ['2022-03-22T06:59:59+08:00', null],
    ['2022-03-22T07:00:00+08:00', '2022-03-22'],
    ['2022-03-22T15:59:00+08:00', '2022-03-22'],
    ['2022-03-22T16:00:00+08:00', null],
    // Saturday; the day of silence (Nyepi); joint leave after Eid al-Fitr.
    ['2022-03-19T07:00:00+08:00', null],
    ['2022-03-03T07:00:00+08:00', null],
    ['2022-05-05T07:00:00+08:00', null],
    // Still the evening before in UTC.
    ['2022-03-21T23:30:00Z', '2022-03-22'],
  ])('at %s is %s', (now, day) => {
    expect(digestDayOf(new Date(now))).toBe(day);
  });
});

describe('what the mail names', () => {
  it('is the first thirty, and counts the rest', () => {
    const asks = Array.from({ length: 33 }, (_, key) => ask(key));
    const { shown, more } = digestOf(asks);
    expect(shown.map((one) => one.key)).toEqual(asks.slice(0, 30).map((one) => one.key));
    expect(more).toBe(3);
    expect(digestOf([ask(1)])).toEqual({ shown: [ask(1)], more: 0 });
  });
});

describe('what is told beside what is asked', () => {
  it('is what no ask leads to', () => {
    const notices = [{ href: '/tugas/1' }, { href: '/usulan/1' }, { href: '/tugas/2' }];
    expect(noticesBeside(notices, [ask(1)])).toEqual([{ href: '/tugas/1' }, { href: '/tugas/2' }]);
    expect(noticesBeside(notices, [])).toEqual(notices);
  });
});
