import type { DrainageModel } from '../model/drainage-model.ts';
import type { MapPoint } from '../model/geometry.ts';
import type { NetworkCollection, NetworkFeature, Position } from './geojson-types.ts';

function position({ x, y }: MapPoint): Position {
  return [x, y];
}

/**
 * The network of a model as GeoJSON: nodes as points, drains as lines, catchments as polygons, each with all its attributes in SI.
 * Coordinates are the model's own; what has no place on the map has no geometry.
 *
 * @example JSON.stringify(toGeoJson(model))
 */
export function toGeoJson(model: DrainageModel): NetworkCollection {
  const { geometry } = model;
  const at = (node: string): MapPoint | undefined => geometry.nodes.get(node);
  const point = (one: MapPoint | undefined): NetworkFeature['geometry'] => (one ? { type: 'Point', coordinates: position(one) } : null);
  const nodes = model.nodes.map((node): NetworkFeature => ({
    type: 'Feature',
    geometry: point(at(node.name)),
    properties: { object: 'node', ...node },
  }));
  const links = model.links.map((link): NetworkFeature => {
    const [from, to] = [at(link.from), at(link.to)];
    const line = from && to ? [from, ...(geometry.links.get(link.name) ?? []), to].map(position) : null;
    return { type: 'Feature', geometry: line && { type: 'LineString', coordinates: line }, properties: { object: 'link', ...link } };
  });
  const subcatchments = model.subcatchments.map((one): NetworkFeature => {
    const ring = (geometry.subcatchments.get(one.name) ?? []).map(position);
    return { type: 'Feature', geometry: polygon(ring), properties: { object: 'subcatchment', ...one } };
  });
  const gauges = model.gauges.map((gauge): NetworkFeature => {
    return { type: 'Feature', geometry: point(geometry.gauges.get(gauge.name)), properties: { object: 'gauge', ...gauge } };
  });
  return { type: 'FeatureCollection', features: [...nodes, ...links, ...subcatchments, ...gauges] };
}

/** A ring needs four positions and ends where it begins; the file's outlines need neither. */
function polygon(ring: readonly Position[]): NetworkFeature['geometry'] {
  if (ring.length < 3) return null;
  const [first, last] = [ring[0]!, ring.at(-1)!];
  const isClosed = first[0] === last[0] && first[1] === last[1];
  return { type: 'Polygon', coordinates: [isClosed ? ring : [...ring, first]] };
}
