import { describe, expect, test } from 'vitest';
import { allCases } from '../../verification/all-cases.ts';
import { parseInp } from '../inp/parse-inp.ts';
import { fromGeoJson } from './from-geojson.ts';
import { toGeoJson } from './to-geojson.ts';

describe('GeoJSON', () => {
  test.each(allCases.filter(({ name }) => !name.startsWith('city-1000')).map((one) => [one.name, one.inp] as const))(
    '%s comes back whole',
    (_, inp) => {
      const { model } = parseInp(inp);
      expect(fromGeoJson(JSON.parse(JSON.stringify(toGeoJson(model))), model)).toEqual(model);
    },
  );

  test('a survey layer with few attributes becomes a network', () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [500_000, 9_430_000],
        [500_030, 9_430_040],
      ],
    };
    const model = fromGeoJson({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', geometry: { type: 'Point', coordinates: [500_000, 9_430_000] }, properties: { name: 7, invert: 1.2 } },
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [500_030, 9_430_040] },
          properties: { name: 'LAUT', kind: 'outfall', invert: 1 },
        },
        {
          type: 'Feature',
          geometry: line,
          properties: {
            name: 'D1',
            from: 7,
            to: 'LAUT',
            roughness: 0.018,
            section: { shape: 'rect-open', depth: 1, width: 0.8, sidesIgnored: 0 },
          },
        },
      ],
    });
    expect(model.links[0]).toMatchObject({ kind: 'conduit', length: 50, from: '7', sedimentDepth: 0 });
  });

  test.each([
    [null, /FeatureCollection/],
    [{ features: [{}] }, /feature 1/],
    [{ features: [{ geometry: { type: 'Point', coordinates: ['x', 1] }, properties: { name: 'a', invert: 0 } }] }, /finite coordinates/],
    [{ features: [{ geometry: null, properties: { object: 'node', name: 'a', invert: null } }] }, /"invert"/],
    [{ features: [{ geometry: null, properties: { object: 'link', name: 'a', kind: 'pump', from: 'b', to: 'c' } }] }, /no node/],
  ])('%j is refused with what was expected', (input, message) => {
    expect(() => fromGeoJson(input)).toThrow(message);
  });
});
