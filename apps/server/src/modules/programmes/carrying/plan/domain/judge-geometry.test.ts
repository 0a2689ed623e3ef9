import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeGeometry } from './judge-geometry.ts';

const city = [119.2, -5.3, 119.6, -4.9] as const;
const at = (x: number, y: number): [number, number] => [119.4 + x / 1000, -5.15 + y / 1000];
const polygon = (...rings: [number, number][][]) => judgeGeometry({ type: 'Polygon', coordinates: rings }, city)?.code ?? null;
const square = [at(0, 0), at(10, 0), at(10, 10), at(0, 10), at(0, 0)];

describe('a drawn shape', () => {
  it('is taken where it is sound: point, line, area, area with a hole', () => {
    expect(judgeGeometry({ type: 'Point', coordinates: at(0, 0) }, city)).toBeNull();
    expect(judgeGeometry({ type: 'LineString', coordinates: [at(0, 0), at(1, 1), at(0, 1), at(1, 0)] }, city)).toBeNull();
    expect(polygon(square)).toBeNull();
    expect(polygon(square, [at(2, 2), at(4, 2), at(4, 4), at(2, 2)])).toBeNull();
    expect(polygon(square.toReversed())).toBeNull();
  });

  it.each([
    ['place-ring-open', [square.slice(0, 4)]],
    ['place-ring-too-short', [[]]],
    ['place-ring-too-short', []],
    ['place-ring-too-short', [[at(0, 0), at(1, 0), at(0, 0)]]],
    ['place-ring-flat', [[at(0, 0), at(1, 0), at(2, 0), at(0, 0)]]],
    ['place-crosses-itself', [[at(0, 0), at(10, 0), at(0, -10), at(10, 10), at(0, 0)]]],
    ['place-crosses-itself', [[at(0, 0), at(10, 10), at(10, 0), at(0, 12), at(0, 0)]]],
    ['place-crosses-itself', [square, [at(8, 2), at(12, 2), at(12, 4), at(8, 2)]]],
    ['place-crosses-itself', [[at(0, 0), at(10, 0), at(10, 10), at(10, 5), at(0, 10), at(0, 0)]]],
    ['place-crosses-itself', [[at(0, 0), at(10, 0), at(10, 0), at(10, 10), at(0, 0)]]],
  ] as [string, [number, number][][]][])('is refused as %s', (code, rings) => {
    expect(polygon(...rings)).toBe(code);
  });

  it('says when it lies outside the city, and when latitude and longitude are swapped', () => {
    expect(judgeGeometry({ type: 'Point', coordinates: [106.8, -6.2] }, city)?.code).toBe('place-outside');
    expect(judgeGeometry({ type: 'Point', coordinates: [-5.15, 119.4] }, city)?.code).toBe('place-swapped');
    expect(judgeGeometry({ type: 'Point', coordinates: [Number.NaN, -5.15] }, city)?.code).toBe('place-outside');
    expect(judgeGeometry({ type: 'LineString', coordinates: [at(0, 0), at(0, 0)] }, city)?.code).toBe('place-line-too-short');
  });

  it('is never wrong for a star drawn around a point, and always for a circle with two corners swapped', () => {
    const radii = fc.array(fc.integer({ min: 2, max: 20 }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(radii, (lengths) => {
        const star = lengths.map((length, index) => {
          const angle = (2 * Math.PI * index) / lengths.length;
          return at(length * Math.cos(angle), length * Math.sin(angle));
        });
        expect(polygon([...star, star[0]!])).toBeNull();
        // The same corners on a circle, two neighbours swapped: the sides to and from them cross.
        const round = lengths.map((_, index) =>
          at(20 * Math.cos((2 * Math.PI * index) / lengths.length), 20 * Math.sin((2 * Math.PI * index) / lengths.length)),
        );
        expect(polygon([round[0]!, round[2]!, round[1]!, ...round.slice(3), round[0]!])).toBe('place-crosses-itself');
      }),
    );
  });

  it('with two thousand corners is judged at once', () => {
    const ring = Array.from({ length: 1999 }, (_, index) => {
      const angle = (2 * Math.PI * index) / 1999;
      return at(50 * Math.cos(angle), 50 * Math.sin(angle));
    });
    expect(polygon([...ring, ring[0]!])).toBeNull();
    expect(polygon([...ring, at(0, 0), ring[0]!])).toBe('place-too-many-points');
  });
});
