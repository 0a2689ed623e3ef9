import type { Holding } from '@makaverse/contract/identity-directory';
import { describe, expect, it } from 'vitest';
import { lastDay, periodForm } from './period-words.ts';
import { byRank, newestFirst, whenHeld } from './position-time.ts';

const holding = (name: string, more: Partial<Holding> = {}): Holding => ({
  positionId: name,
  unit: { id: 'u', code: 'U', kind: 'agency', name: 'Unit', shortName: 'U' },
  person: { id: name, name, title: '' },
  kind: 'member',
  title: 'Staf',
  acting: null,
  from: '2022-01-01',
  to: null,
  ...more,
});
const names = (holdings: readonly Holding[]): string[] => holdings.map((one) => one.positionId);

describe('whenHeld', () => {
  it.each([
    ['2021-12-31', 'before'],
    ['2022-01-01', 'now'],
    ['2022-03-09', 'now'],
    ['2022-03-10', 'over'],
  ] as const)('on %s a position of [1 January, 10 March) is %s', (day, when) => {
    expect(whenHeld({ from: '2022-01-01', to: '2022-03-10' }, day)).toBe(when);
  });
  it('runs on without an end', () => {
    expect(whenHeld({ from: '2022-01-01', to: null }, '2199-12-31')).toBe('now');
  });
});

it('puts the acting head before the head, the head before the rest, equals by name', () => {
  const held = [holding('Zaid'), holding('Head', { kind: 'head' }), holding('Plt', { kind: 'head', acting: 'plt' }), holding('Amir')];
  expect(names(held.toSorted(byRank))).toEqual(['Plt', 'Head', 'Amir', 'Zaid']);
});

it('puts the newest first, and what runs before what ended the same day', () => {
  const held = [holding('old', { to: '2022-02-01' }), holding('new', { from: '2022-03-01' }), holding('runs')];
  expect(names(held.toSorted(newestFirst))).toEqual(['new', 'runs', 'old']);
});

describe('a period in words', () => {
  it('names the last day held, not the first day no more', () => {
    expect(lastDay({ from: '2022-01-01', to: '2022-03-01' })).toBe('2022-02-28');
    expect(periodForm({ from: '2022-01-01', to: '2022-03-01' })).toBe('until');
  });
  it('has no last day while it runs', () => {
    expect(lastDay({ from: '2022-01-01', to: null })).toBeNull();
    expect(periodForm({ from: '2022-01-01', to: null })).toBe('since');
  });
  it('knows a position taken back before it was held', () => {
    expect(lastDay({ from: '2022-01-01', to: '2022-01-01' })).toBeNull();
    expect(periodForm({ from: '2022-01-01', to: '2022-01-01' })).toBe('never');
  });
});
