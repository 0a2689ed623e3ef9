import type { DrainageModel } from '../model/drainage-model.ts';

/** A part of the network that no water connects with the rest: its model, and the places of its nodes in the whole. */
export type District = { readonly model: DrainageModel; readonly nodes: Int32Array };

/** Disjoint sets with path halving (Tarjan and van Leeuwen 1984). */
export class DisjointSets {
  readonly #parent: Int32Array;

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, i) => i);
  }

  find(i: number): number {
    const parent = this.#parent;
    let at = i;
    while (parent[at]! !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [low, high] = [this.find(a), this.find(b)].toSorted((x, y) => x - y);
    this.#parent[high!] = low!;
  }
}

function joined(model: DrainageModel): DisjointSets {
  const { nodes, links, subcatchments } = model;
  const node = new Map(nodes.map(({ name }, i) => [name, i]));
  const catchment = new Map(subcatchments.map(({ name }, i) => [name, nodes.length + i]));
  const sets = new DisjointSets(nodes.length + subcatchments.length);
  for (const { from, to } of links) {
    const [a, b] = [node.get(from), node.get(to)];
    if (a !== undefined && b !== undefined) sets.join(a, b);
  }
  subcatchments.forEach(({ outlet }, i) => {
    const to = node.get(outlet) ?? catchment.get(outlet);
    if (to !== undefined) sets.join(nodes.length + i, to);
  });
  nodes.forEach((one, i) => {
    const to = one.kind === 'outfall' && one.routeTo !== null ? catchment.get(one.routeTo) : undefined;
    if (to !== undefined) sets.join(i, to);
  });
  // Nodes without a link are simulated together, once.
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const loose = nodes.map(({ name }, i) => (linked.has(name) ? -1 : i)).filter((i) => i >= 0);
  loose.forEach((i) => sets.join(loose[0]!, i));
  // Rules may read one end of the city and move a gate at the other.
  if (model.controls.rules.length > 0) for (let i = 1; i < nodes.length; i++) sets.join(0, i);
  return sets;
}

/**
 * Cuts a model into parts that cannot influence each other: what a drain does is simulated in its own part only, with the same result.
 *
 * @example districtsOf(city).length // one for each outfall of a city of separate canals
 */
export function districtsOf(model: DrainageModel): District[] {
  const { nodes, subcatchments } = model;
  const sets = joined(model);
  const members = new Map<number, number[]>();
  nodes.forEach((_, i) => {
    const root = sets.find(i);
    const list = members.get(root);
    if (list) list.push(i);
    else members.set(root, [i]);
  });
  if (members.size === 1) return [{ model, nodes: Int32Array.from(nodes, (_, i) => i) }];
  const rootOf = new Map(nodes.map(({ name }, i) => [name, sets.find(i)]));
  const grouped = <T>(items: readonly T[], root: (item: T, i: number) => number | undefined): Map<number | undefined, T[]> => {
    const groups = new Map<number | undefined, T[]>();
    items.forEach((item, i) => {
      const key = root(item, i);
      const list = groups.get(key);
      if (list) list.push(item);
      else groups.set(key, [item]);
    });
    return groups;
  };
  const links = grouped(model.links, ({ from }) => rootOf.get(from));
  const catchments = grouped(subcatchments, (_, i) => sets.find(nodes.length + i));
  const inflows = grouped(model.inflows, ({ node }) => rootOf.get(node));
  const sewage = grouped(model.dryWeatherFlows, ({ node }) => rootOf.get(node));
  const led = grouped(model.interfaceInflows, ({ node }) => rootOf.get(node));
  return [...members].map(([root, own]) => ({
    nodes: Int32Array.from(own),
    model: {
      ...model,
      nodes: own.map((i) => nodes[i]!),
      links: links.get(root) ?? [],
      subcatchments: catchments.get(root) ?? [],
      inflows: inflows.get(root) ?? [],
      dryWeatherFlows: sewage.get(root) ?? [],
      interfaceInflows: led.get(root) ?? [],
    },
  }));
}
