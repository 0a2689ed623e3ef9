import type { Curve, Transect } from '../model/curves.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import type { Conduit } from '../model/links.ts';
import type { Section } from '../model/section.ts';
import { userUnits, type UserUnits } from '../model/units.ts';
import { builtSection, type SectionSources } from '../sections/section-of-model.ts';
import { curveFactors } from './read-curves.ts';
import { writtenName, type Word } from './written-row.ts';

/** How a silted conduit stands in a file, which knows sediment in circles only: a smaller section, its ends raised. */
export interface SiltedSection {
  readonly section: Section;
  /** m */
  readonly raised: number;
  readonly curve: Curve | null;
  readonly transect: Transect | null;
}

const LEVELS = 24;

/**
 * The reduced section of a conduit with sediment: rectangles and trapezoids lose depth, a circle becomes FILLED_CIRCULAR, other open shapes become a
 * transect and other closed ones a shape curve.
 */
export function siltedSection(conduit: Conduit, sources: SectionSources): SiltedSection {
  const { section, sedimentDepth: silt } = conduit;
  const plain = { section, raised: 0, curve: null, transect: null };
  if (silt <= 0 || section.shape === 'dummy') return plain;
  switch (section.shape) {
    case 'circular':
      return { ...plain, section: { shape: 'filled-circular', depth: section.depth, fill: silt } };
    case 'filled-circular':
      return { ...plain, section: { ...section, fill: section.fill + silt } };
    case 'rect-open':
    case 'rect-closed':
      return { ...plain, section: { ...section, depth: section.depth - silt }, raised: silt };
    case 'trapezoidal':
    case 'triangular': {
      const [left, right] =
        section.shape === 'triangular'
          ? [section.topWidth / section.depth / 2, section.topWidth / section.depth / 2]
          : [section.leftSlope, section.rightSlope];
      const bottomWidth = (section.shape === 'triangular' ? 0 : section.bottomWidth) + silt * (left + right);
      return {
        ...plain,
        section: { shape: 'trapezoidal', depth: section.depth - silt, bottomWidth, leftSlope: left, rightSlope: right },
        raised: silt,
      };
    }
    case 'irregular':
      return siltedTransect(conduit, sources.transects.get(section.transect)!);
    default:
      return siltedShape(conduit, sources);
  }
}

function siltedTransect({ name, sedimentDepth }: Conduit, transect: Transect): SiltedSection {
  const bed = transect.elevations.reduce((least, one) => Math.min(least, one), Infinity) + sedimentDepth;
  const silted = { ...transect, name: `${name}_silted`, elevations: transect.elevations.map((one) => Math.max(one, bed)) };
  return { section: { shape: 'irregular', transect: silted.name }, raised: sedimentDepth, curve: null, transect: silted };
}

function siltedShape({ name, section, sedimentDepth, roughness }: Conduit, sources: SectionSources): SiltedSection {
  const { shape } = builtSection(section, sedimentDepth, name, sources);
  const levels = Array.from({ length: LEVELS + 1 }, (_, index) => index / LEVELS);
  const widths = levels.map((level) => shape.width(level * shape.fullDepth));
  if (!shape.isOpen) {
    const curve: Curve = { name: `${name}_silted`, kind: 'shape', x: levels, y: widths.map((width) => width / shape.fullDepth) };
    return { section: { shape: 'custom', depth: shape.fullDepth, curve: curve.name }, raised: sedimentDepth, curve, transect: null };
  }
  const middle = widths.at(-1)! / 2;
  const left = levels.map((level, index) => [middle - widths[index]! / 2, level * shape.fullDepth] as const).toReversed();
  const right = levels.map((level, index) => [middle + widths[index]! / 2, level * shape.fullDepth] as const);
  const points = [...left, ...right];
  const transect: Transect = {
    name: `${name}_silted`,
    leftRoughness: roughness,
    rightRoughness: roughness,
    channelRoughness: roughness,
    leftBank: 0,
    rightBank: widths.at(-1)!,
    stations: points.map(([station]) => station),
    elevations: points.map(([, elevation]) => elevation),
    meander: 1,
    stationFactor: 1,
    elevationOffset: 0,
  };
  return { section: { shape: 'irregular', transect: transect.name }, raised: sedimentDepth, curve: null, transect };
}

