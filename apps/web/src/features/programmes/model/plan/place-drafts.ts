import type { BodyOf } from '@makaverse/contract/endpoint';
import type { Geometry, PlanPlace, writePlaces } from '@makaverse/contract/programmes-plan';
import type { GridRow } from './grid-rows.ts';

export const kinds = ['Point', 'LineString', 'Polygon'] as const satisfies readonly Geometry['type'][];

type Corner = readonly [lon: number, lat: number];
type Sent = BodyOf<typeof writePlaces>['places'][number];

/** A place being drawn. Its corners are lines of text, so that map and keyboard write the same thing. */
export interface PlaceDraft {
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly kind: Geometry['type'];
  /** A line for each corner: latitude, longitude, as maps and surveyors say them. */
  readonly corners: string;
  /** An area with holes came from elsewhere; it is kept as it is. */
  readonly kept: Geometry | null;
}

/** A place as it stands, ready to be redrawn. */
export function draftOf(place: PlanPlace): PlaceDraft {
  const { geometry } = place;
  const hasHoles = geometry.type === 'Polygon' && geometry.coordinates.length > 1;
  const base = { key: place.id, id: place.id, name: place.name, kind: geometry.type };
  return { ...base, corners: cornersOf(geometry).map(writeCorner).join('\n'), kept: hasHoles ? geometry : null };
}

/** Corners as they are drawn: an area's last one, which repeats the first, is left out. */
export function cornersOf(geometry: Geometry): readonly Corner[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  return geometry.type === 'LineString' ? geometry.coordinates : (geometry.coordinates[0] ?? []).slice(0, -1);
}

/** "-5.15789, 119.40841". */
export function writeCorner([lon, lat]: Corner): string {
  return `${Number(lat.toFixed(6))}, ${Number(lon.toFixed(6))}`;
}

/** Lines as corners; null where one of them is none. */
export function readCorners(text: string): Corner[] | null {
  const lines = text.split('\n').map((line) => line.trim());
  const corners = lines.filter(Boolean).map((line): Corner | null => {
    const found = /^(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)$/.exec(line);
    return found ? [Number(found[2]), Number(found[1])] : null;
  });
  return corners.every((corner) => corner !== null) ? corners : null;
}

/** Adds a corner; a point has only one. */
export function withCorner(draft: PlaceDraft, corner: Corner): PlaceDraft {
  if (draft.kept) return draft;
  const line = writeCorner(corner);
  return { ...draft, corners: draft.kind === 'Point' || draft.corners.trim() === '' ? line : `${draft.corners.trimEnd()}\n${line}` };
}

/** As much of it as can be drawn already. */
export function shapeOf(draft: PlaceDraft): Geometry | null {
  if (draft.kept) return draft.kept;
  const corners = readCorners(draft.corners)?.map(([lon, lat]): [number, number] => [lon, lat]);
  if (!corners || corners.length === 0) return null;
  if (draft.kind === 'Point') return { type: 'Point', coordinates: corners[0]! };
  if (draft.kind === 'LineString') return { type: 'LineString', coordinates: corners };
  return { type: 'Polygon', coordinates: [[...corners, corners[0]!]] };
}

/** A draft as a row of a list, to be kept and merged like the other lists of a plan. */
export function placeRow(draft: PlaceDraft): GridRow {
  const { key, id, name, kind, corners } = draft;
  return { key, id, cells: { name, kind, corners } };
}

/** A row as a draft; what is kept as it is comes from the plan. */
export function draftOfRow({ key, id, cells }: GridRow, places: readonly PlanPlace[]): PlaceDraft {
  const place = places.find((one) => one.id === key);
  const kind = kinds.find((one) => one === cells['kind']) ?? 'Point';
  return { key, id, name: cells['name'] ?? '', kind, corners: cells['corners'] ?? '', kept: place ? draftOf(place).kept : null };
}

/** Drafts as they are sent, or the keys of those that lack a name or corners. */
export function readDrafts(drafts: readonly PlaceDraft[]): { readonly places: readonly Sent[]; readonly wrong: readonly string[] } {
  const read = drafts.map((draft) => ({ draft, geometry: shapeOf(draft) }));
  return {
    places: read.flatMap(({ draft, geometry }) => (geometry ? [{ id: draft.id, name: draft.name, geometry }] : [])),
    wrong: read.filter(({ draft, geometry }) => !geometry || draft.name.trim() === '').map(({ draft }) => draft.key),
  };
}
