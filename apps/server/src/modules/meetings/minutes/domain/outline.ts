/** A node of the agenda, parents before children. */
export interface OutlineNode {
  readonly id: string;
  readonly parentId: string | null;
}

/** Numbers the agenda as an outline: `1`, `2`, `2.1`. A node whose parent is not among the nodes counts as one of the top. */
export function numberOutline(nodes: readonly OutlineNode[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const above = node.parentId === null ? undefined : numbers.get(node.parentId);
    const siblings = above === undefined ? '' : node.parentId!;
    const count = (counts.get(siblings) ?? 0) + 1;
    counts.set(siblings, count);
    numbers.set(node.id, above === undefined ? `${count}` : `${above}.${count}`);
  }
  return numbers;
}
