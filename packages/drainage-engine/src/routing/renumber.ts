/** Least number of nodes of a part, outfalls not counted: small networks that are not joined are taken together. */
const SMALLEST_PART = 32;

/** Places of nodes in the kernel, and the part of each. */
export type NodeOrder = {
  /** Old index of each new place: parts one after another, all outfalls last, in the order of their parts. */
  readonly order: Int32Array;
  /** Part of each node by its new place. */
  readonly part: Int32Array;
  readonly partCount: number;
};

/**
 * An order of the nodes in which neighbours lie near each other, so that the kernel walks memory forwards: breadth first from an outfall
 * up (Cuthill and McKee 1969), one network of joined links after the other. Networks that no link joins become parts, which keep steps of
 * their own; small ones share a part.
 *
 * @param ends two node indices a link
 */
export function nodeOrder(nodeCount: number, isOutfall: readonly boolean[], ends: readonly (readonly [number, number])[]): NodeOrder {
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
  const queue = new Int32Array(nodeCount);
  const partOf = new Int32Array(nodeCount);
  const isSeen = new Uint8Array(nodeCount);
  let tail = 0;
  let part = 0;
  let size = 0;
  const visit = (n: number): void => {
    if (isSeen[n] === 1) return;
    isSeen[n] = 1;
    partOf[n] = part;
    if (isOutfall[n] !== true) size++;
    queue[tail++] = n;
  };
  let head = 0;
  const spread = (seed: number): void => {
    if (isSeen[seed] === 1) return;
    if (size >= SMALLEST_PART) {
      part++;
      size = 0;
    }
    visit(seed);
    while (head < tail) {
      const n = queue[head++]!;
      for (let k = start[n]!; k < start[n + 1]!; k++) visit(neighbours[k]!);
    }
  };
  for (let n = 0; n < nodeCount; n++) if (isOutfall[n] === true) spread(n);
  for (let n = 0; n < nodeCount; n++) spread(n);
  const order = Int32Array.from([...queue.filter((n) => isOutfall[n] !== true), ...queue.filter((n) => isOutfall[n] === true)]);
  return { order, part: order.map((n) => partOf[n]!), partCount: part + 1 };
}

/** Turns an order (old index of each place) into places (place of each old index). */
export function inverseOf(order: Int32Array): Int32Array {
  const inverse = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) inverse[order[i]!] = i;
  return inverse;
}

/** First index of each part among values that rise by part, from `from` up to `to`; one entry more than parts. */
export function partStarts(partCount: number, from: number, to: number, partOf: (index: number) => number): Int32Array {
  const starts = new Int32Array(partCount + 1).fill(to);
  for (let k = to - 1; k >= from; k--) starts[partOf(k)] = k;
  for (let p = partCount - 1; p >= 0; p--) if (starts[p]! > starts[p + 1]!) starts[p] = starts[p + 1]!;
  return starts;
}
