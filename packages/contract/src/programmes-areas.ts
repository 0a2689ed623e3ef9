/** The city's areas on the map: their points, and how far each reaches. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, personBrief, words } from './primitives.ts';
import { position } from './programmes-plan.ts';

/** Kecamatan and kelurahan as the map draws them. */
export const mapArea = z.object({
  code: z.string(),
  parentCode: z.string(),
  kind: z.enum(['kecamatan', 'kelurahan']),
  name: z.string(),
  point: z.tuple([z.number(), z.number()]),
  /** A ring of the land nearer to this point than to any other, which is no boundary; only of kelurahan. */
  indicativeShape: z.array(position).nullable(),
  /** The official boundary, as coordinates of a MultiPolygon; null where none was brought in. */
  boundary: z.array(z.array(z.array(position))).nullable(),
});
export type MapArea = z.infer<typeof mapArea>;
export const listMapAreas = endpoint({
  id: 'programmes.list-map-areas',
  method: 'GET',
  path: '/api/map-areas',
  door: 'list',
  summary: 'Kecamatan and kelurahan for the map: official boundaries where they were brought in, else indicative shapes',
  reply: z.object({
    items: z.array(mapArea),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    /** Who drew the boundaries and who brought them in, the last time; null while there are none. */
    official: z.object({ source: z.string(), importedAt: instant, by: personBrief.nullable(), areas: z.number().int() }).nullable(),
    mayImport: z.boolean(),
  }),
});

export const boundaryPreview = z.object({
  features: z.number().int(),
  /** Areas whose boundary the file holds, and how many of them would replace one. */
  kecamatan: z.number().int(),
  kelurahan: z.number().int(),
  replaced: z.number().int(),
  /** Kelurahan that would still have none. */
  missing: z.array(z.string()),
  /** At most 200; nothing is written while there is one. Features are counted from 1. */
  errors: z.array(z.object({ feature: z.number().int(), name: z.string(), problem: z.string(), expected: z.string() })),
  errorCount: z.number().int(),
});
export type BoundaryPreview = z.infer<typeof boundaryPreview>;
const geoJson = { maxBytes: 20_000_000 };
export const previewBoundaries = endpoint({
  id: 'programmes.preview-boundaries',
  method: 'POST',
  path: '/api/map-areas/boundaries/preview',
  door: 'command',
  summary: 'Judge a GeoJSON file of official boundaries feature by feature; nothing is written (administrator)',
  upload: geoJson,
  reply: boundaryPreview,
});
export const importBoundaries = endpoint({
  id: 'programmes.import-boundaries',
  method: 'POST',
  path: '/api/map-areas/boundaries',
  door: 'command',
  summary: 'Write official boundaries from a GeoJSON file, whole or not at all (administrator)',
  upload: geoJson,
  /** Who drew them, and which edition: shown under the map. */
  body: z.object({ source: words(300) }),
  reply: z.object({ written: z.number().int() }),
});
export const removeBoundaries = endpoint({
  id: 'programmes.remove-boundaries',
  method: 'DELETE',
  path: '/api/map-areas/boundaries',
  door: 'command',
  summary: 'Take the official boundaries away; the map goes back to indicative shapes (administrator)',
});
