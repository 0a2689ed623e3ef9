import type { DrainageModel } from '../model/drainage-model.ts';
import type { Link } from '../model/links.ts';
import { GRAVITY } from '../sections/critical-depth.ts';
import { builtSection, type BuiltSection, type SectionSources } from '../sections/section-of-model.ts';
import { TABLE, sectionSetOf } from '../sections/section-set.ts';
import { conduitConstants } from './conduit-constants.ts';
import {
  CONDUIT,
  DUMMY,
  HAS_BARRELS,
  HAS_LOSS,
  IS_CLOSED,
  IS_BOUND,
  IS_CONTROLLED,
  IS_CULVERT,
  IS_FORCE_MAIN,
  MAY_FALL,
  ORIFICE,
  OUTLET,
  PUMP,
  SHAPE_SHIFT,
  TOUCHES_OUTFALL,
  WEIR,
  type Network,
} from './network.ts';
import { BED_1, BED_2, BETA, FIXED, FRICTION, FULL, INVERSE_LENGTH, QUARTER, TABLE_START } from './records.ts';
import { nodeLayout } from './node-layout.ts';
import { inverseOf, nodeOrder, partStarts } from './renumber.ts';

/** Thrown when a model cannot be run. The message names the object and says what to do. */
export class UnusableModel extends Error {
  readonly code = 'unusable-model';
}

function kindOf(link: Link): number {
  switch (link.kind) {
    case 'conduit':
      return link.section.shape === 'dummy' ? DUMMY : CONDUIT;
    case 'pump':
      return PUMP;
    case 'orifice':
      return ORIFICE;
    case 'weir':
      return WEIR;
    case 'outlet':
      return OUTLET;
  }
}

const none = new Float64Array(0);
const NO_SECTION = { shape: 'dummy' } as const;

function offsetOf(link: Link): number {
  if (link.kind === 'orifice' || link.kind === 'outlet') return link.offset;
  return link.kind === 'weir' ? link.crestOffset : 0;
}

/** A catalogue by name. */
export function byName<T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.name, item]));
}

function endsOf(model: DrainageModel): [number, number][] {
  const index = new Map(model.nodes.map(({ name }, i) => [name, i]));
  return model.links.map((link) => {
    const from = index.get(link.from);
    const to = index.get(link.to);
    if (from === undefined || to === undefined) {
      const missing = from === undefined ? link.from : link.to;
      throw new UnusableModel(`Link ${link.name}: there is no node ${missing}. Add the node or correct the link.`);
    }
    if (from === to) throw new UnusableModel(`Link ${link.name} begins and ends at node ${link.from}. Give it two different nodes.`);
    if (link.kind === 'conduit' && link.section.shape !== 'dummy') {
      if (!(link.length > 0)) throw new UnusableModel(`Conduit ${link.name}: its length is ${link.length} m. Give a length above 0.`);
      if (
        !(link.roughness > 0) &&
        link.section.shape !== 'irregular' &&
        link.section.shape !== 'street' &&
        link.section.shape !== 'force-main'
      ) {
        throw new UnusableModel(`Conduit ${link.name}: its roughness is ${link.roughness}. Give Manning's n above 0.`);
      }
    }
    return [from, to];
  });
}

/**
 * Lays a model out for the kernel.
 *
 * @throws UnusableModel, UnusableSection when an object cannot be run; both name it
 */
