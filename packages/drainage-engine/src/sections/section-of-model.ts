import type { Curve, Street, Transect } from '../model/curves.ts';
import type { Section, TabulatedShape } from '../model/section.ts';
import { egg, ellipse, horseshoe, powerSection, rectangleOnArc, rectangleOnTriangle, rectangleUnderArc } from './arc-shapes.ts';
import { BOX, RECTANGLE, TABLE, TRAPEZIUM, type KernelSection } from './section-set.ts';
import { withSediment } from './sediment.ts';
import { outlinedSewer } from './sewer-outlines.ts';
import { circle, polygonOfWidths, rectangle, trapezium, type ShapeGeometry } from './shape-geometry.ts';
import { streetBed } from './street-shape.ts';
import { transectShape } from './transect-shape.ts';

/** What sections name by string. */
export type SectionSources = {
  readonly transects: ReadonlyMap<string, Transect>;
  readonly streets: ReadonlyMap<string, Street>;
  readonly curves: ReadonlyMap<string, Curve>;
};

/** Thrown when a section cannot be built: a size of 0, a missing transect. The message names the link and what it needs. */
export class UnusableSection extends Error {
  readonly code = 'unusable-section';
}

/** A section ready for the kernel, with the roughness it brings along (transects and streets carry their own). */
export type BuiltSection = KernelSection & { readonly roughness: number | null };

function tabulated(shape: TabulatedShape, depth: number): ShapeGeometry {
  if (shape === 'egg') return egg(depth);
  return shape === 'horseshoe' ? horseshoe(depth) : outlinedSewer(shape, depth);
}

/** Roughness of a main channel as if it were as short as its flood plain (SWMM 5.2 User's Manual, transect editor, meander modifier). */
function meanderingRoughness({ channelRoughness, meander }: Transect): number {
  return channelRoughness * Math.sqrt(Math.max(1, meander));
}

function transectOf(transect: Transect): ShapeGeometry {
  const { stations, leftBank, rightBank } = transect;
  const isAllChannel = rightBank <= leftBank;
  const channelRoughness = meanderingRoughness(transect);
  const roughness = stations.slice(1).map((right, i) => {
    if (isAllChannel) return channelRoughness;
    const middle = 0.5 * (right + stations[i]!);
    if (middle < leftBank) return transect.leftRoughness;
    return middle > rightBank ? transect.rightRoughness : channelRoughness;
  });
  return transectShape({ stations, elevations: transect.elevations, roughness, channelRoughness });
}

const shapes = new WeakMap<object, ShapeGeometry>();

/** Transects and streets serve many links: one geometry each, so that they share one table. */
function once(key: object, make: () => ShapeGeometry): ShapeGeometry {
  let shape = shapes.get(key);
  if (shape === undefined) {
    shape = make();
    shapes.set(key, shape);
  }
  return shape;
}

function geometryOf(section: Section, link: string, sources: SectionSources): ShapeGeometry {
  switch (section.shape) {
    case 'circular':
    case 'force-main':
    case 'filled-circular':
      return circle(section.depth);
    case 'rect-closed':
      return rectangle(section.depth, section.width, false);
    case 'rect-open':
      return rectangle(section.depth, section.width, true);
    case 'trapezoidal':
      return trapezium(section.depth, section.bottomWidth, section.leftSlope, section.rightSlope);
    case 'triangular':
      return trapezium(section.depth, 0, section.topWidth / section.depth / 2, section.topWidth / section.depth / 2);
    case 'parabolic':
      return powerSection(section.depth, section.topWidth, 2);
    case 'power':
      return powerSection(section.depth, section.topWidth, section.exponent);
    case 'rect-triangular':
      return rectangleOnTriangle(section.depth, section.topWidth, section.triangleDepth);
    case 'rect-round':
      return rectangleOnArc(section.depth, section.topWidth, section.bottomRadius);
    case 'modified-baskethandle':
      return rectangleUnderArc(section.depth, section.bottomWidth, section.topRadius);
    case 'horizontal-ellipse':
    case 'vertical-ellipse':
      return ellipse(section.depth, section.width);
    case 'arch':
      return outlinedSewer('arch', section.depth, section.width);
    case 'custom': {
      const curve = sources.curves.get(section.curve);
      if (curve === undefined) throw new UnusableSection(`Link ${link}: there is no shape curve ${section.curve}.`);
      let x = curve.x.map((share) => share * section.depth);
      let y = curve.y.map((share) => share * section.depth);
      if (x[0]! > 0) {
        x = [0, ...x];
        y = [y[0]!, ...y];
      }
      return polygonOfWidths(x, y, false);
    }
    case 'irregular': {
      const transect = sources.transects.get(section.transect);
      if (transect === undefined) throw new UnusableSection(`Link ${link}: there is no transect ${section.transect}.`);
      return once(transect, () => transectOf(transect));
    }
    case 'street': {
      const street = sources.streets.get(section.street);
      if (street === undefined) throw new UnusableSection(`Link ${link}: there is no street ${section.street}.`);
      return once(street, () => transectShape(streetBed(street)));
    }
    case 'dummy':
      return rectangle(1, 1, true);
    default:
      return tabulated(section.shape, section.depth);
  }
}

/**
 * The section of a link with its sediment.
 *
 * @param sediment m above the bottom; at most 95 % of the depth is taken
 * @throws UnusableSection when a size is not positive or a named table is missing
 */
export function builtSection(section: Section, sediment: number, link: string, sources: SectionSources): BuiltSection {
  const clean = geometryOf(section, link, sources);
  if (!(clean.fullDepth > 0) || !Number.isFinite(clean.fullDepth) || !(clean.area(clean.fullDepth) > 0)) {
    throw new UnusableSection(`Link ${link}: its section has no area. Give a depth and a width above 0.`);
  }
  const shape = withSediment(clean, Math.min(Math.max(0, sediment), 0.95 * clean.fullDepth));
  const plain = { shape, bottom: 0, slopes: 0, sides: 0, roughness: null };
  switch (section.shape) {
    case 'rect-closed':
      return { ...plain, kind: BOX, bottom: section.width, sides: 2 };
    case 'rect-open': {
      // Walls without friction leave the closed form of a trapezium with slope 0.
      const kind = section.sidesIgnored === 0 ? RECTANGLE : TRAPEZIUM;
      return { ...plain, kind, bottom: section.width, sides: 2 - section.sidesIgnored };
    }
    case 'trapezoidal':
    case 'triangular': {
      const bottom = shape.width(0);
      const slopes = (shape.width(shape.fullDepth) - bottom) / shape.fullDepth;
      const sides = (shape.perimeter(shape.fullDepth) - shape.perimeter(0)) / shape.fullDepth;
      return { ...plain, kind: TRAPEZIUM, bottom, slopes, sides };
    }
    case 'irregular': {
      const transect = sources.transects.get(section.transect)!;
      // The manual speaks of the shorter length of the flood plain, but SWMM keeps the length given; so do we, for the same levels.
      return { ...plain, kind: TABLE, roughness: meanderingRoughness(transect) };
    }
    case 'street':
      return { ...plain, kind: TABLE, roughness: sources.streets.get(section.street)!.roadRoughness };
    default:
      return { ...plain, kind: TABLE };
  }
}
