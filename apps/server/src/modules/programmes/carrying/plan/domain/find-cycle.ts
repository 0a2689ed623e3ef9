/**
 * A cycle among nodes that name those before them, as the nodes along it, the first one again at its end; null where there is none.
 * Depth first with three colours (Cormen et al., Introduction to Algorithms, 22.3), without recursion, so that depth costs no stack.
 */
export function findCycle(after: readonly (readonly number[])[]): readonly number[] | null {
  const state = new Uint8Array(after.length);
  for (let start = 0; start < after.length; start += 1) {
    const cycle = state[start] === 0 ? walk(start, after, state) : null;
    if (cycle) return cycle;
  }
  return null;
}

const entered = 1;
const left = 2;

function walk(start: number, after: readonly (readonly number[])[], state: Uint8Array): number[] | null {
  const path: { node: number; next: number }[] = [{ node: start, next: 0 }];
  state[start] = entered;
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const next = after[top.node]![top.next];
    top.next += 1;
    if (next === undefined) {
      state[top.node] = left;
      path.pop();
    } else if (state[next] === entered) {
      const nodes = path.map((step) => step.node);
      return [...nodes.slice(nodes.indexOf(next)), next];
    } else if (state[next] === 0) {
      state[next] = entered;
      path.push({ node: next, next: 0 });
    }
  }
  return null;
}
