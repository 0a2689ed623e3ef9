import type { DrainageModel } from '../model/drainage-model.ts';
import { CONDUIT, DUMMY, type Network } from './network.ts';
import { BED_1, BED_2, FIXED } from './records.ts';

/**
 * Why kinematic wave or steady flow would mislead on a network: both know no water level below a conduit, so that tide, backwater, adverse
 * slopes, loops and whatever works by levels are beyond them (SWMM Reference Manual Vol. II, chapters 2 and 4). Null where they may be used.
 */
export function kinematicLimit(model: DrainageModel, net: Network): string | null {
  for (const node of model.nodes) {
    if (node.kind === 'storage') return `storage ${node.name} fills and empties by levels`;
    if (node.kind === 'divider') return `divider ${node.name} splits the flow`;
    if (node.kind !== 'outfall') continue;
    const { stage } = node;
    if (stage.kind === 'tidal' || stage.kind === 'series') return `outfall ${node.name} has a tide`;
    if (stage.kind === 'fixed' && stage.level > node.invert) return `the level at outfall ${node.name} backs water up`;
  }
  const leaving = new Uint8Array(net.nodeCount);
  for (let i = 0; i < net.linkCount; i++) {
    const { name } = model.links[net.modelLink[i]!]!;
    if (net.kind[i] === DUMMY) continue;
    if (net.kind[i] !== CONDUIT) return `link ${name} works by levels`;
    if (net.direction[i] !== 1) return `conduit ${name} rises in its direction of flow`;
    if (net.link[i * FIXED + BED_1]! <= net.link[i * FIXED + BED_2]!) return `conduit ${name} has no fall`;
  }
  for (let i = 0; i < net.linkCount; i++) {
    const n = net.from[i]!;
    if (leaving[n] !== 0) return `more than one link leaves node ${model.nodes[net.modelNode[n]!]!.name}`;
    leaving[n] = 1;
  }
  return downstreamOrder(net) === null ? 'the network runs in a ring' : null;
}

/** Links so that each stands after all that feed it; null where they run in a ring. */
export function downstreamOrder(net: Network): Int32Array | null {
  const waiting = new Int32Array(net.nodeCount);
  for (let i = 0; i < net.linkCount; i++) waiting[net.to[i]!]! += 1;
  const order: number[] = [];
  const ready: number[] = [];
  for (let n = 0; n < net.nodeCount; n++) if (waiting[n] === 0) ready.push(n);
  const leaving = Array.from({ length: net.nodeCount }, (): number[] => []);
  for (let i = 0; i < net.linkCount; i++) leaving[net.from[i]!]!.push(i);
  for (let n = ready.pop(); n !== undefined; n = ready.pop()) {
    for (const i of leaving[n]!) {
      order.push(i);
      const below = net.to[i]!;
      waiting[below]! -= 1;
      if (waiting[below] === 0) ready.push(below);
    }
  }
  return order.length === net.linkCount ? Int32Array.from(order) : null;
}
