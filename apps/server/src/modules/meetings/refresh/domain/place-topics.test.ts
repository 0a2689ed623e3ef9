import type { AgendaDraftItem } from '@makaverse/contract/meetings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAgenda, deepest } from '../../calling/domain/arrange.ts';
import { placeTopics, type PlacedPoint, type StandingPoint } from './place-topics.ts';

const point = (id: string, more: Partial<StandingPoint> = {}): StandingPoint => ({
  id,
  parentId: null,
  topicKey: null,
  isInUse: false,
  ...more,
});
const counted = (): (() => string) => {
  let count = 0;
  return () => `new-${(count += 1)}`;
};
const place = (standing: readonly StandingPoint[], keys: readonly string[]): PlacedPoint[] =>
  placeTopics(standing, keys, { levels: deepest, newId: counted() });
const inWords = (placed: readonly PlacedPoint[]): string[] =>
  placed.map((one) => [one.id, one.topicKey ?? '-', one.parentId ?? '-'].join(' '));

/** Any agenda: parents before children, some of its points written by topics. */
const agendasOf = (levelsUsed: number): fc.Arbitrary<StandingPoint[]> =>
  fc.array(fc.record({ below: fc.nat(), isTopic: fc.boolean(), isInUse: fc.boolean() }), { maxLength: 14 }).map((plans) => {
    const points: StandingPoint[] = [];
    const levels = new Map<string | null, number>([[null, 0]]);
    for (const [index, plan] of plans.entries()) {
      const parents = [null, ...points.map((one) => one.id)].filter((id) => levels.get(id)! < levelsUsed);
      const parentId = parents[plan.below % parents.length]!;
      const id = `p${index}`;
      levels.set(id, levels.get(parentId)! + 1);
      points.push(point(id, { parentId, topicKey: plan.isTopic ? `t${index}` : null, isInUse: plan.isInUse }));
    }
    return points;
  });
const selections = fc.uniqueArray(
  fc.integer({ min: 0, max: 20 }).map((number) => `t${number}`),
  { maxLength: 10 },
);

describe('placeTopics', () => {
  it('puts topics at the end of an agenda that has none', () => {
    expect(inWords(place([point('opening'), point('closing')], ['a', 'b']))).toEqual([
      'opening - -',
      'closing - -',
      'new-1 a -',
      'new-2 b -',
    ]);
  });

  it('puts them where the earlier ones stood, and takes away only what topics wrote', () => {
    const standing = [point('opening'), point('1', { topicKey: 'a' }), point('2', { topicKey: 'b' }), point('closing')];
    expect(inWords(place(standing, ['c', 'b']))).toEqual(['opening - -', 'new-1 c -', '2 b -', 'closing - -']);
  });

  it('leaves what somebody has added to, though its topic is out', () => {
    const standing = [point('1', { topicKey: 'a', isInUse: true }), point('2', { topicKey: 'b' })];
    expect(inWords(place(standing, ['c']))).toEqual(['new-1 c -', '1 - -']);
  });

  it('stays in the section it was put in, and keeps what was put below it', () => {
    const standing = [
      point('talk'),
      point('1', { parentId: 'talk', topicKey: 'a' }),
      point('own', { parentId: '1' }),
      point('2', { parentId: 'talk', topicKey: 'b' }),
      point('other', { parentId: '2' }),
    ];
    expect(inWords(place(standing, ['a', 'c']))).toEqual(['talk - -', '1 a talk', 'own - 1', 'new-1 c talk', 'other - talk']);
  });

  it('makes an agenda that can be kept, loses no point made by hand and names each topic once, in its order', () => {
    fc.assert(
      fc.property(agendasOf(deepest), selections, (standing, keys) => {
        const placed = place(standing, keys);
        const asDrafts = placed.map(({ id, parentId }): AgendaDraftItem => ({
          id,
          parentId,
          kind: 'item',
          title: id,
          minutes: 1,
          presenterUnitId: null,
        }));
        expect(() =>
          checkAgenda(
            asDrafts,
            standing.map((one) => ({ ...one, title: one.id })),
          ),
        ).not.toThrow();
        expect(placed.flatMap((one) => one.topicKey ?? [])).toEqual(keys);
        const ids = new Set(placed.map((one) => one.id));
        for (const one of standing) {
          const isGone = one.topicKey !== null && !one.isInUse && !keys.includes(one.topicKey);
          expect([one.id, ids.has(one.id)]).toEqual([one.id, !isGone]);
        }
      }),
    );
  });

  it('changes nothing when the same topics are placed again, unless some had to be put beside what they hung on', () => {
    fc.assert(
      fc.property(agendasOf(deepest - 1), selections, (standing, keys) => {
        const first = place(standing, keys);
        const topicOf = new Map(standing.map((one) => [one.id, one.topicKey]));
        const kept = first.map((one) => ({
          ...point(one.id),
          parentId: one.parentId,
          topicKey: one.topicKey ?? topicOf.get(one.id) ?? null,
          isInUse: true,
        }));
        expect(placeTopics(kept, keys, { levels: deepest, newId: () => 'another' })).toEqual(first);
      }),
    );
  });
});
