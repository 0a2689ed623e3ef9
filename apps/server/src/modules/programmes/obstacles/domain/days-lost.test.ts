import { addDays } from '@makaverse/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysLostTo, type Delay } from './days-lost.ts';

const today = '2022-04-30';
const first = '2022-01-01';
const delay = (sinceOn: string, wishes: Partial<Delay> = {}): Delay => ({
  sinceOn,
  solvedOn: null,
  sentOn: null,
  answeredOn: null,
  ...wishes,
});

describe('days lost', () => {
  it.each([
    ['no letter', delay('2022-04-20'), { ours: 10, theirs: 0 }],
    ['a letter without answer', delay('2022-04-20', { sentOn: '2022-04-24' }), { ours: 4, theirs: 6 }],
    ['a letter answered', delay('2022-04-20', { sentOn: '2022-04-24', answeredOn: '2022-04-27' }), { ours: 7, theirs: 3 }],
    ['solved', delay('2022-04-20', { solvedOn: '2022-04-25', sentOn: '2022-04-24' }), { ours: 4, theirs: 1 }],
    ['reported today', delay(today), { ours: 0, theirs: 0 }],
  ])('with %s', (_, one, expected) => {
    expect(daysLostTo([one], today)).toEqual(expected);
  });

  it('are ours where one of two delays of a day is ours', () => {
    expect(daysLostTo([delay('2022-04-20', { sentOn: '2022-04-20' }), delay('2022-04-26')], today)).toEqual({ ours: 4, theirs: 6 });
  });

  /** Day by day, as one would count on a wall calendar. */
  const plain = (delays: readonly Delay[]): { ours: number; theirs: number } => {
    const counted = { ours: 0, theirs: 0 };
    for (let day = first; day < today; day = addDays(day, 1)) {
      const running = delays.filter((one) => one.sinceOn <= day && day < (one.solvedOn ?? today));
      const isTheirs = (one: Delay): boolean =>
        one.sentOn !== null && one.sentOn <= day && (one.answeredOn === null || day < one.answeredOn);
      if (running.length > 0) counted[running.every(isTheirs) ? 'theirs' : 'ours'] += 1;
    }
    return counted;
  };
  const anyDay = fc.integer({ min: 0, max: 118 }).map((days) => addDays(first, days));
  const anyDelay = fc.tuple(anyDay, anyDay, anyDay, anyDay, fc.nat(7)).map(([...given]) => {
    const [since, sent, answered, solved] = (given.slice(0, 4) as string[]).toSorted();
    const kind = given[4];
    return delay(since!, {
      ...(kind % 2 === 1 && { sentOn: sent! }),
      ...(kind % 4 === 3 && { answeredOn: answered! }),
      ...(kind >= 4 && { solvedOn: solved! }),
    });
  });
  it('are those one counts day by day', () => {
    fc.assert(
      fc.property(fc.array(anyDelay, { maxLength: 6 }), (delays) => {
        expect(daysLostTo(delays, today)).toEqual(plain(delays));
      }),
    );
  });
});
