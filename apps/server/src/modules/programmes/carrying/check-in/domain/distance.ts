import type { Geometry } from '@makaverse/contract/programmes-plan';

/** A point as Exif data give it: degrees, WGS 84. */
export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}
type Position = readonly [longitude: number, latitude: number];
type Flat = readonly [x: number, y: number];

/** Beyond this a photo was not taken where the programme is: a phone's fix among houses may be off by a hundred metres or two. */
export const farFrom = 500;

const metresPerDegree = 111_320;

/** Metres from a spot to a place; 0 inside an area. Flat around the spot: right to a few metres over the size of a city. */
export function metresTo(spot: Spot, place: Geometry): number {
  const east = metresPerDegree * Math.cos((spot.latitude * Math.PI) / 180);
  const flat = ([longitude, latitude]: Position): Flat => [
    (longitude - spot.longitude) * east,
    (latitude - spot.latitude) * metresPerDegree,
  ];
  switch (place.type) {
    case 'Point':
      return Math.hypot(...flat(place.coordinates));
    case 'LineString':
      return toLine(place.coordinates.map(flat));
    case 'Polygon': {
      const rings = place.coordinates.map((ring) => ring.map(flat));
      // Inside the outer ring and in no hole: an odd number of edges lies to the east.
      const crossings = rings.reduce((sum, ring) => sum + crossingsEast(ring), 0);
      return crossings % 2 === 1 ? 0 : Math.min(...rings.map(toLine));
    }
  }
}

/** The distance to the nearest of some places; null where there are none. */
export function metresToNearest(spot: Spot, places: readonly Geometry[]): number | null {
  return places.length === 0 ? null : Math.min(...places.map((place) => metresTo(spot, place)));
}

function toLine(points: readonly Flat[]): number {
  if (points.length === 1) return Math.hypot(...points[0]!);
  return Math.min(...points.slice(1).map((point, index) => toEdge(points[index]!, point)));
}

function toEdge([ax, ay]: Flat, [bx, by]: Flat): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
}

function crossingsEast(ring: readonly Flat[]): number {
  return ring.slice(1).filter(([bx, by], index) => {
    const [ax, ay] = ring[index]!;
    return ay > 0 !== by > 0 && ax + ((bx - ax) * -ay) / (by - ay) > 0;
  }).length;
}
