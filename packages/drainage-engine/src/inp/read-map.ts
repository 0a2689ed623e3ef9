import type { MapPoint } from '../model/geometry.ts';
import type { Draft } from './draft.ts';
import type { NamedKind } from './name-index.ts';
import type { Row } from './row.ts';

/** The defined spelling of a name; drawings may hold objects that the model has lost, which are kept as written. */
function drawn(draft: Draft, row: Row, kind: NamedKind): string {
  const word = row.word(0, `the name of a ${kind}`);
  return draft.names.find(kind, word) ?? word;
}

function point(row: Row, index: number): MapPoint {
  return { x: row.number(index, 'an x coordinate'), y: row.number(index + 1, 'a y coordinate') };
}

/** `Node X Y` */
export function readCoordinates(draft: Draft, row: Row): void {
  draft.nodePoints.set(drawn(draft, row, 'node'), point(row, 1));
}

/** `Gage X Y` */
export function readSymbol(draft: Draft, row: Row): void {
  draft.gaugePoints.set(drawn(draft, row, 'gauge'), point(row, 1));
}

/** `Link X Y`, one inner point a row */
export function readVertex(draft: Draft, row: Row): void {
  push(draft.vertices, drawn(draft, row, 'link'), point(row, 1));
}

/** `Subcat X Y`, one corner a row. Storage units may have outlines too; those are kept under their own names. */
export function readPolygon(draft: Draft, row: Row): void {
  push(draft.outlines, drawn(draft, row, 'subcatchment'), point(row, 1));
}

function push(into: Map<string, MapPoint[]>, name: string, one: MapPoint): void {
  const points = into.get(name);
  if (points) points.push(one);
  else into.set(name, [one]);
}

/** `NODE|LINK|SUBCATCH|GAGE Name Tag` */
export function readTag(draft: Draft, row: Row): void {
  const object = row.choice(0, 'a kind of object', { NODE: 'node', LINK: 'link', SUBCATCH: 'subcatchment', GAGE: 'gage' } as const);
  draft.tags.push({ object, name: row.word(1, 'a name'), tag: row.words.slice(2).join(' ') });
}
