import { describe, expect, test } from 'vitest';
import { milestoneNetwork } from './milestone-network.ts';
import type { Milestone, Programme } from './programme.ts';
import { DependencyCycle, DuplicateId, FinishedInFuture, InvalidWorkingDay, TooManyMilestones, UnknownDependency } from './refusals.ts';

function step(id: string, after: readonly string[] = [], rest: Partial<Milestone> = {}): Milestone {
  return { id, after, plannedFinish: 10, finished: null, ...rest };
}

function programme(milestones: readonly Milestone[], rest: Partial<Programme> = {}): Programme {
  return { id: 'p', unit: 'u', start: 0, due: 100, milestones, ...rest };
}

describe('a network', () => {
  test('has each milestone after all it waits for, and its own time of the plan', () => {
    const network = milestoneNetwork(
      programme([
        step('open', ['build', 'papers'], { plannedFinish: 50 }),
        step('build', ['design'], { plannedFinish: 45 }),
        step('papers', [], { plannedFinish: 30, finished: 33 }),
        step('design', [], { plannedFinish: 20, finished: 26 }),
      ]),
      40,
    );
    const ids = network.milestones.map((one) => one.id);
    for (const [index, before] of network.after.entries()) expect(Math.max(-1, ...before)).toBeLessThan(index);
    const of = (id: string): [number | undefined, number | null | undefined] => [
      network.plannedDays[ids.indexOf(id)],
      network.couldBegin[ids.indexOf(id)],
    ];
    expect(of('design')).toEqual([20, 0]);
    expect(of('papers')).toEqual([30, 0]);
    expect(of('build')).toEqual([25, 26]);
    expect(of('open')).toEqual([5, null]);
  });

  test('takes a plan out of order as one working day', () => {
    const network = milestoneNetwork(programme([step('a', [], { plannedFinish: 20 }), step('b', ['a'], { plannedFinish: 5 })]), 0);
    expect([...network.plannedDays]).toEqual([20, 1]);
  });

  test('follows a chain of a thousand', () => {
    const chain = Array.from({ length: 1000 }, (_, index) => step(`m${index}`, index === 999 ? [] : [`m${index + 1}`]));
    expect(milestoneNetwork(programme(chain), 0).milestones[0]?.id).toBe('m999');
  });
});

describe('refuses', () => {
  test('a circle, and names who is in it', () => {
    const circle = programme([step('x', ['a']), step('a', ['b']), step('b', ['c']), step('c', ['a'])]);
    expect(() => milestoneNetwork(circle, 0)).toThrow(DependencyCycle);
    expect(() => milestoneNetwork(circle, 0)).toThrow('a, b, c');
    expect(() => milestoneNetwork(programme([step('a', ['a'])]), 0)).toThrow(DependencyCycle);
  });

  test.each([
    ['a dependency on nothing', [step('a', ['z'])], UnknownDependency],
    ['the same id twice', [step('a'), step('a')], DuplicateId],
    ['a day that is no number', [step('a', [], { plannedFinish: Number.NaN })], InvalidWorkingDay],
    ['half a day', [step('a', [], { finished: -0.5 })], InvalidWorkingDay],
    ['a day beyond all calendars', [step('a', [], { plannedFinish: 1e9 })], InvalidWorkingDay],
    ['a milestone reached tomorrow', [step('a', [], { finished: 1 })], FinishedInFuture],
    ['more than a thousand', Array.from({ length: 1001 }, (_, index) => step(`m${index}`)), TooManyMilestones],
  ])('%s', (_, milestones, refusal) => {
    expect(() => milestoneNetwork(programme(milestones), 0)).toThrow(refusal);
  });

  test.each([{ start: Number.POSITIVE_INFINITY }, { due: 0.5 }])('%j', (rest) => {
    expect(() => milestoneNetwork(programme([step('a')], rest), 0)).toThrow(InvalidWorkingDay);
  });

  test('ids that mean something to JavaScript are only ids', () => {
    const ids = ['__proto__', 'constructor', 'toString'];
    const network = milestoneNetwork(programme(ids.map((id, index) => step(id, ids.slice(0, index)))), 0);
    expect(network.milestones.map((one) => one.id)).toEqual(ids);
  });
});
