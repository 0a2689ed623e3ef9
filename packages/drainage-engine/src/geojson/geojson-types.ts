/** Position: x, y (longitude, latitude, or whatever the model draws in). */
export type Position = readonly [number, number, ...number[]];

/** The three geometries a drainage network needs (RFC 7946). */
export type NetworkGeometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] };

/** One node, link, catchment or gauge; `properties` are its attributes in SI, with `object` saying which it is. */
export interface NetworkFeature {
  readonly type: 'Feature';
  readonly geometry: NetworkGeometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A network as GeoJSON. */
export interface NetworkCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly NetworkFeature[];
}
