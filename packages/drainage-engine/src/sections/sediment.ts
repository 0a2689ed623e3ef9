import type { ShapeGeometry } from './shape-geometry.ts';

/**
 * A section whose lowest `sediment` metres are filled: the bed is flat and as wide as the section there, depths count from the bed.
 * For a circle it is the filled circular section of the SWMM Reference Manual Vol. II, table 5-8; here it holds for every shape.
 * The caller raises inverts and offsets by the same depth.
 *
 * @param sediment m, below the full depth of the shape
 */
export function withSediment(shape: ShapeGeometry, sediment: number): ShapeGeometry {
  if (sediment <= 0) return shape;
  const filledArea = shape.area(sediment);
  const filledPerimeter = shape.perimeter(sediment);
  const bedWidth = shape.width(sediment);
  const radius = shape.radius?.bind(shape);
  const area = (y: number): number => Math.max(0, shape.area(y + sediment) - filledArea);
  const perimeter = (y: number): number => shape.perimeter(y + sediment) - filledPerimeter + bedWidth;
  return {
    fullDepth: shape.fullDepth - sediment,
    isOpen: shape.isOpen,
    area,
    width: (y) => shape.width(y + sediment),
    perimeter,
    corners: (shape.corners ?? []).map((y) => y - sediment).filter((y) => y > 0),
    // A compound channel keeps the ratio of its conveyance radius to its plain one.
    ...(radius === undefined
      ? {}
      : {
          radius: (y: number): number => {
            const plain = shape.area(y + sediment) / Math.max(1e-9, shape.perimeter(y + sediment));
            return (area(y) / Math.max(1e-9, perimeter(y))) * (plain > 0 ? radius(y + sediment) / plain : 1);
          },
        }),
  };
}
