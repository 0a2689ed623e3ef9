import type { MapArea } from '@makaverse/contract/programmes-areas';
import type { StyleSpecification } from 'maplibre-gl';
import { mapColour } from './map-colours.ts';

/**
 * Our own quiet map: the official boundary of each area where one was brought in, else the surroundings of each kelurahan's point. Nothing
 * in it comes from another server.
 */
export function cityStyle(areas: readonly MapArea[], place: HTMLElement): StyleSpecification {
  const colour = (token: string): string => mapColour(place, token);
  const shapes = areas.flatMap((area) =>
    area.indicativeShape && !area.boundary
      ? [
          {
            type: 'Feature' as const,
            properties: { name: area.name },
            geometry: { type: 'Polygon' as const, coordinates: [area.indicativeShape] },
          },
        ]
      : [],
  );
  const boundaries = areas.flatMap((area) =>
    area.boundary
      ? [
          {
            type: 'Feature' as const,
            properties: { name: area.name, kind: area.kind },
            geometry: { type: 'MultiPolygon' as const, coordinates: area.boundary },
          },
        ]
      : [],
  );
  return {
    version: 8,
    sources: {
      areas: { type: 'geojson', data: { type: 'FeatureCollection', features: shapes } },
      boundaries: { type: 'geojson', data: { type: 'FeatureCollection', features: boundaries } },
      places: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      // Neither sea nor neighbours: what we have no data on stays blank.
      { id: 'blank', type: 'background', paint: { 'background-color': colour('--mv-ground') } },
      { id: 'land', type: 'fill', source: 'areas', paint: { 'fill-color': colour('--mv-sand-strong') } },
      // Dashed, because nobody surveyed these lines.
      {
        id: 'between',
        type: 'line',
        source: 'areas',
        paint: { 'line-color': colour('--mv-line-control'), 'line-width': 0.6, 'line-dasharray': [3, 3] },
      },
      { id: 'official-land', type: 'fill', source: 'boundaries', paint: { 'fill-color': colour('--mv-sand-strong') } },
      {
        id: 'boundary',
        type: 'line',
        source: 'boundaries',
        paint: { 'line-color': colour('--mv-line-control'), 'line-width': ['case', ['==', ['get', 'kind'], 'kecamatan'], 2, 0.8] },
      },
      {
        id: 'place-fill',
        type: 'fill',
        source: 'places',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': colour('--mv-primary'), 'fill-opacity': 0.25 },
      },
      {
        id: 'place-line',
        type: 'line',
        source: 'places',
        filter: ['!=', ['geometry-type'], 'Point'],
        paint: { 'line-color': colour('--mv-primary'), 'line-width': ['case', ['get', 'isActive'], 4, 2.5] },
      },
      {
        id: 'place-corner',
        type: 'circle',
        source: 'places',
        paint: {
          'circle-radius': ['case', ['==', ['geometry-type'], 'Point'], 8, ['get', 'isActive'], 4, 0],
          'circle-color': colour('--mv-primary'),
          'circle-stroke-color': colour('--mv-ground'),
          'circle-stroke-width': 2,
        },
      },
    ],
  };
}
