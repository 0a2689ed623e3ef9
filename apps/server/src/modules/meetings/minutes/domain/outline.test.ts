import { describe, expect, it } from 'vitest';
import { actualMinutes } from './actual-minutes.ts';
import { numberOutline } from './outline.ts';

describe('numberOutline', () => {
  it('numbers a tree parents first', () => {
    const nodes = [
      { id: 'opening', parentId: null },
      { id: 'basic', parentId: null },
      { id: 'pu', parentId: 'basic' },
      { id: 'health', parentId: 'basic' },
      { id: 'health-islands', parentId: 'health' },
      { id: 'closing', parentId: null },
      { id: 'lost', parentId: 'nowhere' },
    ];
    expect(Object.fromEntries(numberOutline(nodes))).toEqual({
      opening: '1',
      basic: '2',
      pu: '2.1',
      health: '2.2',
      'health-islands': '2.2.1',
      closing: '3',
      lost: '4',
    });
  });
});

describe('actualMinutes', () => {
  it('adds spans and rounds once', () => {
    const span = (from: string, to: string): { from: string; to: string } => ({
      from: `2022-03-15T19:${from}Z`,
      to: `2022-03-15T19:${to}Z`,
    });
    expect(actualMinutes([span('00:00', '05:20'), span('10:00', '10:20')])).toBe(6);
    expect(actualMinutes([])).toBe(0);
  });
});
