/** A point on the map in the file's own coordinates. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** What is only drawn: positions of nodes and gauges, bends of links, outlines of catchments, tags. Keys are object names. */
export interface MapGeometry {
  readonly nodes: ReadonlyMap<string, MapPoint>;
  readonly gauges: ReadonlyMap<string, MapPoint>;
  /** Inner points from the first node to the second. */
  readonly links: ReadonlyMap<string, readonly MapPoint[]>;
  readonly subcatchments: ReadonlyMap<string, readonly MapPoint[]>;
}

/** A tag of an object ([TAGS]). */
export interface ObjectTag {
  readonly object: 'node' | 'link' | 'subcatchment' | 'gage';
  readonly name: string;
  readonly tag: string;
}
