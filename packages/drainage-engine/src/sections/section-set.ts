import type { ShapeGeometry } from './shape-geometry.ts';
import { TABLE_LENGTH, TABLE_STEPS, TABLE_STRIDE, tableOf } from './section-table.ts';

/** Kinds of section the kernel tells apart. */
export const RECTANGLE = 0;
/** Rectangle with a lid. */
export const BOX = 1;
/** Trapezium and triangle. */
export const TRAPEZIUM = 2;
/** Everything else, from a table. */
export const TABLE = 3;

/** How one section enters the kernel: a closed form where there is one, else its geometry to be tabulated. */
export type KernelSection = {
  readonly kind: number;
  readonly shape: ShapeGeometry;
  /** Bottom width, m; rectangles, boxes and trapezia. */
  readonly bottom: number;
  /** Sum of both side slopes, run over rise. */
  readonly slopes: number;
  /** Wetted length of both sides per metre of depth. */
  readonly sides: number;
};

/** Sections of all links as structure of arrays; one entry a link, in the order of the links. SI. */
export type SectionSet = {
  readonly kind: Uint8Array;
  readonly isOpen: Uint8Array;
  readonly fullDepth: Float64Array;
  readonly bottom: Float64Array;
  readonly slopes: Float64Array;
  readonly sides: Float64Array;
  /** Start of the link's table in `tables`; 0 for closed forms. */
  readonly tableStart: Int32Array;
  readonly tables: Float64Array;
  readonly fullArea: Float64Array;
  readonly maxWidth: Float64Array;
};

/** A table of a shape is shared by every link whose dimensionless table is the same to 12 digits. */
function keyOf(table: Float64Array): string {
  let key = '';
  for (let i = 0; i < table.length; i += 17) key += table[i]!.toPrecision(12);
  return key;
}

/** Lays sections out for the kernel. */
export function sectionSetOf(sections: readonly KernelSection[]): SectionSet {
  const n = sections.length;
  const set = {
    kind: new Uint8Array(n),
    isOpen: new Uint8Array(n),
    fullDepth: new Float64Array(n),
    bottom: new Float64Array(n),
    slopes: new Float64Array(n),
    sides: new Float64Array(n),
    tableStart: new Int32Array(n),
    fullArea: new Float64Array(n),
    maxWidth: new Float64Array(n),
  };
  const starts = new Map<string, number>();
  const ofShape = new Map<ShapeGeometry, number>();
  const tables: Float64Array[] = [];
  sections.forEach(({ kind, shape, bottom, slopes, sides }, i) => {
    const full = shape.fullDepth;
    set.kind[i] = kind;
    set.isOpen[i] = shape.isOpen ? 1 : 0;
    set.fullDepth[i] = full;
    set.bottom[i] = bottom;
    set.slopes[i] = slopes;
    set.sides[i] = sides;
    set.fullArea[i] = shape.area(full);
    if (kind !== TABLE) {
      set.maxWidth[i] = bottom + slopes * full;
      return;
    }
    let start = ofShape.get(shape);
    if (start === undefined) {
      const table = tableOf(shape);
      const key = keyOf(table);
      start = starts.get(key);
      if (start === undefined) {
        start = tables.length * TABLE_LENGTH;
        tables.push(table);
        starts.set(key, start);
      }
      ofShape.set(shape, start);
    }
    set.tableStart[i] = start;
    const table = tables[start / TABLE_LENGTH]!;
    let widest = 0;
    for (let k = 0; k <= TABLE_STEPS; k++) widest = Math.max(widest, table[k * TABLE_STRIDE + 1]!);
    set.maxWidth[i] = widest * full;
  });
  const all = new Float64Array(tables.length * TABLE_LENGTH);
  tables.forEach((table, i) => all.set(table, i * TABLE_LENGTH));
  return { ...set, tables: all };
}
