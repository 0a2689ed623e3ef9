import type { ShapeGeometry } from './shape-geometry.ts';

/** A surveyed bed: stations rise, one Manning roughness for each piece between two stations, the lowest point is found here. All m. */
export type SurveyedBed = {
  readonly stations: readonly number[];
  readonly elevations: readonly number[];
  /** Region of each piece: pieces of one region next to each other flow as one part with one roughness. */
  readonly roughness: readonly number[];
  /** Roughness that the radius is expressed with, that of the main channel. */
  readonly channelRoughness: number;
};

type Slice = { area: number; width: number; perimeter: number; conveyance: number };

function sliceAt(bed: SurveyedBed, level: number): Slice {
  const { stations, elevations, roughness } = bed;
  const sum: Slice = { area: 0, width: 0, perimeter: 0, conveyance: 0 };
  let partArea = 0;
  let partPerimeter = 0;
  const closePart = (n: number): void => {
    if (partArea > 0) sum.conveyance += (partArea / n) * Math.cbrt((partArea / partPerimeter) ** 2);
    partArea = 0;
    partPerimeter = 0;
  };
  for (let i = 1; i < stations.length; i++) {
    const dx = stations[i]! - stations[i - 1]!;
    const low = Math.min(elevations[i - 1]!, elevations[i]!);
    const rise = Math.max(elevations[i - 1]!, elevations[i]!) - low;
    const wet = level - low;
    if (wet > 0) {
      const share = rise > 0 ? Math.min(1, wet / rise) : 1;
      const width = dx * share;
      const area = wet >= rise ? dx * (wet - 0.5 * rise) : 0.5 * width * wet;
      const perimeter = Math.hypot(dx, rise) * share;
      sum.area += area;
      sum.width += width;
      sum.perimeter += perimeter;
      partArea += area;
      partPerimeter += perimeter;
    } else closePart(roughness[i - 1]!);
    // A part ends where the roughness changes or the bed rises out of the water (SWMM Reference Manual Vol. II, section 5.3).
    if (i === stations.length - 1 || roughness[i]! !== roughness[i - 1]!) closePart(roughness[i - 1]!);
  }
  return sum;
}

/**
 * An irregular channel. Its hydraulic radius is the one that gives the total conveyance of main channel and flood plains with the
 * roughness of the main channel (SWMM Reference Manual Vol. II, section 5.3); walls at the outermost stations carry no friction.
 */
export function transectShape(bed: SurveyedBed): ShapeGeometry {
  const lowest = Math.min(...bed.elevations);
  const highest = Math.max(...bed.elevations);
  const at = (y: number): Slice => sliceAt(bed, lowest + y);
  return {
    fullDepth: highest - lowest,
    isOpen: true,
    area: (y) => at(y).area,
    width: (y) => at(y).width,
    perimeter: (y) => at(y).perimeter,
    radius: (y) => {
      const { area, conveyance } = at(y);
      return area > 0 ? ((conveyance * bed.channelRoughness) / area) ** 1.5 : 0;
    },
    corners: bed.elevations.map((level) => level - lowest).filter((y) => y > 0 && y < highest - lowest),
  };
}
