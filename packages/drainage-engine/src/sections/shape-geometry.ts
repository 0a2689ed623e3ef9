/**
 * The geometry of one cross-section, exact, as functions of the depth `y` in metres over its lowest point, 0 <= y <= fullDepth.
 * Used once, when a model is opened; the routing kernel reads closed forms or tables made from it.
 */
export type ShapeGeometry = {
  /** Depth at which the section is full, m. */
  readonly fullDepth: number;
  /** Open sections have a free surface when full. */
  readonly isOpen: boolean;
  /** Flow area, m2. */
  area(y: number): number;
  /** Width of the water surface, m. */
  width(y: number): number;
  /** Wetted perimeter, m; for a closed section it includes the lid when full. */
  perimeter(y: number): number;
  /**
   * Hydraulic radius, m, where it is not area over perimeter: natural channels with banks of other roughness carry the radius that
   * gives their total conveyance with the roughness of the main channel.
   */
  radius?(y: number): number;
  /** Depths at which the sides have a corner, m: tables put no smooth curve across them. */
  readonly corners?: readonly number[];
};

/** Share of the full depth of a closed rectangle over which the lid becomes wet, so that the hydraulic radius has no jump. */
const LID_WETTING = 0.02;

/** A rectangle, open or with a lid. */
export function rectangle(depth: number, width: number, isOpen: boolean): ShapeGeometry {
  return {
    fullDepth: depth,
    isOpen,
    area: (y) => width * y,
    width: () => width,
    perimeter: (y) => {
      const lid = isOpen ? 0 : Math.max(0, y / depth - (1 - LID_WETTING)) / LID_WETTING;
      return width + 2 * y + lid * width;
    },
  };
}

/**
 * A trapezium, open. `left` and `right` are the side slopes, run over rise; a triangle has `bottom` 0.
 */
export function trapezium(depth: number, bottom: number, left: number, right: number): ShapeGeometry {
  const slopes = left + right;
  const sides = Math.hypot(1, left) + Math.hypot(1, right);
  return {
    fullDepth: depth,
    isOpen: true,
    area: (y) => (bottom + 0.5 * slopes * y) * y,
    width: (y) => bottom + slopes * y,
    perimeter: (y) => bottom + sides * y,
  };
}

/** A circle. */
export function circle(diameter: number): ShapeGeometry {
  const r = 0.5 * diameter;
  /** Angle at the centre that the water surface spans. */
  const angle = (y: number): number => 2 * Math.acos(Math.min(1, Math.max(-1, 1 - y / r)));
  return {
    fullDepth: diameter,
    isOpen: false,
    area: (y) => {
      const a = angle(y);
      return 0.5 * r * r * (a - Math.sin(a));
    },
    width: (y) => 2 * Math.sqrt(Math.max(0, y * (diameter - y))),
    perimeter: (y) => r * angle(y),
  };
}

/**
 * A section given by its width at depths: straight sides between the points, a flat bottom where the first width is above 0, a lid
 * where it is closed. The depths rise strictly from 0; the last one is the full depth.
 */
export function polygonOfWidths(depths: readonly number[], widths: readonly number[], isOpen: boolean): ShapeGeometry {
  const n = depths.length;
  const areas = new Float64Array(n);
  const perimeters = new Float64Array(n);
  perimeters[0] = widths[0]!;
  for (let i = 1; i < n; i++) {
    const dy = depths[i]! - depths[i - 1]!;
    areas[i] = areas[i - 1]! + 0.5 * dy * (widths[i]! + widths[i - 1]!);
    perimeters[i] = perimeters[i - 1]! + 2 * Math.hypot(dy, 0.5 * (widths[i]! - widths[i - 1]!));
  }
  const fullDepth = depths[n - 1]!;
  const locate = (y: number): number => {
    let low = 0;
    let high = n - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (depths[middle]! <= y) low = middle;
      else high = middle;
    }
    return low;
  };
  const width = (y: number): number => {
    const i = locate(y);
    return widths[i]! + ((widths[i + 1]! - widths[i]!) * (y - depths[i]!)) / (depths[i + 1]! - depths[i]!);
  };
  return {
    fullDepth,
    isOpen,
    corners: depths.slice(1, -1),
    width,
    area: (y) => {
      const i = locate(y);
      return areas[i]! + 0.5 * (y - depths[i]!) * (widths[i]! + width(y));
    },
    perimeter: (y) => {
      const i = locate(y);
      const share = (y - depths[i]!) / (depths[i + 1]! - depths[i]!);
      const lid = !isOpen && y >= fullDepth ? widths[n - 1]! : 0;
      return perimeters[i]! + share * (perimeters[i + 1]! - perimeters[i]!) + lid;
    },
  };
}

/** A section whose half-width is a smooth function of the depth, cut into 200 thin trapezia, finer near bottom and crown. */
export function sectionOfWidths(fullDepth: number, isOpen: boolean, widthAt: (y: number) => number): ShapeGeometry {
  const n = 200;
  const depths: number[] = [];
  const widths: number[] = [];
  for (let i = 0; i <= n; i++) {
    // Cosine spacing: curved bottoms and crowns are vertical in depth there, so equal steps would cut them off.
    const y = 0.5 * fullDepth * (1 - Math.cos((Math.PI * i) / n));
    depths.push(y);
    widths.push(Math.max(0, widthAt(y)));
  }
  return { ...polygonOfWidths(depths, widths, isOpen), corners: [] };
}
