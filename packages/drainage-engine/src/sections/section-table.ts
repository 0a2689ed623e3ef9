import type { ShapeGeometry } from './shape-geometry.ts';

/** Equal depth steps in a table. The area is exact at the knots and a parabola between them, so 128 hold a circle to 0.01 %. */
export const TABLE_STEPS = 128;
/** Numbers a knot holds: area, width, hydraulic radius, conveyance factor A R^(2/3). */
export const TABLE_STRIDE = 4;
/** Length of one table. */
export const TABLE_LENGTH = (TABLE_STEPS + 1) * TABLE_STRIDE;

/** A number of a table between the knot at `at` and the next, `f` of the way. */
export function between(tables: Float64Array, at: number, f: number): number {
  const value = tables[at]!;
  return value + f * (tables[at + TABLE_STRIDE]! - value);
}

/** As `between`, of the area: exact at the knots, slope equal to the width within the step, so that volume and surface area agree. */
export function areaBetween(tables: Float64Array, at: number, f: number): number {
  const wider = tables[at + TABLE_STRIDE + 1]! - tables[at + 1]!;
  return between(tables, at, f) + (0.5 / TABLE_STEPS) * wider * f * (f - 1);
}

/** Hydraulic radius, m: of the shape itself where it has one, else area over perimeter. */
export function hydraulicRadius(shape: ShapeGeometry, y: number): number {
  if (shape.radius !== undefined) return shape.radius(y);
  const perimeter = shape.perimeter(y);
  return perimeter > 0 ? shape.area(y) / perimeter : 0;
}

/**
 * A table of a shape at equal steps of relative depth, made dimensionless by the full depth D: area / D2, width / D, radius / D,
 * A R^(2/3) / D^(8/3). Shapes that are alike share one table whatever their size.
 *
 * @returns TABLE_LENGTH numbers
 */
export function tableOf(shape: ShapeGeometry): Float64Array {
  const depth = shape.fullDepth;
  const table = new Float64Array(TABLE_LENGTH);
  for (let i = 0; i <= TABLE_STEPS; i++) {
    const y = (depth * i) / TABLE_STEPS;
    const area = shape.area(y) / (depth * depth);
    const radius = i === 0 ? 0 : hydraulicRadius(shape, y) / depth;
    const at = i * TABLE_STRIDE;
    table[at] = area;
    table[at + 1] = shape.width(y) / depth;
    table[at + 2] = radius;
    table[at + 3] = area * Math.cbrt(radius * radius);
  }
  return table;
}
