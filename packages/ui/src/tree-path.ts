export type Branch<Node> = { readonly id: string; readonly children?: readonly Node[] | undefined };

/**
 * The ids from the root down to the node, itself included; empty when it is not there.
 *
 * @example pathTo([{ id: "camat", children: [{ id: "lurah" }] }], "lurah") // ["camat", "lurah"]
 */
export function pathTo<Node extends Branch<Node>>(nodes: readonly Node[], id: string): readonly string[] {
  for (const node of nodes) {
    if (node.id === id) return [id];
    const below = pathTo(node.children ?? [], id);
    if (below.length > 0) return [node.id, ...below];
  }
  return [];
}
