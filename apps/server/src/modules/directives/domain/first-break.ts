/** A task as a link of the chain. */
export interface Link {
  readonly id: string;
  readonly parentId: string | null;
  readonly unitCode: string;
  /** Since when it is late; null while it is not. */
  readonly lateSince: Date | null;
}

/** Parents before their children, siblings by the code of their unit. A link whose parent is not shown stands at the top. */
export function inChainOrder<T extends Link>(links: readonly T[]): T[] {
  const known = new Set(links.map((link) => link.id));
  const below = Map.groupBy(links, (link) => (link.parentId !== null && known.has(link.parentId) ? link.parentId : null));
  const walk = (parentId: string | null): T[] =>
    (below.get(parentId) ?? [])
      .toSorted((a, b) => (a.unitCode < b.unitCode ? -1 : a.unitCode > b.unitCode ? 1 : a.id < b.id ? -1 : 1))
      .flatMap((link) => [link, ...walk(link.id)]);
  return walk(null);
}

/**
 * Where the chain broke first: the late link nearest to the top; of several the one that is late the longest. What is late below a
 * late link waits for that one.
 */
export function firstBreak(links: readonly Link[]): string | null {
  const parentOf = new Map(links.map((link) => [link.id, link.parentId]));
  const depthOf = (link: Link): number => {
    let depth = 0;
    for (let at = link.parentId; at !== null && depth <= links.length; at = parentOf.get(at) ?? null) depth += 1;
    return depth;
  };
  const late = inChainOrder(links).filter((link) => link.lateSince !== null);
  const first = late
    .map((link) => ({ link, depth: depthOf(link) }))
    .toSorted((a, b) => a.depth - b.depth || a.link.lateSince!.getTime() - b.link.lateSince!.getTime())[0];
  return first?.link.id ?? null;
}
