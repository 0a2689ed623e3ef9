import type { DrainageModel } from '../model/drainage-model.ts';
import { siltedDrain, sourcesOf } from './link-change.ts';

/** For each node the link that carries most of its water on, in bed direction; loops are cut where they would close. */
export type FlowTree = {
  /** Link leaving each node downwards; -1 at outfalls and where none does. */
  readonly linkBelow: Int32Array;
  /** Node at the other end of that link. */
  readonly nodeBelow: Int32Array;
  /** m2 of catchments above and at each node. */
  readonly areaAbove: Float64Array;
};

/** Conveyance times the root of the slope, m3/s; pumps, gates and weirs pass before any drain. */
function capacities(model: DrainageModel, fall: (link: number) => number): number[] {
  const sources = sourcesOf(model);
  return model.links.map((link, i) => {
    if (link.kind !== 'conduit' || link.section.shape === 'dummy') return Infinity;
    return siltedDrain(link, 0, null, sources).conveyance * Math.sqrt(Math.max(1e-5, fall(i) / link.length));
  });
}

/** Finds the way down from every node of a model and what drains through it. */
export function flowTree(model: DrainageModel): FlowTree {
  const { nodes, links, subcatchments } = model;
  const index = new Map(nodes.map(({ name }, i) => [name, i]));
  const level = (link: number, end: 'from' | 'to'): number => {
    const one = links[link]!;
    const offset = one.kind === 'conduit' ? (end === 'from' ? one.inletOffset : one.outletOffset) : 0;
    return nodes[index.get(one[end])!]!.invert + offset;
  };
  const fall = (link: number): number => Math.abs(level(link, 'from') - level(link, 'to'));
  const capacity = capacities(model, fall);
  const linkBelow = new Int32Array(nodes.length).fill(-1);
  const nodeBelow = new Int32Array(nodes.length).fill(-1);
  links.forEach((link, i) => {
    const isDrawnUp = link.kind === 'conduit' && level(i, 'to') > level(i, 'from');
    const [upper, lower] = isDrawnUp ? [index.get(link.to)!, index.get(link.from)!] : [index.get(link.from)!, index.get(link.to)!];
    if (nodes[upper]!.kind === 'outfall') return;
    if (linkBelow[upper]! >= 0 && capacity[linkBelow[upper]!]! >= capacity[i]!) return;
    linkBelow[upper] = i;
    nodeBelow[upper] = lower;
  });
  cutLoops(linkBelow, nodeBelow);
  const areaAbove = new Float64Array(nodes.length);
  const catchments = new Map(subcatchments.map((one) => [one.name, one]));
  for (const { outlet, area } of subcatchments) {
    let to = outlet;
    for (let hops = 0; catchments.has(to) && !index.has(to) && hops < subcatchments.length; hops++) to = catchments.get(to)!.outlet;
    for (let n = index.get(to) ?? -1; n >= 0; n = nodeBelow[n]!) areaAbove[n]! += area;
  }
  return { linkBelow, nodeBelow, areaAbove };
}

function cutLoops(linkBelow: Int32Array, nodeBelow: Int32Array): void {
  const visit = new Int32Array(nodeBelow.length);
  for (let start = 0; start < nodeBelow.length; start++) {
    let n = start;
    let last = -1;
    while (n >= 0 && visit[n] === 0) {
      visit[n] = start + 1;
      last = n;
      n = nodeBelow[n]!;
    }
    if (n >= 0 && visit[n] === start + 1) {
      linkBelow[last] = -1;
      nodeBelow[last] = -1;
    }
  }
}