/** Shape and four sizes in the file's units. */
function sectionWords(section: Section, { length, rainDepth }: UserUnits, isDarcy: boolean): Word[] {
  const keyword = section.shape.replaceAll('-', '_').toUpperCase();
  switch (section.shape) {
    case 'force-main':
      return [keyword, section.depth / length, section.roughness / (isDarcy ? rainDepth : 1), 0, 0];
    case 'filled-circular':
      return [keyword, section.depth / length, section.fill / length, 0, 0];
    case 'rect-closed':
      return [keyword, section.depth / length, section.width / length, 0, 0];
    case 'rect-open':
      return [keyword, section.depth / length, section.width / length, section.sidesIgnored, 0];
    case 'trapezoidal':
      return [keyword, section.depth / length, section.bottomWidth / length, section.leftSlope, section.rightSlope];
    case 'triangular':
    case 'parabolic':
      return [keyword, section.depth / length, section.topWidth / length, 0, 0];
    case 'power':
      return [keyword, section.depth / length, section.topWidth / length, section.exponent, 0];
    case 'rect-triangular':
      return [keyword, section.depth / length, section.topWidth / length, section.triangleDepth / length, 0];
    case 'rect-round':
      return [keyword, section.depth / length, section.topWidth / length, section.bottomRadius / length, 0];
    case 'modified-baskethandle':
      return ['MODBASKETHANDLE', section.depth / length, section.bottomWidth / length, section.topRadius / length, 0];
    case 'horizontal-ellipse':
    case 'vertical-ellipse':
    case 'arch': {
      const word = { 'horizontal-ellipse': 'HORIZ_ELLIPSE', 'vertical-ellipse': 'VERT_ELLIPSE', arch: 'ARCH' }[section.shape];
      return [word, section.depth / length, section.width / length, section.sizeCode, 0];
    }
    case 'custom':
      return [keyword, section.depth / length, writtenName(section.curve), 0, 0];
    case 'irregular':
      return [keyword, writtenName(section.transect), 0, 0, 0];
    case 'street':
      return [keyword, writtenName(section.street), 0, 0, 0];
    case 'dummy':
      return [keyword, 0, 0, 0, 0];
    default:
      return [keyword.replaceAll('_', ''), section.depth / length, 0, 0, 0];
  }
}

/** Rows of [XSECTIONS]. */
export function sectionRows({ links, options }: DrainageModel, silted: ReadonlyMap<string, SiltedSection>): Word[][] {
  const units = userUnits(options.flowUnit);
  const isDarcy = options.forceMainEquation === 'darcy-weisbach';
  return links.flatMap((link): Word[][] => {
    if (link.kind === 'orifice' || link.kind === 'weir') return [[writtenName(link.name), ...sectionWords(link.section, units, isDarcy)]];
    if (link.kind !== 'conduit') return [];
    const words = sectionWords(silted.get(link.name)?.section ?? link.section, units, isDarcy);
    return [[writtenName(link.name), ...words, link.barrels, ...(link.culvertCode > 0 ? [link.culvertCode] : [])]];
  });
}

/** Rows of [CURVES]: kind on the first row of each. */
export function curveRows(curves: readonly Curve[], units: UserUnits): Word[][] {
  return curves.flatMap(({ name, kind, x, y }) => {
    const [xFactor, yFactor] = curveFactors(kind, units);
    return x.map((value, index) => [writtenName(name), index === 0 ? kind.toUpperCase() : '', value / xFactor, y[index]! / yFactor]);
  });
}

/** Rows of [TRANSECTS]. */
export function transectRows(transects: readonly Transect[], { length }: UserUnits): Word[][] {
  return transects.flatMap((one) => {
    const station = length * one.stationFactor;
    const rows: Word[][] = [
      ['NC', one.leftRoughness, one.rightRoughness, one.channelRoughness],
      [
        'X1',
        writtenName(one.name),
        one.stations.length,
        one.leftBank / station,
        one.rightBank / station,
        0,
        0,
        one.meander === 1 ? 0 : one.meander,
        one.stationFactor === 1 ? 0 : one.stationFactor,
        one.elevationOffset / length,
      ],
    ];
    for (let at = 0; at < one.stations.length; at += 5) {
      const points = one.stations
        .slice(at, at + 5)
        .flatMap((value, index) => [(one.elevations[at + index]! - one.elevationOffset) / length, value / station]);
      rows.push(['GR', ...points]);
    }
    return rows;
  });
}
