import { emptyModel, type DrainageModel } from '../model/drainage-model.ts';
import type { MapPoint } from '../model/geometry.ts';
import type { Link } from '../model/links.ts';
import type { Node } from '../model/nodes.ts';
import type { Subcatchment } from '../model/catchments.ts';
import { FeatureProperties, GeoJsonUnreadable } from './feature-properties.ts';
import type { NetworkGeometry } from './geojson-types.ts';
import { linkOf, nodeOf, subcatchmentOf } from './read-feature.ts';

type Point = { readonly x: number; readonly y: number };

/**
 * A network from GeoJSON. Each feature is a node (point), a link (line) or a catchment (polygon), by its attribute `object` or else by its geometry;
 * attributes are those of the model, in SI, and only those without a sensible default must be there. Gauges and all else come from `base`.
 *
 * @param base the model that takes the network in: options, gauges, series, curves
 * @throws GeoJsonUnreadable naming the feature and what was expected
 * @example fromGeoJson(JSON.parse(text), { ...emptyModel, options })
 */
export function fromGeoJson(collection: unknown, base: DrainageModel = emptyModel): DrainageModel {
  const features = (collection as { readonly features?: unknown } | null)?.features;
  if (!Array.isArray(features)) throw new GeoJsonUnreadable('Expected a FeatureCollection with a list of features.');
  const nodes = new Map<string, Node>();
  const links = new Map<string, Link>();
  const subcatchments = new Map<string, Subcatchment>();
  const points = new Map<string, MapPoint>();
  const lines = new Map<string, readonly MapPoint[]>();
  const outlines = new Map<string, readonly MapPoint[]>();
  features.forEach((feature: unknown, index) => {
    const { geometry, properties } = (feature ?? {}) as { readonly geometry?: NetworkGeometry | null; readonly properties?: object | null };
    const from = new FeatureProperties({ ...properties }, `feature ${index + 1}`);
    const path = pathOf(geometry ?? null, from);
    const guess = { Point: 'node', LineString: 'link', Polygon: 'subcatchment' } as const;
    const object = from.oneOf('object', ['node', 'link', 'subcatchment', 'gauge'], geometry ? guess[geometry.type] : undefined);
    if (object === 'node') {
      const node = addNew(nodes, nodeOf(from), from);
      if (path[0]) points.set(node.name, path[0]);
    } else if (object === 'link') {
      const link = addNew(links, linkOf(from, metresAlong(path)), from);
      if (path.length > 2) lines.set(link.name, path.slice(1, -1));
    } else if (object === 'subcatchment') {
      const subcatchment = addNew(subcatchments, subcatchmentOf(from, 0), from);
      if (path.length > 2) outlines.set(subcatchment.name, path.slice(0, -1));
    }
  });
  requireEnds({ nodes, links, subcatchments });
  return {
    ...base,
    nodes: [...nodes.values()],
    links: [...links.values()],
    subcatchments: [...subcatchments.values()],
    geometry: { ...base.geometry, nodes: points, links: lines, subcatchments: outlines },
  };
}

function addNew<Item extends { readonly name: string }>(into: Map<string, Item>, item: Item, from: FeatureProperties): Item {
  if (into.has(item.name)) from.fail(`expected a new name, but "${item.name}" is already there`);
  into.set(item.name, item);
  return item;
}

function pathOf(geometry: NetworkGeometry | null, from: FeatureProperties): Point[] {
  if (!geometry) return [];
  const list: unknown =
    geometry.type === 'Point' ? [geometry.coordinates] : geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates;
  if (!Array.isArray(list)) return from.fail('expected coordinates of a Point, a LineString or a Polygon');
  return list.map((position: unknown) => {
    const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
    return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)
      ? { x, y }
      : from.fail('expected finite coordinates');
  });
}

/** Length of a line in metres, if its coordinates are metres. Degrees (all within ±180) give 0: lengths of such lines must be attributes. */
function metresAlong(path: readonly Point[]): number {
  if (path.every(({ x, y }) => Math.abs(x) <= 180 && Math.abs(y) <= 90)) return 0;
  let sum = 0;
  for (let index = 1; index < path.length; index += 1)
    sum += Math.hypot(path[index]!.x - path[index - 1]!.x, path[index]!.y - path[index - 1]!.y);
  return sum;
}

function requireEnds({
  nodes,
  links,
  subcatchments,
}: {
  nodes: ReadonlyMap<string, Node>;
  links: ReadonlyMap<string, Link>;
  subcatchments: ReadonlyMap<string, Subcatchment>;
}): void {
  for (const { name, from, to } of links.values()) {
    for (const end of [from, to])
      if (!nodes.has(end)) throw new GeoJsonUnreadable(`The link "${name}" ends at "${end}", but no node has that name.`);
  }
  for (const { name, outlet } of subcatchments.values()) {
    if (!nodes.has(outlet) && !subcatchments.has(outlet))
      throw new GeoJsonUnreadable(`The catchment "${name}" drains to "${outlet}", but nothing has that name.`);
  }
}