export function networkOf(model: DrainageModel): Network {
  const { nodes, links, options } = model;
  const ends = endsOf(model);
  const isOutfall = nodes.map(({ kind }) => kind === 'outfall');
  const { order: modelNode, part, partCount } = nodeOrder(nodes.length, isOutfall, ends);
  const kernelNode = inverseOf(modelNode);
  const outfallStart = isOutfall.filter((is) => !is).length;
  const isConduit = links.map((link) => kindOf(link) === CONDUIT);
  const lower = ends.map(([from, to]) => Math.min(kernelNode[from]!, kernelNode[to]!));
  const partOfLink = (i: number): number => part[lower[i]!]!;
  // Conduits first, then by part, then by place.
  const compare = (a: number, b: number): number =>
    Number(isConduit[b]) - Number(isConduit[a]) || partOfLink(a) - partOfLink(b) || lower[a]! - lower[b]! || a - b;
  const modelLink = Int32Array.from(links.map((_, i) => i).toSorted(compare));
  const conduitCount = isConduit.filter(Boolean).length;
  const n = links.length;
  const real = (): Float64Array => new Float64Array(n);
  const flag = (): Uint8Array => new Uint8Array(n);
  const made = {
    kind: flag(), from: new Int32Array(n), to: new Int32Array(n), direction: new Int8Array(n).fill(1),
    link: new Float64Array(FIXED * n), hasFlapGate: flag(), volumeFactor: real().fill(1), barrels: new Uint16Array(n).fill(1),
    entryLoss: real(), exitLoss: real(), averageLoss: real(), flowLimits: real().fill(Infinity),
    culvertCode: flag(), special: new Uint16Array(n), fallOf: new Int32Array(n).fill(-1), forceMain: flag(), forceMainFactor: real(),
  }; // prettier-ignore
  const sources: SectionSources = { transects: byName(model.transects), streets: byName(model.streets), curves: byName(model.curves) };
  const sections: BuiltSection[] = [];
  const offsets = { upper: real(), lower: real() };
  for (let i = 0; i < n; i++) {
    const at = modelLink[i]!;
    const link = links[at]!;
    let [from, to] = ends[at]!;
    const kind = kindOf(link);
    made.kind[i] = kind;
    if (kind !== CONDUIT) {
      const hasSection = link.kind === 'orifice' || link.kind === 'weir';
      sections.push(builtSection(hasSection ? link.section : NO_SECTION, 0, link.name, sources));
      offsets.upper[i] = offsetOf(link);
      if (link.kind !== 'pump' && link.kind !== 'conduit') made.hasFlapGate[i] = link.hasFlapGate ? 1 : 0;
      if (link.kind === 'conduit' && link.maximumFlow > 0) made.flowLimits[i] = link.maximumFlow;
    } else if (link.kind === 'conduit') {
      const sediment = link.section.shape === 'filled-circular' ? Math.max(link.sedimentDepth, link.section.fill) : link.sedimentDepth;
      const section = builtSection(link.section, sediment, link.name, sources);
      sections.push(section);
      let offset1 = link.inletOffset + sediment;
      let offset2 = link.outletOffset + sediment;
      const fall = nodes[from]!.invert + offset1 - nodes[to]!.invert - offset2;
      const constants = conduitConstants(link, section, fall, options);
      let { entryLoss, exitLoss } = link;
      if (constants.isReversed) {
        [from, to] = [to, from];
        [offset1, offset2] = [offset2, offset1];
        [entryLoss, exitLoss] = [exitLoss, entryLoss];
        made.direction[i] = -1;
      }
      offsets.upper[i] = offset1;
      offsets.lower[i] = offset2;
      made.hasFlapGate[i] = link.hasFlapGate ? 1 : 0;
      made.volumeFactor[i] = constants.volumeFactor;
      made.link[i * FIXED + INVERSE_LENGTH] = 1 / constants.length;
      made.link[i * FIXED + QUARTER] = 0.25 * constants.length;
      made.link[i * FIXED + BETA] = constants.beta;
      made.link[i * FIXED + FRICTION] = GRAVITY * constants.roughness * constants.roughness;
      made.barrels[i] = Math.max(1, link.barrels);
      made.entryLoss[i] = entryLoss;
      made.exitLoss[i] = exitLoss;
      made.averageLoss[i] = link.averageLoss;
      if (link.maximumFlow > 0) made.flowLimits[i] = link.maximumFlow;
      made.culvertCode[i] = link.culvertCode;
      made.forceMain[i] = constants.forceMain;
      made.forceMainFactor[i] = constants.forceMainFactor;
    }
    made.from[i] = kernelNode[from]!;
    made.to[i] = kernelNode[to]!;
    made.link[i * FIXED + BED_1] = nodes[from]!.invert + offsets.upper[i]!;
    made.link[i * FIXED + BED_2] = nodes[to]!.invert + offsets.lower[i]!;
  }
  const set = sectionSetOf(sections);
  let fallCount = 0;
  for (let i = 0; i < n; i++) {
    const { shape, kind, bottom, slopes, sides } = sections[i]!;
    made.link.set([shape.fullDepth, bottom, slopes, sides], i * FIXED + FULL);
    if (kind === TABLE) made.link[i * FIXED + TABLE_START] = set.tableStart[set.of[i]!]!;
    const touchesOutfall = made.from[i]! >= outfallStart || made.to[i]! >= outfallStart;
    const shuts = [made.from[i]!, made.to[i]!].some((at) => {
      const node = nodes[modelNode[at]!]!;
      return node.kind === 'outfall' && node.hasFlapGate;
    });
    let bits = 0;
    // As the kernel knows them: an offset too small for a level's digits is none.
    const isHigh = (bed: number, at: number): boolean => made.link[i * FIXED + bed]! > nodes[modelNode[at]!]!.invert;
    if (isHigh(BED_1, made.from[i]!) || isHigh(BED_2, made.to[i]!) || touchesOutfall) {
      bits |= MAY_FALL;
      made.fallOf[i] = fallCount++;
    }
    if (made.entryLoss[i]! + made.exitLoss[i]! + made.averageLoss[i]! > 0) bits |= HAS_LOSS;
    if (made.culvertCode[i]! > 0) bits |= IS_CULVERT;
    if (made.hasFlapGate[i] === 1 || made.flowLimits[i]! < Infinity || shuts) bits |= IS_BOUND;
    if (made.barrels[i]! > 1) bits |= HAS_BARRELS;
    if (made.forceMain[i]! > 0) bits |= IS_FORCE_MAIN;
    if (model.controls.rules.length > 0) bits |= IS_CONTROLLED;
    if (touchesOutfall) bits |= TOUCHES_OUTFALL;
    if (!shape.isOpen) bits |= IS_CLOSED;
    made.special[i] = bits | (kind << SHAPE_SHIFT);
  }
  const fixed = {
    nodeCount: nodes.length, outfallStart, linkCount: n, conduitCount, fallCount,
    settingCount: conduitCount < n || model.controls.rules.length > 0 ? n : 0,
    partCount,
    partNode: partStarts(partCount, 0, outfallStart, (k) => part[k]!),
    partOutfall: partStarts(partCount, outfallStart, nodes.length, (k) => part[k]!),
    partConduit: partStarts(partCount, 0, conduitCount, (k) => partOfLink(modelLink[k]!)),
    partStructure: partStarts(partCount, conduitCount, n, (k) => partOfLink(modelLink[k]!)),
    modelNode, kernelNode, modelLink, kernelLink: inverseOf(modelLink), sections: set, ...made,
  }; // prettier-ignore
  // What no link has takes no room.
  const has = (flag: number): boolean => made.special.some((bits) => (bits & flag) !== 0);
  if (!has(HAS_LOSS)) Object.assign(fixed, { entryLoss: none, exitLoss: none, averageLoss: none });
  if (!has(IS_FORCE_MAIN)) Object.assign(fixed, { forceMainFactor: none });
  if (made.flowLimits.every((most) => most === Infinity)) Object.assign(fixed, { flowLimits: none });
  if (made.volumeFactor.every((factor) => factor === 1)) Object.assign(fixed, { volumeFactor: none });
  return { ...fixed, ...nodeLayout(model, fixed) };
}
