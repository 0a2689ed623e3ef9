import { alike } from '../alike.ts';
import type { ShapeGeometry } from './shape-geometry.ts';
import { TABLE_LENGTH, TABLE_STEPS, TABLE_STRIDE, between, hydraulicRadius, tableOf } from './section-table.ts';

/** Kinds of section the kernel tells apart. */
export const RECTANGLE = 0;
/** Rectangle with a lid. */
export const BOX = 1;
/** Trapezium and triangle. */
export const TRAPEZIUM = 2;
/** Everything else, from a table. */
export const TABLE = 3;

/** Share of the full depth above which a closed section keeps its width (EXTRAN, as in SWMM 5.2). */
export const CROWN_CUTOFF = 0.96;

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

/** Sections of all links, each once however many links have it; structure of arrays, SI. */
export type SectionSet = {
  /** Number of each link's section, by which the other arrays stand. */
  readonly of: Int32Array;
  readonly kind: Uint8Array;
  readonly isOpen: Uint8Array;
  readonly fullDepth: Float64Array;
  readonly bottom: Float64Array;
  readonly slopes: Float64Array;
  readonly sides: Float64Array;
  /** Start of the section's table in `tables`; 0 for closed forms. */
  readonly tableStart: Int32Array;
  readonly tables: Float64Array;
  readonly fullArea: Float64Array;
  /** R^(2/3) when full, m^(2/3). */
  readonly fullRadiusPower: Float64Array;
  readonly maxWidth: Float64Array;
  /** Width at `CROWN_CUTOFF`. */
  readonly crownWidth: Float64Array;
};

/** A table of a shape is shared by every link whose dimensionless table is the same to 12 digits. */
function keyOf(table: Float64Array): string {
  let key = '';
  for (let i = 0; i < table.length; i += 17) key += table[i]!.toPrecision(12);
  return key;
}

/** Tables of shapes one after another, each once. */
class Tables {
  readonly #ofShape = new Map<ShapeGeometry, number>();
  readonly #starts = new Map<string, number>();
  readonly #tables: Float64Array[] = [];

  /** Start of the table of a shape. */
  startOf(shape: ShapeGeometry): number {
    let start = this.#ofShape.get(shape);
    if (start !== undefined) return start;
    const table = tableOf(shape);
    const key = keyOf(table);
    start = this.#starts.get(key);
    if (start === undefined) {
      start = this.#tables.length * TABLE_LENGTH;
      this.#tables.push(table);
      this.#starts.set(key, start);
    }
    this.#ofShape.set(shape, start);
    return start;
  }

  /** Width over the full depth of the table at `start`, at a relative depth below 1. */
  widthAt(start: number, depth: number): number {
    const x = depth * TABLE_STEPS;
    const knot = Math.floor(x);
    return between(this.#tables[start / TABLE_LENGTH]!, knot * TABLE_STRIDE + 1, x - knot);
  }

  /** Largest width over the full depth of the table at `start`. */
  widest(start: number): number {
    const table = this.#tables[start / TABLE_LENGTH]!;
    let widest = 0;
    for (let k = 0; k <= TABLE_STEPS; k++) widest = Math.max(widest, table[k * TABLE_STRIDE + 1]!);
    return widest;
  }

  joined(): Float64Array {
    const all = new Float64Array(this.#tables.length * TABLE_LENGTH);
    this.#tables.forEach((table, i) => all.set(table, i * TABLE_LENGTH));
    return all;
  }
}

/** Lays sections out for the kernel. */
export function sectionSetOf(sections: readonly KernelSection[]): SectionSet {
  const tables = new Tables();
  const startOf = ({ kind, shape }: KernelSection): number => (kind === TABLE ? tables.startOf(shape) : 0);
  const { of, first } = alike(sections, (one) => {
    const { kind, shape, bottom, slopes, sides } = one;
    return [kind, startOf(one), shape.isOpen ? 1 : 0, shape.fullDepth, bottom, slopes, sides].join(' ');
  });
  const widthOf = (one: KernelSection, depth: number, ofTable: (start: number) => number): number =>
    one.kind === TABLE ? ofTable(startOf(one)) * one.shape.fullDepth : one.bottom + one.slopes * depth * one.shape.fullDepth;
  const real = (value: (one: KernelSection) => number): Float64Array => Float64Array.from(first, value);
  return {
    of,
    kind: Uint8Array.from(first, ({ kind }) => kind),
    isOpen: Uint8Array.from(first, ({ shape }) => (shape.isOpen ? 1 : 0)),
    fullDepth: real(({ shape }) => shape.fullDepth),
    bottom: real(({ bottom }) => bottom),
    slopes: real(({ slopes }) => slopes),
    sides: real(({ sides }) => sides),
    tableStart: Int32Array.from(first, startOf),
    tables: tables.joined(),
    fullArea: real(({ shape }) => shape.area(shape.fullDepth)),
    fullRadiusPower: real(({ shape }) => Math.cbrt(hydraulicRadius(shape, shape.fullDepth) ** 2)),
    maxWidth: real((one) => widthOf(one, 1, (start) => tables.widest(start))),
    crownWidth: real((one) => widthOf(one, CROWN_CUTOFF, (start) => tables.widthAt(start, CROWN_CUTOFF))),
  };
}
