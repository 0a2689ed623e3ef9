import type { DrainageModel } from '../model/drainage-model.ts';
import type { Conduit } from '../model/links.ts';
import type { Section } from '../model/section.ts';
import { builtSection, type SectionSources } from '../sections/section-of-model.ts';
import { UnusableRanking } from './sediment-state.ts';

/** What stands in a drain besides sediment. */
export type Obstruction =
  /** Rubbish, struts, a utility line: a loss coefficient on the velocity head. */
  | { readonly kind: 'loss'; readonly coefficient: number }
  /** A building or a fallen slab that takes a share of the width, 0 to 1, all along the link. */
  | { readonly kind: 'narrowing'; readonly share: number };

/** A drain in a state other than the model's: plain data that travels between threads. */
export type LinkChange = { readonly link: string; readonly sedimentDepth: number; readonly obstruction: Obstruction | null };

function narrowed(section: Section, share: number, link: string): Section {
  const rest = 1 - Math.min(0.95, Math.max(0, share));
  switch (section.shape) {
    case 'rect-open':
    case 'rect-closed':
      return { ...section, width: section.width * rest };
    case 'trapezoidal':
      return {
        ...section,
        bottomWidth: section.bottomWidth * rest,
        leftSlope: section.leftSlope * rest,
        rightSlope: section.rightSlope * rest,
      };
    case 'triangular':
    case 'parabolic':
    case 'power':
      return { ...section, topWidth: section.topWidth * rest };
    default:
      throw new UnusableRanking(`Link ${link}: a narrowing of a ${section.shape} section is not defined. Give the obstruction as a loss.`);
  }
}

/** The model with some drains in another state. */
export function withChanges(model: DrainageModel, changes: readonly LinkChange[]): DrainageModel {
  if (changes.length === 0) return model;
  const byLink = new Map(changes.map((change) => [change.link, change]));
  const links = model.links.map((link) => {
    const change = byLink.get(link.name);
    if (change === undefined || link.kind !== 'conduit') return link;
    const { sedimentDepth, obstruction } = change;
    if (obstruction?.kind === 'loss') return { ...link, sedimentDepth, averageLoss: link.averageLoss + obstruction.coefficient };
    if (obstruction?.kind === 'narrowing') return { ...link, sedimentDepth, section: narrowed(link.section, obstruction.share, link.name) };
    return { ...link, sedimentDepth };
  });
  return { ...model, links };
}

/** What named sections of a model refer to. */
export function sourcesOf(model: DrainageModel): SectionSources {
  const byName = <T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
    new Map(items.map((item) => [item.name, item]));
  return { transects: byName(model.transects), streets: byName(model.streets), curves: byName(model.curves) };
}

/** A drain measured clean and silted: m, m3, and the share of its full conveyance that is lost (Manning's A R^(2/3), see `siltedDrain`). */
export type SiltedDrain = {
  readonly fullDepth: number;
  readonly volume: number;
  readonly lostConveyance: number;
  readonly conveyance: number;
};

/** m/s2 */
const GRAVITY = 9.80665;

/**
 * Measures the sediment of a conduit and what it and an obstruction take from its conveyance. A loss of `coefficient` velocity heads
 * beside the friction of Manning's equation leaves 1 / sqrt(1 + coefficient R^(4/3) / (2 g n^2 L)) of it.
 *
 * @param fraction share of the full depth
 * @throws UnusableSection when the section cannot be built
 */
export function siltedDrain(conduit: Conduit, fraction: number, obstruction: Obstruction | null, sources: SectionSources): SiltedDrain {
  const clean = builtSection(conduit.section, 0, conduit.name, sources).shape;
  const roughness = Math.max(1e-6, conduit.roughness);
  const conveyance = (section: Section, sediment: number, coefficient: number): number => {
    const { shape } = builtSection(section, sediment, conduit.name, sources);
    const area = shape.area(shape.fullDepth);
    const part = Math.cbrt(area / shape.perimeter(shape.fullDepth)) ** 2;
    return (area * part) / Math.sqrt(1 + (coefficient * part ** 2) / (2 * GRAVITY * roughness ** 2 * conduit.length));
  };
  const whole = conveyance(conduit.section, 0, 0);
  const section = obstruction?.kind === 'narrowing' ? narrowed(conduit.section, obstruction.share, conduit.name) : conduit.section;
  const left = conveyance(section, fraction * clean.fullDepth, obstruction?.kind === 'loss' ? obstruction.coefficient : 0);
  return {
    fullDepth: clean.fullDepth,
    volume: clean.area(fraction * clean.fullDepth) * conduit.length * conduit.barrels,
    lostConveyance: 1 - left / whole,
    conveyance: (left / roughness) * conduit.barrels,
  };
}
