import type { Ask } from '@makaverse/contract/today';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderAsks, orderEscalated } from './order.ts';

const ask = (key: string, urgency: number, dueAt: string | null, since = '2022-03-15T19:00:00Z'): Ask => ({
  key,
  kind: 'acknowledge',
  title: key,
  detail: '',
  from: null,
  since,
  dueAt,
  isLate: false,
  href: '/',
  urgency,
});

it('puts the most urgent first, then the sooner due, then the longer waiting', () => {
  const asks = [
    ask('no term', 100, null),
    ask('later', 100, '2022-03-20T00:00:00Z'),
    ask('soon, new', 100, '2022-03-18T00:00:00Z'),
    ask('soon, old', 100, '2022-03-18T00:00:00Z', '2022-03-01T00:00:00Z'),
    ask('late', 200, '2022-03-25T00:00:00Z'),
  ];
  expect(orderAsks(asks).map((one) => one.key)).toEqual(['late', 'soon, old', 'soon, new', 'later', 'no term']);
});

it('gives the same order however the asks came in', () => {
  const one = fc.record({ key: fc.uuid(), urgency: fc.constantFrom(50, 100), due: fc.constantFrom(null, '2022-03-18T00:00:00Z') });
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: (ask) => ask.key }), fc.infiniteStream(fc.nat()), (ones, chance) => {
      const asks = ones.map(({ key, urgency, due }) => ask(key, urgency, due));
      const shuffled = asks
        .map((value) => ({ value, place: chance.next().value as number }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ value }) => value);
      expect(orderAsks(shuffled)).toEqual(orderAsks(asks));
    }),
  );
});

it('puts the highest rung first', () => {
  const climbed = (rung: 'unit-head' | 'mayor' | 'secretary', workingDays: number) => ({
    title: rung,
    detail: '',
    rung,
    workingDays,
    href: '/',
  });
  const ordered = orderEscalated([climbed('unit-head', 9), climbed('mayor', 8), climbed('secretary', 6), climbed('mayor', 12)]);
  expect(ordered.map((one) => [one.rung, one.workingDays])).toEqual([
    ['mayor', 12],
    ['mayor', 8],
    ['secretary', 6],
    ['unit-head', 9],
  ]);
});
