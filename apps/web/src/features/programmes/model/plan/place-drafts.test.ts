import { describe, expect, it } from 'vitest';
import { draftOf, readCorners, readDrafts, shapeOf, withCorner, type PlaceDraft } from './place-drafts.ts';

const empty: PlaceDraft = { key: 'k', id: null, name: 'Kolam', kind: 'Polygon', corners: '', kept: null };

describe('a place being drawn', () => {
  it('gains corners from the map and closes its area by itself', () => {
    const drawn = [
      [119.41, -5.15],
      [119.42, -5.15],
      [119.42, -5.14],
    ].reduce((draft, [lon, lat]) => withCorner(draft, [lon!, lat!]), empty);
    expect(drawn.corners).toBe('-5.15, 119.41\n-5.15, 119.42\n-5.14, 119.42');
    const { places, wrong } = readDrafts([drawn]);
    expect(wrong).toEqual([]);
    expect(places[0]!.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [119.41, -5.15],
          [119.42, -5.15],
          [119.42, -5.14],
          [119.41, -5.15],
        ],
      ],
    });
    expect(draftOf({ ...places[0]!, id: 'i', area: null }).corners).toBe(drawn.corners);
  });

  it('as a point moves instead of growing', () => {
    const point = withCorner(withCorner({ ...empty, kind: 'Point' }, [119.41, -5.15]), [119.42, -5.14]);
    expect(shapeOf(point)).toEqual({ type: 'Point', coordinates: [119.42, -5.14] });
  });

  it('keeps an area with holes as it came', () => {
    const ring: [number, number][] = [
      [119.4, -5.1],
      [119.5, -5.1],
      [119.5, -5.2],
      [119.4, -5.1],
    ];
    const geometry = { type: 'Polygon' as const, coordinates: [ring, ring] };
    const draft = draftOf({ id: 'i', name: 'Danau', geometry, area: null });
    expect(shapeOf(withCorner(draft, [0, 0]))).toBe(geometry);
  });

  it('says which lack a name or corners', () => {
    expect(readDrafts([empty, { ...empty, key: 'n', name: ' ', kind: 'Point', corners: '-5.1, 119.4' }]).wrong).toEqual(['k', 'n']);
    expect(readCorners('-5.1 119.4\nsatu')).toBeNull();
    expect(readCorners('-5.1; 119.4\n\n')).toEqual([[119.4, -5.1]]);
  });
});
