import { describe, expect, it } from 'vitest';
import { metresTo, metresToNearest } from './distance.ts';

const spot = { latitude: -5.14, longitude: 119.42 };
/** About a kilometre east, and half of one south. */
const eastern: [number, number] = [119.42 + 0.00902, -5.14];

describe('the distance from a photo to a place', () => {
  it('is that to a point', () => {
    expect(metresTo(spot, { type: 'Point', coordinates: eastern })).toBeCloseTo(1000, -1);
    expect(metresTo(spot, { type: 'Point', coordinates: [119.42, -5.14] })).toBe(0);
    // Losari beach to the airport, 15.6 km on the map.
    const airport = metresTo({ latitude: -5.1432, longitude: 119.4075 }, { type: 'Point', coordinates: [119.5457, -5.0765] });
    expect(airport / 1000).toBeGreaterThan(16.5);
    expect(airport / 1000).toBeLessThan(17.5);
  });

  it('is that to the nearest point of a line, between its corners too', () => {
    const south: [number, number] = [119.41, -5.1445];
    const line = { type: 'LineString' as const, coordinates: [south, [119.43, -5.1445] as [number, number]] };
    expect(metresTo(spot, line)).toBeCloseTo(501, -1);
    expect(metresTo({ latitude: -5.1445, longitude: 119.4 }, line)).toBeCloseTo(1109, -1);
  });

  it('is nothing inside an area, but not in its hole', () => {
    const ring = (half: number): [number, number][] => [
      [119.42 - half, -5.14 - half],
      [119.42 + half, -5.14 - half],
      [119.42 + half, -5.14 + half],
      [119.42 - half, -5.14 + half],
      [119.42 - half, -5.14 - half],
    ];
    expect(metresTo(spot, { type: 'Polygon', coordinates: [ring(0.01)] })).toBe(0);
    expect(metresTo(spot, { type: 'Polygon', coordinates: [ring(0.01), ring(0.005)] })).toBeGreaterThan(500);
    expect(metresTo({ latitude: -5.14, longitude: 119.44 }, { type: 'Polygon', coordinates: [ring(0.01)] })).toBeCloseTo(1109, -1);
  });

  it('is that to the nearest of several, and unknown of none', () => {
    expect(metresToNearest(spot, [])).toBeNull();
    const near = { type: 'Point' as const, coordinates: [119.42, -5.141] as [number, number] };
    expect(metresToNearest(spot, [{ type: 'Point', coordinates: eastern }, near])).toBeCloseTo(111, 0);
  });
});
