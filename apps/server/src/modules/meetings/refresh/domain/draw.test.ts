import type { CandidateKind } from '@makaverse/contract/meetings-room';
import { candidateKind } from '@makaverse/contract/meetings-room';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawAgenda, findContradiction, type Steering } from './draw.ts';
import { gatherTopics, rungs, type Trouble } from './trouble.ts';
import { weigh } from './weigh.ts';

const trouble = (kind: CandidateKind, directive: string, unitId: string, more: Partial<Trouble> = {}): Trouble => ({
  kind,
  subject: { kind: 'directive', id: directive, number: directive, title: `Arahan ${directive}` },
  unitId,
  workingDaysLate: 0,
  rung: 'none',
  unitsBelow: 0,
  ...more,
});
const someTrouble: fc.Arbitrary<Trouble> = fc
  .record({
    kind: fc.constantFrom(...candidateKind.options),
    directive: fc.integer({ min: 1, max: 8 }),
    unitId: fc.integer({ min: 1, max: 12 }),
    workingDaysLate: fc.integer({ min: 0, max: 30 }),
    rung: fc.constantFrom(...rungs),
    unitsBelow: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ kind, directive, unitId, ...more }) => trouble(kind, `${directive}`, `unit-${unitId}`, more));
const troubles = fc.array(someTrouble, { maxLength: 80 });
const steeringOf = (all: readonly Trouble[]): fc.Arbitrary<Steering> => {
  const keys = fc.subarray([...gatherTopics(all).map((one) => one.key), 'late:directive:ended-meanwhile']);
  return fc.record({
    minutesGiven: fc.integer({ min: 5, max: 90 }),
    pins: keys,
    drops: keys.map((dropped) => dropped.map((key) => ({ key, reason: 'Sudah dibahas' }))),
    order: keys,
  });
};
const steered = troubles.chain((all) => fc.tuple(fc.constant(all), steeringOf(all)));
const plain = (minutesGiven: number): Steering => ({ minutesGiven, pins: [], drops: [], order: [] });

describe('gatherTopics', () => {
  it('names the units of one directive together', () => {
    const topics = gatherTopics(['a', 'b', 'c'].map((unit, index) => trouble('late', '7', unit, { workingDaysLate: index })));
    expect(topics).toMatchObject([{ key: 'late:directive:7', unitIds: ['c', 'b', 'a'], workingDaysLate: 2 }]);
  });

  it('lets a unit stand by itself when it has one trouble with many directives', () => {
    const topics = gatherTopics(['10', '2', '3', '4'].map((directive) => trouble('silent', directive, 'pu')));
    expect(topics.map((one) => [one.key, one.subjects.map((subject) => subject.number)])).toEqual([
      ['silent:unit:pu', ['2', '3', '4', '10']],
    ]);
  });

  it('keeps a directive to all together although each unit has many', () => {
    const all = ['1', '2', '3', '4', '5'].flatMap((directive) =>
      ['a', 'b', 'c', 'd', 'e', 'f'].map((unit) => trouble('unacknowledged', directive, unit)),
    );
    expect(gatherTopics(all).map((one) => one.key)).toEqual(['1', '2', '3', '4', '5'].map((one) => `unacknowledged:directive:${one}`));
  });

  it('loses no trouble and says none twice', () => {
    fc.assert(
      fc.property(troubles, (all) => {
        const said = gatherTopics(all).flatMap((topic) =>
          topic.subjects.flatMap((subject) => topic.unitIds.map((unit) => `${topic.kind} ${subject.id} ${unit}`)),
        );
        const given = new Set(all.map((one) => `${one.kind} ${one.subject.id} ${one.unitId}`));
        expect(new Set(said).size).toBe(said.length);
        expect(said.toSorted()).toEqual([...given].toSorted());
      }),
    );
  });
});

describe('weigh', () => {
  const [base] = gatherTopics([trouble('late', '1', 'a')]);
  const heavier = (more: Partial<Trouble>): number => weigh(gatherTopics([trouble('late', '1', 'a', more)])[0]!).value;

  it('adds the parts of its formula', () => {
    expect(weigh(base!)).toEqual({ value: 38, minutes: 4 });
    expect(heavier({ workingDaysLate: 3, rung: 'assistant', unitsBelow: 10 })).toBe(30 + 6 + 10 + 8 * 4);
    expect(weigh(gatherTopics([trouble('awaiting-appointment', '1', 'a')])[0]!)).toEqual({ value: 30 + 8 + 25, minutes: 2 });
  });

  it('never falls when the trouble grows', () => {
    for (const more of [{ isRed: true }, { workingDaysLate: 1 }, { rung: 'unit-head' as const }, { unitsBelow: 1 }])
      expect(heavier(more)).toBeGreaterThan(heavier({}));
  });
});

