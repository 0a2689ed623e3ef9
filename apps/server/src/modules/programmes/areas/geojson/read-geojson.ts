import { z } from 'zod';
import type { ReadFeature } from '../domain/judge-boundaries.ts';
import { BoundariesUnreadable } from '../domain/broken-rules.ts';

const mostFeatures = 2000;
const longestValue = 200;

// A third number is a height (RFC 7946, 3.1.1), which a boundary has none of.
const position = z.array(z.number()).min(2);
const rings = z.array(z.array(position));
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings) }),
]);
const collection = z.object({
  type: z.literal('FeatureCollection'),
  // Of the older format (2008), which programs still write: anything but WGS 84 has other numbers.
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z.array(z.object({ properties: z.record(z.string(), z.unknown()).nullish(), geometry: z.unknown() })),
});
const isWgs84 = /(?:CRS84|EPSG:{1,2}4326)$/i;

/** Reads a GeoJSON file as features. @throws BoundariesUnreadable */
export function readGeoJson(bytes: Uint8Array): readonly ReadFeature[] {
  const parsed = collection.safeParse(parseJson(bytes));
  if (!parsed.success) throw new BoundariesUnreadable('not-a-collection');
  const { crs, features } = parsed.data;
  if (crs && !isWgs84.test(crs.properties.name)) throw new BoundariesUnreadable('projected');
  if (features.length === 0) throw new BoundariesUnreadable('empty');
  if (features.length > mostFeatures) throw new BoundariesUnreadable('too-many');
  return features.map((feature) => ({ properties: propertiesOf(feature.properties ?? {}), boundary: boundaryOf(feature.geometry) }));
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    // A byte order mark is no part of JSON (RFC 8259, 8.1), and Windows programs write one all the same; the decoder drops it.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new BoundariesUnreadable('not-json');
  }
}

function propertiesOf(given: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, String(value).slice(0, longestValue)]] : [],
    ),
  );
}

function boundaryOf(given: unknown): ReadFeature['boundary'] {
  const read = geometry.safeParse(given);
  if (!read.success) return null;
  const polygons = read.data.type === 'Polygon' ? [read.data.coordinates] : read.data.coordinates;
  return polygons.map((polygon) => polygon.map((ring) => ring.map((corner) => [corner[0]!, corner[1]!] as const)));
}
