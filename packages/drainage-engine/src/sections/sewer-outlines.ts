import { sectionOfWidths, type ShapeGeometry } from './shape-geometry.ts';

/** Old sewer shapes that have no formula. */
export type OutlinedShape = 'gothic' | 'catenary' | 'semi-elliptical' | 'baskethandle' | 'semi-circular' | 'arch';

type Outline = {
  /** Greatest width over height, where the height decides all. */
  readonly widest: number;
  /** Full area over that of the box of height and greatest width. */
  readonly area: number;
  /** Hydraulic radius of the full section over the height; null where the width may be chosen. */
  readonly radius: number | null;
  /** Width at equal steps of the depth over the greatest. */
  readonly shares: readonly number[];
};

/**
 * Figures of the SWMM Reference Manual Vol. II (EPA/600/R-17/111), tables 5-5, 5-7, E-2, F-2 and F-3; the widths were read off drawings to
 * two or three digits.
 */
const OUTLINES: Readonly<Record<OutlinedShape, Outline>> = {
  gothic: {
    widest: 0.84,
    area: 0.6554 / 0.84,
    radius: 0.2269,
    shares: [0, 0.286, 0.643, 0.762, 0.833, 0.905, 0.952, 0.976, 0.976, 1, 1, 0.976, 0.976, 0.952, 0.905, 0.833, 0.762, 0.667, 0.524, 0.357, 0], // prettier-ignore
  },
  catenary: {
    widest: 0.9,
    area: 0.70277 / 0.9,
    radius: 0.23172,
    shares: [0, 0.6667, 0.8222, 0.9111, 0.9778, 1, 1, 0.9889, 0.9778, 0.9556, 0.9333, 0.8889, 0.8444, 0.8, 0.7556, 0.7, 0.6333, 0.5556, 0.4444, 0.3333, 0], // prettier-ignore
  },
  'semi-elliptical': {
    widest: 1,
    area: 0.785,
    radius: 0.242,
    shares: [0, 0.7, 0.98, 1, 1, 1, 0.99, 0.98, 0.96, 0.94, 0.91, 0.88, 0.84, 0.8, 0.75, 0.7, 0.64, 0.56, 0.46, 0.34, 0],
  },
  baskethandle: {
    widest: 0.944,
    area: 0.7862 / 0.944,
    radius: 0.2464,
    shares: [0, 0.49, 0.667, 0.82, 0.93, 1, 1, 1, 0.997, 0.994, 0.988, 0.982, 0.967, 0.948, 0.928, 0.904, 0.874, 0.842, 0.798, 0.75, 0.697, 0.637, 0.567, 0.467, 0.342, 0], // prettier-ignore
  },
  'semi-circular': {
    widest: 1.64,
    area: 1.2697 / 1.64,
    radius: 0.2946,
    shares: [0, 0.5488, 0.8537, 1, 1, 0.9939, 0.9878, 0.9756, 0.9634, 0.9451, 0.9207, 0.8902, 0.8537, 0.8171, 0.7683, 0.7073, 0.6463, 0.5732, 0.4756, 0.3354, 0], // prettier-ignore
  },
  arch: {
    widest: 1,
    area: 0.7879,
    radius: null,
    shares: [0, 0.6272, 0.8521, 0.9243, 0.9645, 0.9846, 0.9964, 0.9988, 0.9917, 0.9811, 0.968, 0.9515, 0.9314, 0.9101, 0.8864, 0.8592, 0.8284, 0.7917, 0.7527, 0.7065, 0.6544, 0.5953, 0.5231, 0.4355, 0.3195, 0], // prettier-ignore
  },
};

/** Share of the widest at a share of the depth: straight between the steps, round like a parabola in the lowest and the highest. */
function shareAt(shares: readonly number[], x: number): number {
  const steps = shares.length - 1;
  const k = Math.min(steps - 1, Math.floor(x * steps));
  const t = x * steps - k;
  if (k === 0) return shares[1]! * Math.sqrt(t);
  if (k === steps - 1) return shares[k]! * Math.sqrt(1 - t);
  return shares[k]! + t * (shares[k + 1]! - shares[k]!);
}

/**
 * An old sewer or a pipe arch after its outline. The manual's widths add up to as much as 6 % less than its full areas, because they were
 * read off drawings. Area and radius decide what a pipe carries and holds, so widths and radii are stretched alike until the full ones are
 * met.
 *
 * @param width of the bounding box, m; an arch has one of its own
 */
export function outlinedSewer(shape: OutlinedShape, height: number, width = OUTLINES[shape].widest * height): ShapeGeometry {
  const { area, radius, shares } = OUTLINES[shape];
  const drawn = sectionOfWidths(1, false, (x) => shareAt(shares, x)).area(1);
  const outline = sectionOfWidths(height, false, (y) => (width * area * shareAt(shares, y / height)) / drawn);
  if (radius === null) return outline;
  const plain = (y: number): number => outline.area(y) / Math.max(Number.MIN_VALUE, outline.perimeter(y));
  const stretch = (radius * height) / plain(height);
  return { ...outline, radius: (y) => stretch * plain(y) };
}
