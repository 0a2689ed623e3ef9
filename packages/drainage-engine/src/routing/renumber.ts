/**
 * An order of the nodes in which neighbours lie near each other, so that the kernel walks memory forwards: breadth first from the
 * outfalls up, outfalls themselves last (Cuthill and McKee 1969).
 *
 * @param ends two node indices a link
 * @returns old index of each new place
 */
export function nodeOrder(nodeCount: number, isOutfall: readonly boolean[], ends: readonly (readonly [number, number])[]): Int32Array {
  const start = new Int32Array(nodeCount + 1);
  for (const [a, b] of ends) {
    start[a + 1]! += 1;
    start[b + 1]! += 1;
  }
  for (let n = 0; n < nodeCount; n++) start[n + 1]! += start[n]!;
  const neighbours = new Int32Array(2 * ends.length);
  const filled = start.slice();
  for (const [a, b] of ends) {
    neighbours[filled[a]!++] = b;
    neighbours[filled[b]!++] = a;
  }
  const order = new Int32Array(nodeCount);
  const isSeen = new Uint8Array(nodeCount);
  const queue = new Int32Array(nodeCount);
  let head = 0;
  let tail = 0;
  let placed = 0;
  const visit = (n: number): void => {
    if (isSeen[n] === 1) return;
    isSeen[n] = 1;
    queue[tail++] = n;
  };
  for (let n = 0; n < nodeCount; n++) if (isOutfall[n] === true) visit(n);
  for (let seed = 0; seed <= nodeCount; seed++) {
    while (head < tail) {
      const n = queue[head++]!;
      if (isOutfall[n] !== true) order[placed++] = n;
      for (let k = start[n]!; k < start[n + 1]!; k++) visit(neighbours[k]!);
    }
    if (seed < nodeCount) visit(seed);
  }
  for (let n = 0; n < nodeCount; n++) if (isOutfall[n] === true) order[placed++] = n;
  return order;
}

/** Turns an order (old index of each place) into places (place of each old index). */
export function inverseOf(order: Int32Array): Int32Array {
  const inverse = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) inverse[order[i]!] = i;
  return inverse;
}
