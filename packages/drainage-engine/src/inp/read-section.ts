import type { Section, TabulatedShape } from '../model/section.ts';
import { standardArch } from '../sections/standard-arches.ts';
import { standardEllipse } from '../sections/standard-ellipses.ts';
import type { Draft } from './draft.ts';
import { RowRefused } from './inp-problem.ts';
import type { Row } from './row.ts';

type SizedShape = 'horizontal-ellipse' | 'vertical-ellipse' | 'arch';
type ShapeReader = (draft: Draft, row: Row) => Section;

function depth(draft: Draft, row: Row): number {
  return row.number(2, 'a full height', Number.MIN_VALUE) * draft.units.length;
}

function width(draft: Draft, row: Row, least = Number.MIN_VALUE): number {
  return row.number(3, 'a width', least) * draft.units.length;
}

function third(draft: Draft, row: Row, what: string): number {
  return row.numberOr(4, 0, what, 0) * draft.units.length;
}

const tabulated =
  (shape: TabulatedShape): ShapeReader =>
  (draft, row) => ({ shape, depth: depth(draft, row) });

function standardSize(shape: SizedShape, code: number): { readonly depth: number; readonly width: number } | null {
  if (shape === 'arch') {
    const size = standardArch(code);
    return size && { depth: size.rise, width: size.span };
  }
  const size = standardEllipse(code);
  if (size === null) return null;
  const { short, long } = size;
  return shape === 'horizontal-ellipse' ? { depth: short, width: long } : { depth: long, width: short };
}

/** Depth and width, or (Geom3 above zero, or only one size given) the code of a standard size. */
const sized =
  (shape: SizedShape): ShapeReader =>
  (draft, row) => {
    const third = row.numberOr(4, 0, 'a size code', 0);
    const sizeCode = third > 0 || row.numberOr(3, 0, 'a width', 0) > 0 ? third : row.number(2, 'a size code', 1);
    if (sizeCode === 0) return { shape, depth: depth(draft, row), width: width(draft, row), sizeCode };
    const standard = standardSize(shape, sizeCode);
    if (standard === null) throw new RowRefused(`expected a size code of the SWMM 5.2 User's Manual, 1 to ${shape === 'arch' ? 102 : 23}`);
    return { shape, ...standard, sizeCode };
  };

