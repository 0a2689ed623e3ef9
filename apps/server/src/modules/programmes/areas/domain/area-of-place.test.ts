import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../carrying/plan/domain/judge-geometry.ts';
import { areaOfPlace, holds, type PlacedArea } from './area-of-place.ts';
import type { Boundary } from './judge-boundaries.ts';

const ring = (...corners: Position[]): Position[] => [...corners, corners[0]!];
const square = (west: number, south: number, side: number): Position[] =>
  ring([west, south], [west + side, south], [west + side, south + side], [west, south + side]);

describe('a boundary holds a position', () => {
  const plain: Boundary = [[square(0, 0, 4)]];
  const withHole: Boundary = [[square(0, 0, 4), square(1, 1, 2).toReversed()]];
  const islands: Boundary = [[square(0, 0, 4), square(1, 1, 2).toReversed()], [square(10, 0, 1)], [square(1.5, 1.5, 0.5)]];

  it.each<[string, Boundary, Position, boolean]>([
    ['in its middle', plain, [2, 2], true],
    ['beside it', plain, [5, 2], false],
    ['level with a corner, outside', plain, [-1, 0], false],
    ['level with an upper corner, outside', plain, [-1, 4], false],
    ['on a corner', plain, [4, 4], true],
    ['on its left edge', plain, [0, 2], true],
    ['on its upper edge', plain, [2, 4], true],
    ['in the line of an edge, beyond its end', plain, [6, 4], false],
    ['between hole and edge', withHole, [0.5, 2], true],
    ['in the hole', withHole, [2, 2], false],
    ['on the edge of the hole', withHole, [1, 2], true],
    ['on another island', islands, [10.5, 0.5], true],
    ['between the islands', islands, [7, 0.5], false],
    ['on an island in the lake', islands, [1.7, 1.7], true],
    ['in the lake beside that island', islands, [2.7, 2.7], false],
  ])('%s', (_, boundary, position, expected) => {
    expect(holds(boundary, position)).toBe(expected);
  });

  it('of a shape that is hollow on one side', () => {
    const hook: Boundary = [[ring([0, 0], [6, 0], [6, 6], [4, 6], [4, 2], [2, 2], [2, 6], [0, 6])]];
    expect([1, 3, 5].map((lon) => holds(hook, [lon, 4]))).toEqual([true, false, true]);
    expect(holds(hook, [3, 2])).toBe(true);
  });

  it('whichever way round its rings are written, and wherever they begin', () => {
    const at = fc.integer({ min: -20, max: 60 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(at, at, fc.nat(3), (lon, lat, turn) => {
        const corners = square(0, 0, 4).slice(0, -1);
        const turned = ring(...corners.slice(turn), ...corners.slice(0, turn));
        const isIn = lon >= 0 && lon <= 4 && lat >= 0 && lat <= 4;
        expect(holds([[turned]], [lon, lat])).toBe(isIn);
        expect(holds([[turned.toReversed()]], [lon, lat])).toBe(isIn);
      }),
    );
  });
});

describe('a place is of', () => {
  const area = (code: string, point: Position, boundary: Boundary | null = null): PlacedArea => ({ code, point, boundary });
  const wide = area('wide', [1, 1], [[square(0, 0, 8)]]);
  const next = area('next', [9, 1], [[square(8, 0, 8)]]);

  it('the nearest point while no boundary is known', () => {
    expect(areaOfPlace([7, 1], [area('wide', [1, 1]), area('next', [9, 1])])).toEqual({ code: 'next', by: 'nearest' });
  });

  it('the one whose boundary holds it, though another point is nearer', () => {
    expect(areaOfPlace([7, 1], [wide, next])).toEqual({ code: 'wide', by: 'boundary' });
    expect(areaOfPlace([7, 1], [wide, area('next', [9, 1])])).toEqual({ code: 'wide', by: 'boundary' });
  });

  it('the first by code on a shared edge, whatever their order', () => {
    expect(areaOfPlace([8, 1], [wide, next])).toEqual({ code: 'next', by: 'boundary' });
    expect(areaOfPlace([8, 1], [next, wide])).toEqual({ code: 'next', by: 'boundary' });
  });

  it('the nearest without a boundary, where those with one do not hold it', () => {
    expect(areaOfPlace([-0.1, 1], [wide, area('open', [20, 1])])).toEqual({ code: 'open', by: 'nearest' });
  });

  it('the nearest of all in the water off a city whose boundaries are all known', () => {
    expect(areaOfPlace([-3, 1], [wide, next])).toEqual({ code: 'wide', by: 'nearest' });
    expect(areaOfPlace([0, 0], [])).toBeNull();
  });
});