describe('drawAgenda', () => {
  it('follows pins, drops and order, stays within the minutes and tells why each other is out', () => {
    fc.assert(
      fc.property(steered, ([all, steering]) => {
        const topics = gatherTopics(all);
        const drawn = drawAgenda(topics, steering);
        const selected = drawn.topics.filter((one) => one.isSelected);
        const dropped = new Set(steering.drops.map((one) => one.key));
        expect(drawn.topics.map((one) => one.key).toSorted()).toEqual(topics.map((one) => one.key).toSorted());
        expect(drawn.order).toEqual(selected.map((one) => one.key));
        expect(drawn.minutesUsed).toBe(selected.reduce((sum, one) => sum + one.minutes, 0));
        expect(drawn.minutesUsed).toBeLessThanOrEqual(steering.minutesGiven);
        expect(selected.filter((one) => dropped.has(one.key))).toEqual([]);
        for (const one of drawn.topics) expect(one.leftOut).toBe(one.isSelected ? null : dropped.has(one.key) ? 'dropped' : 'no-room');
        const pinsFit = findContradiction(topics, { ...steering, drops: [] }) === null;
        const pinnedOut = drawn.topics.filter((one) => one.isPinned && !one.isSelected);
        if (pinsFit) expect(pinnedOut).toEqual([]);
        const byHand = steering.order.filter((key) => drawn.order.includes(key));
        expect(drawn.order.slice(0, byHand.length)).toEqual(byHand);
      }),
    );
  });

  it('draws the same agenda from the same data in any order', () => {
    const shuffled = steered.chain(([all, steering]) =>
      fc.tuple(fc.constant(all), fc.constant(steering), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, steering, other]) => {
        expect(drawAgenda(gatherTopics(other), steering)).toEqual(drawAgenda(gatherTopics(all), steering));
      }),
    );
  });

  it('draws the same agenda from the same story, though the records got other ids', () => {
    const told = (deal: (name: string) => string): Trouble[] =>
      ['1', '2', '3'].flatMap((number) =>
        ['pu', 'health'].map((unit) =>
          trouble('late', deal(number), deal(unit), { subject: { kind: 'directive', id: deal(number), number, title: number } }),
        ),
      );
    const codes = { pu: '1.03', health: '1.02' };
    const inWords = (ids: readonly string[]): string[][] => {
      const deal = (name: string): string => ids[['1', '2', '3', 'pu', 'health'].indexOf(name)]!;
      const codeOf = (id: string): string => (id === deal('pu') ? codes.pu : codes.health);
      return drawAgenda(gatherTopics(told(deal), codeOf), plain(10)).topics.map((one) => [
        ...one.subjects.map((subject) => subject.number),
        ...one.unitIds.map(codeOf),
        `${one.isSelected}`,
      ]);
    };
    const expected = ['1', '2', '3'].map((number) => [number, codes.health, codes.pu, `${number !== '3'}`]);
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 5 }), (ids) => {
        expect(inWords(ids)).toEqual(expected);
      }),
    );
  });

  it('loses no value when more minutes are given', () => {
    fc.assert(
      fc.property(troubles, fc.integer({ min: 5, max: 60 }), fc.integer({ min: 0, max: 60 }), (all, minutes, more) => {
        const topics = gatherTopics(all);
        const few = drawAgenda(topics, plain(minutes));
        expect(drawAgenda(topics, plain(minutes + more)).valueSelected).toBeGreaterThanOrEqual(few.valueSelected);
      }),
    );
  });

  it('talks about a directive once, in the order of its steps, the weightiest matter first', () => {
    const all = [
      trouble('late', '1', 'a', { workingDaysLate: 2 }),
      trouble('without-nominee', '1', 'b'),
      trouble('late', '2', 'a', { workingDaysLate: 9, rung: 'mayor' }),
      trouble('unacknowledged', '2', 'c'),
    ];
    expect(drawAgenda(gatherTopics(all), plain(60)).order).toEqual([
      'unacknowledged:directive:2',
      'late:directive:2',
      'without-nominee:directive:1',
      'late:directive:1',
    ]);
  });

  it('names what cannot be followed', () => {
    const topics = gatherTopics([trouble('late', '1', 'a'), trouble('late', '2', 'b')]);
    const pins = ['late:directive:1', 'late:directive:2'];
    expect(findContradiction(topics, { ...plain(7), pins })).toEqual({ code: 'refresh-pins-too-long', minutesPinned: 8 });
    expect(findContradiction(topics, { ...plain(8), pins })).toBeNull();
    expect(findContradiction(topics, { ...plain(8), pins, drops: [{ key: pins[0]!, reason: 'x' }] })).toEqual({
      code: 'refresh-pinned-and-dropped',
      key: 'late:directive:1',
    });
  });
});