const readers: Readonly<Record<string, ShapeReader>> = {
  CIRCULAR: (draft, row) => ({ shape: 'circular', depth: depth(draft, row) }),
  FORCE_MAIN: (draft, row) => {
    const roughness = row.number(3, 'a roughness', Number.MIN_VALUE);
    const isHeight = draft.options.forceMainEquation === 'darcy-weisbach';
    // A Darcy-Weisbach roughness is in inches or millimetres.
    return { shape: 'force-main', depth: depth(draft, row), roughness: isHeight ? roughness * draft.units.rainDepth : roughness };
  },
  FILLED_CIRCULAR: (draft, row) => {
    const fill = row.number(3, 'a depth of sediment', 0) * draft.units.length;
    if (fill >= depth(draft, row)) throw new RowRefused('expected less sediment than the diameter');
    return { shape: 'filled-circular', depth: depth(draft, row), fill };
  },
  RECT_CLOSED: (draft, row) => ({ shape: 'rect-closed', depth: depth(draft, row), width: width(draft, row) }),
  RECT_OPEN: (draft, row) => ({
    shape: 'rect-open',
    depth: depth(draft, row),
    width: width(draft, row),
    sidesIgnored: Math.round(row.numberOr(4, 0, 'a number of sides to leave out', 0, 2)) as 0 | 1 | 2,
  }),
  TRAPEZOIDAL: (draft, row) => {
    const section = {
      shape: 'trapezoidal',
      depth: depth(draft, row),
      bottomWidth: width(draft, row, 0),
      leftSlope: row.number(4, 'a left slope', 0),
      rightSlope: row.number(5, 'a right slope', 0),
    } as const;
    if (section.bottomWidth + section.leftSlope + section.rightSlope <= 0) throw new RowRefused('expected a width or a slope above zero');
    return section;
  },
  TRIANGULAR: (draft, row) => ({ shape: 'triangular', depth: depth(draft, row), topWidth: width(draft, row) }),
  PARABOLIC: (draft, row) => ({ shape: 'parabolic', depth: depth(draft, row), topWidth: width(draft, row) }),
  POWER: (draft, row) => ({
    shape: 'power',
    depth: depth(draft, row),
    topWidth: width(draft, row),
    exponent: row.number(4, 'an exponent', Number.MIN_VALUE),
  }),
  RECT_TRIANGULAR: (draft, row) => ({
    shape: 'rect-triangular',
    depth: depth(draft, row),
    topWidth: width(draft, row),
    triangleDepth: third(draft, row, 'the height of the triangle'),
  }),
  RECT_ROUND: (draft, row) => ({
    shape: 'rect-round',
    depth: depth(draft, row),
    topWidth: width(draft, row),
    bottomRadius: third(draft, row, 'the radius of the bottom'),
  }),
  MODBASKETHANDLE: (draft, row) => ({
    shape: 'modified-baskethandle',
    depth: depth(draft, row),
    bottomWidth: width(draft, row),
    topRadius: third(draft, row, 'the radius of the top'),
  }),
  HORIZ_ELLIPSE: sized('horizontal-ellipse'),
  VERT_ELLIPSE: sized('vertical-ellipse'),
  ARCH: sized('arch'),
  EGG: tabulated('egg'),
  HORSESHOE: tabulated('horseshoe'),
  GOTHIC: tabulated('gothic'),
  CATENARY: tabulated('catenary'),
  SEMIELLIPTICAL: tabulated('semi-elliptical'),
  BASKETHANDLE: tabulated('baskethandle'),
  SEMICIRCULAR: tabulated('semi-circular'),
  CUSTOM: (draft, row) => ({
    shape: 'custom',
    depth: depth(draft, row),
    curve: draft.names.refer(row, 3, 'curve', 'the name of a shape curve'),
  }),
  IRREGULAR: (draft, row) => ({ shape: 'irregular', transect: draft.names.refer(row, 2, 'transect') }),
  STREET: (draft, row) => ({ shape: 'street', street: draft.names.refer(row, 2, 'street') }),
  DUMMY: () => ({ shape: 'dummy' }),
};

/** `Link Shape Geom1 Geom2 Geom3 Geom4 (Barrels Culvert)` */
export function readSection(draft: Draft, row: Row): void {
  const name = draft.names.refer(row, 0, 'link');
  const link = draft.links.get(name);
  if (!link) return;
  const section = row.choice(1, 'a shape of SWMM 5.2', readers)(draft, row);
  draft.sectioned.add(name);
  if (link.kind === 'orifice' || link.kind === 'weir') draft.links.set(name, { ...link, section });
  if (link.kind !== 'conduit') return;
  // The manual lets a custom shape end with its barrels as the fifth word.
  const isShortCustom = section.shape === 'custom' && row.words.length === 5;
  // The row of a transect or a street ends with its name: SWMM passes over what stands behind it.
  if (section.shape === 'irregular' || section.shape === 'street') {
    draft.links.set(name, { ...link, section, barrels: 1, culvertCode: 0 });
    return;
  }
  draft.links.set(name, {
    ...link,
    section,
    barrels: Math.max(1, Math.round(row.numberOr(isShortCustom ? 4 : 6, 1, 'a number of barrels', 0, 1000))),
    culvertCode: isShortCustom ? 0 : Math.round(row.numberOr(7, 0, 'a culvert code', 0, 57)),
  });
}

/** `Conduit Kentry Kexit Kavg (Flap Seepage)` */
export function readLosses(draft: Draft, row: Row): void {
  const name = draft.names.refer(row, 0, 'link', 'the name of a conduit');
  const link = draft.links.get(name);
  if (link?.kind !== 'conduit') return;
  draft.links.set(name, {
    ...link,
    entryLoss: row.number(1, 'an entry loss', 0),
    exitLoss: row.number(2, 'an exit loss', 0),
    averageLoss: row.number(3, 'an average loss', 0),
    hasFlapGate: row.yesOrNo(4, 'YES or NO for a flap gate'),
    seepage: row.numberOr(5, 0, 'a seepage rate', 0) * draft.units.rainRate,
  });
}
