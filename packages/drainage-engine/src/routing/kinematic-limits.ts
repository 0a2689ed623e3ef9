import { fullFlow } from './link-values.ts';
import { firstFew } from '../first-few.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import type { Node } from '../model/nodes.ts';
import { normalDepth } from '../sections/normal-depth.ts';
import { weirCapacity } from './divider.ts';
import { flowOrder, linkInRing, type FlowOrder } from './flow-order.ts';
import { DUMMY, PUMP, MINIMUM_FALL, IS_STORAGE, CONDUIT, type Network } from './network.ts';
import { BED_1, BED_2, BETA, FIXED } from './records.ts';
import { highestStage } from './stages.ts';

const metres = (value: number): string => `${value.toFixed(2)} m`;

/**
 * Why kinematic wave or steady flow would mislead on a network: both know no water level below a conduit, so that tide, backwater and loops
 * are beyond them (SWMM Reference Manual Vol. II, chapters 2 and 4; what SWMM itself refuses is in the User's Manual, section 3.4 and appendix E).
 * Null where they may be used.
 */
export function kinematicLimit(model: DrainageModel, net: Network): string | null {
  const order = flowOrder(net);
  const reasons = [...tailwaterReasons(model, net), ...linkReasons(model, net)];
  for (let n = 0; n < net.nodeCount; n++) {
    const reason = partingReason(model, net, order, n);
    if (reason !== null) reasons.push(reason);
  }
  const ring = linkInRing(net, order);
  if (ring >= 0) reasons.push(`links run in a ring, one of them ${nameOf(model, net, ring)}`);
  return reasons.length === 0 ? null : firstFew(reasons, '; ');
}

/** What a screening run should say of a network that it may compute. */
export function kinematicWarnings(model: DrainageModel, net: Network): string[] {
  const flat: string[] = [];
  const idle: string[] = [];
  for (let i = 0; i < net.linkCount; i++) {
    const name = nameOf(model, net, i);
    if (net.kind[i] === DUMMY && (net.traits[net.from[i]!]! & IS_STORAGE) !== 0) idle.push(name);
    if (net.kind[i] === CONDUIT && net.link[i * FIXED + BED_1]! - net.link[i * FIXED + BED_2]! < MINIMUM_FALL) flat.push(name);
  }
  const warnings: string[] = [];
  if (flat.length > 0) {
    warnings.push(
      `A conduit without a fall carries next to nothing where only its slope drives it: ${firstFew(flat)}. Give it a fall or use the dynamic wave.`,
    );
  }
  if (idle.length > 0) warnings.push(`A conduit without a section draws nothing from a storage: ${firstFew(idle)}.`);
  return warnings;
}

function nameOf(model: DrainageModel, net: Network, link: number): string {
  return model.links[net.modelLink[link]!]!.name;
}

function nodeOf(model: DrainageModel, net: Network, n: number): Node {
  return model.nodes[net.modelNode[n]!]!;
}

/** Outfalls whose water stands above what the conduit brings at its full flow, and tides that come above its bed. */
function tailwaterReasons(model: DrainageModel, net: Network): string[] {
  const reasons: string[] = [];
  for (let i = 0; i < net.linkCount; i++) {
    const outfall = nodeOf(model, net, net.to[i]!);
    if (outfall.kind !== 'outfall') continue;
    const highest = highestStage(model, outfall.stage);
    const over = highest - freeLevel(model, net, i);
    if (!(over > 0)) continue;
    const name = nameOf(model, net, i);
    const normal = net.kind[i] === CONDUIT ? fullFlowDepth(net, i) : 0;
    if (outfall.stage.kind !== 'fixed') {
      reasons.push(`the tide at outfall ${outfall.name} comes to ${metres(highest)}, ${metres(over)} above where link ${name} ends`);
    } else if (over > normal) {
      const than = normal > 0 ? `, more than the ${metres(normal)} of its full flow` : '';
      reasons.push(`the level at outfall ${outfall.name} stands ${metres(over)} above where link ${name} ends${than}`);
    }
  }
  return reasons;
}

/** Level up to which water below a link does not act on it, m: the bed of a conduit's end, the crest of an opening. */
function freeLevel(model: DrainageModel, net: Network, i: number): number {
  if (net.kind[i] === CONDUIT) return net.link[i * FIXED + BED_2]!;
  const link = model.links[net.modelLink[i]!]!;
  if (link.kind !== 'pump') return net.kind[i] === DUMMY ? Infinity : net.link[i * FIXED + BED_1]!;
  const curve = model.curves.find(({ name }) => name === link.curve);
  // Only these lift the less the higher they lift.
  return curve?.kind === 'pump3' || curve?.kind === 'pump5' ? net.invert[net.to[i]!]! : Infinity;
}

/** Least depth at which a conduit carries its full flow, m. */
function fullFlowDepth(net: Network, i: number): number {
  return normalDepth(net.sections, i, ((1 - 1e-9) * fullFlow(net, i)) / net.barrels[i]!, net.link[i * FIXED + BETA]!);
}

function linkReasons(model: DrainageModel, net: Network): string[] {
  const reasons: string[] = [];
  for (let i = 0; i < net.linkCount; i++) {
    const n = net.from[i]!;
    const name = nameOf(model, net, i);
    if (n >= net.outfallStart) reasons.push(`link ${name} leaves outfall ${nodeOf(model, net, n).name}`);
    else if (net.direction[i] !== 1) reasons.push(`conduit ${name} rises in its direction of flow`);
    else if (net.kind[i]! > PUMP && (net.traits[n]! & IS_STORAGE) === 0) {
      reasons.push(`link ${name} works by the level of node ${nodeOf(model, net, n).name}, which is no storage`);
    }
  }
  return reasons;
}

/** Only storages and dividers part the flow. */
function partingReason(model: DrainageModel, net: Network, { start, links }: FlowOrder, n: number): string | null {
  const leaving = start[n + 1]! - start[n]!;
  const node = nodeOf(model, net, n);
  if (node.kind !== 'divider') return leaving > 1 && node.kind === 'junction' ? `${leaving} links leave junction ${node.name}` : null;
  if (leaving > 2) return `${leaving} links leave divider ${node.name}, which knows two`;
  if (leaving < 2) return null;
  if (![start[n]!, start[n]! + 1].some((k) => nameOf(model, net, links[k]!) === node.divertedLink)) {
    return `link ${node.divertedLink}, which divider ${node.name} diverts to, does not leave it`;
  }
  if (node.rule.kind === 'weir' && !(weirCapacity(node.rule) > node.rule.minimumFlow)) {
    return `the weir of divider ${node.name} carries no more than the flow at which it begins`;
  }
  return null;
}
