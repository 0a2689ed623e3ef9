import type { DrainageModel } from '../model/drainage-model.ts';
import { DisjointSets } from './disjoint-sets.ts';

/** One or more parts of the network that no water connects with the rest: their model, and the places of its nodes in the whole. */
export type District = { readonly model: DrainageModel; readonly nodes: Int32Array };

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

/** Nodes of each part, largest first, gathered into at most so many groups of like size (longest first, Graham 1969, SIAM J. Appl. Math. 17). */
function gathered(parts: readonly (readonly number[])[], most: number): number[][] {
  if (parts.length <= most) return parts.map((part) => [...part]);
  const groups: number[][] = Array.from({ length: most }, () => []);
  for (const part of parts.toSorted((a, b) => b.length - a.length)) {
    const smallest = groups.reduce((least, group) => (group.length < least.length ? group : least));
    smallest.push(...part);
  }
  return groups.map((group) => group.toSorted((a, b) => a - b));
}

/**
 * Cuts a model into parts that cannot influence each other: what a drain does is simulated in its own part only, with the same result.
 *
 * @param most parts at the most; small ones stay together then
 * @example districtsOf(city).length // one for each outfall of a city of separate canals
 */
export function districtsOf(model: DrainageModel, most = Infinity): District[] {
  const { nodes, subcatchments } = model;
  const sets = joined(model);
  const members = new Map<number, number[]>();
  nodes.forEach((_, i) => {
    const root = sets.find(i);
    const list = members.get(root);
    if (list) list.push(i);
    else members.set(root, [i]);
  });
  const groups = gathered([...members.values()], most);
  if (groups.length <= 1) return [{ model, nodes: Int32Array.from(nodes, (_, i) => i) }];
  const groupOf = new Int32Array(nodes.length + subcatchments.length);
  groups.forEach((own, group) => own.forEach((i) => (groupOf[sets.find(i)] = group)));
  const groupAt = new Map(nodes.map(({ name }, i) => [name, groupOf[sets.find(i)]!]));
  const grouped = <T>(items: readonly T[], group: (item: T, i: number) => number | undefined): Map<number | undefined, T[]> => {
    const groups = new Map<number | undefined, T[]>();
    items.forEach((item, i) => {
      const key = group(item, i);
      const list = groups.get(key);
      if (list) list.push(item);
      else groups.set(key, [item]);
    });
    return groups;
  };
  const links = grouped(model.links, ({ from }) => groupAt.get(from));
  const catchments = grouped(subcatchments, (_, i) => groupOf[sets.find(nodes.length + i)]);
  const inflows = grouped(model.inflows, ({ node }) => groupAt.get(node));
  const sewage = grouped(model.dryWeatherFlows, ({ node }) => groupAt.get(node));
  const led = grouped(model.interfaceInflows, ({ node }) => groupAt.get(node));
  return groups.map((own, group) => ({
    nodes: Int32Array.from(own),
    model: {
      ...model,
      nodes: own.map((i) => nodes[i]!),
      links: links.get(group) ?? [],
      subcatchments: catchments.get(group) ?? [],
      inflows: inflows.get(group) ?? [],
      dryWeatherFlows: sewage.get(group) ?? [],
      interfaceInflows: led.get(group) ?? [],
    },
  }));
}
