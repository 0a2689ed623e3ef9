import type { Network } from './network.ts';

/** Nodes so that each stands after all that feed it, and the links that leave each. */
export type FlowOrder = {
  /** Fewer than the network has where links run in a ring. */
  readonly nodes: Int32Array;
  /** Links that leave node n are links[start[n]] to links[start[n + 1] - 1]. */
  readonly start: Int32Array;
  readonly links: Int32Array;
};

/** Sorts a network from its uppermost nodes down, by the direction of its links. */
export function flowOrder({ nodeCount, linkCount, from, to }: Network): FlowOrder {
  const waiting = new Int32Array(nodeCount);
  const start = new Int32Array(nodeCount + 1);
  for (let i = 0; i < linkCount; i++) {
    waiting[to[i]!]! += 1;
    start[from[i]! + 1]! += 1;
  }
  for (let n = 0; n < nodeCount; n++) start[n + 1]! += start[n]!;
  const filled = start.slice();
  const links = new Int32Array(linkCount);
  for (let i = 0; i < linkCount; i++) links[filled[from[i]!]!++] = i;
  const nodes = new Int32Array(nodeCount);
  let count = 0;
  for (let n = 0; n < nodeCount; n++) if (waiting[n] === 0) nodes[count++] = n;
  for (let done = 0; done < count; done++) {
    const n = nodes[done]!;
    for (let k = start[n]!; k < start[n + 1]!; k++) {
      const below = to[links[k]!]!;
      waiting[below]! -= 1;
      if (waiting[below] === 0) nodes[count++] = below;
    }
  }
  return { nodes: nodes.subarray(0, count), start, links };
}

/** A link of a ring, -1 where there is none. */
export function linkInRing({ nodeCount, linkCount, from, to }: Network, { nodes }: FlowOrder): number {
  if (nodes.length === nodeCount) return -1;
  const isSorted = new Uint8Array(nodeCount);
  for (const n of nodes) isSorted[n] = 1;
  // A node that could not be sorted is fed by another such node: upstream along these one comes to a ring and goes round in it.
  const feeder = new Int32Array(nodeCount).fill(-1);
  for (let i = 0; i < linkCount; i++) if (isSorted[from[i]!] === 0) feeder[to[i]!] = i;
  let link = feeder[isSorted.indexOf(0)]!;
  for (let k = 0; k < nodeCount; k++) link = feeder[from[link]!]!;
  return link;
}
