import { sectionOfWidths, type ShapeGeometry } from './shape-geometry.ts';

/** Width of an ellipse of the given height and width at depth y. */
function ellipseWidth(y: number, height: number, width: number): number {
  const x = (2 * y) / height - 1;
  return width * Math.sqrt(Math.max(0, 1 - x * x));
}

/** An ellipse, lying or standing: width and height decide. */
export function ellipse(height: number, width: number): ShapeGeometry {
  return sectionOfWidths(height, false, (y) => ellipseWidth(y, height, width));
}

/**
 * The classical egg, narrow end down: invert circle of radius H/6, crown circle of radius H/3, flanks of radius H; area 0.5105 H2
 * (SWMM Reference Manual Vol. II, table 5-7).
 */
export function egg(height: number): ShapeGeometry {
  const small = height / 6;
  const large = height / 3;
  const flank = height;
  // Flank circles are centred on the level of the crown circle's centre, at large - flank from the axis.
  const level = height - large;
  // Where the flank touches the invert circle, on the line through both centres.
  const touch = small - ((level - small) * small) / (flank - small);
  return sectionOfWidths(height, false, (y) => {
    if (y < touch) return ellipseWidth(y, 2 * small, 2 * small);
    if (y < level) return 2 * (Math.sqrt(flank * flank - (y - level) ** 2) + large - flank);
    return ellipseWidth(y - level + large, 2 * large, 2 * large);
  });
}

/** The standard horseshoe: crown a half circle of diameter H, flanks and invert of radius H; area 0.8293 H2. */
export function horseshoe(height: number): ShapeGeometry {
  const half = height / 2;
  // Invert and flank arcs, both of radius H, meet at this depth.
  const corner = height * (1 - (1 + Math.sqrt(7)) / 4);
  return sectionOfWidths(height, false, (y) => {
    if (y >= half) return ellipseWidth(y, height, height);
    if (y >= corner) return 2 * (Math.sqrt(height * height - (y - half) ** 2) - half);
    return 2 * Math.sqrt(Math.max(0, height * height - (height - y) ** 2));
  });
}

/** Parabola or power section: width = topWidth (y / depth)^(1 / exponent); a parabola has exponent 2. Open. */
export function powerSection(depth: number, topWidth: number, exponent: number): ShapeGeometry {
  return sectionOfWidths(depth, true, (y) => topWidth * (y / depth) ** (1 / exponent));
}

/** A closed rectangle on a triangular bottom of the given height. */
export function rectangleOnTriangle(depth: number, width: number, triangle: number): ShapeGeometry {
  return sectionOfWidths(depth, false, (y) => (y < triangle ? (width * y) / triangle : width));
}

/** A closed rectangle on a round bottom: an arc of the given radius, at least half the width. */
export function rectangleOnArc(depth: number, width: number, radius: number): ShapeGeometry {
  const r = Math.max(radius, width / 2);
  const rise = r - Math.sqrt(r * r - 0.25 * width * width);
  return sectionOfWidths(depth, false, (y) => (y < rise ? 2 * Math.sqrt(y * (2 * r - y)) : width));
}

/** Modified basket handle: a rectangle under a round crown of the given radius, at least half the width. */
export function rectangleUnderArc(depth: number, width: number, radius: number): ShapeGeometry {
  const r = Math.max(radius, width / 2);
  const rise = r - Math.sqrt(r * r - 0.25 * width * width);
  return sectionOfWidths(depth, false, (y) => {
    const below = depth - y;
    return below < rise ? 2 * Math.sqrt(Math.max(0, below * (2 * r - below))) : width;
  });
}
