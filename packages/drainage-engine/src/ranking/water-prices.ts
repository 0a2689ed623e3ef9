import type { FlowTree } from './flow-tree.ts';

/** Passes over the links that are on no way down, and the change of price, as a share of the highest, at which they end. */
const PASSES = 30;
const SETTLED = 1e-3;

/**
 * Prices of water in a network of conductances: at nodes with a set price that one, elsewhere the mean of the neighbours that the node
 * feels, weighted by conductance. Solved by elimination from the leaves of the flow tree down and back; links that close loops take the
 * price of the pass before (Gauss-Seidel).
 */
export class WaterPrices {
  /** Conductance of each link as its nodes feel it, m2/s: 0 where the other end lies below a free fall. */
  readonly feltByFrom: Float64Array;
  readonly feltByTo: Float64Array;
  readonly #tree: FlowTree;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #leavesFirst: Int32Array;
  readonly #offTree: readonly number[];
  readonly #price: Float64Array;
  /** Of each node: sum of conductances, share that the node below has in its price, and the rest of it. */
  readonly #sum: Float64Array;
  readonly #share: Float64Array;
  readonly #rest: Float64Array;

  /** @param from,to nodes of each link */
  constructor(tree: FlowTree, from: Int32Array, to: Int32Array) {
    const n = tree.nodeBelow.length;
    this.#tree = tree;
    this.#from = from;
    this.#to = to;
    this.#leavesFirst = leavesFirst(tree);
    const onTree = new Set(tree.linkBelow);
    this.#offTree = [...from.keys()].filter((link) => !onTree.has(link));
    this.feltByFrom = new Float64Array(from.length);
    this.feltByTo = new Float64Array(from.length);
    this.#price = new Float64Array(n);
    this.#sum = new Float64Array(n);
    this.#share = new Float64Array(n);
    this.#rest = new Float64Array(n);
  }

  /**
   * @param set price by node; NaN where none is set
   * @returns price by node, to be read before the next call
   */
  solve(set: Float64Array): Float64Array {
    const settled = SETTLED * set.reduce((most, one) => (one > most ? one : most), 0);
    const passes = this.#offTree.length > 0 ? PASSES : 1;
    for (let pass = 0; pass < passes; pass++) {
      this.#eliminate(set);
      if (this.#substitute() <= settled) break;
    }
    return this.#price;
  }

  #eliminate(set: Float64Array): void {
    this.#sum.fill(0);
    this.#rest.fill(0);
    for (const link of this.#offTree) {
      this.#add(this.#from[link]!, this.feltByFrom[link]!, 0, this.#price[this.#to[link]!]!);
      this.#add(this.#to[link]!, this.feltByTo[link]!, 0, this.#price[this.#from[link]!]!);
    }
    for (const node of this.#leavesFirst) {
      const link = this.#tree.linkBelow[node]!;
      const isDrawnDown = link >= 0 && this.#from[link] === node;
      const down = link < 0 ? 0 : isDrawnDown ? this.feltByFrom[link]! : this.feltByTo[link]!;
      const sum = this.#sum[node]! + down;
      const isSet = !Number.isNaN(set[node]!);
      this.#share[node] = isSet || sum === 0 ? 0 : down / sum;
      this.#rest[node] = isSet ? set[node]! : sum === 0 ? 0 : this.#rest[node]! / sum;
      if (link < 0) continue;
      const up = isDrawnDown ? this.feltByTo[link]! : this.feltByFrom[link]!;
      this.#add(this.#tree.nodeBelow[node]!, up, this.#share[node]!, this.#rest[node]!);
    }
  }

  /** Adds a neighbour whose price is `share` of the node's own and a rest. */
  #add(node: number, conductance: number, share: number, rest: number): void {
    this.#sum[node]! += conductance * (1 - share);
    this.#rest[node]! += conductance * rest;
  }

  /** @returns the largest change of a price */
  #substitute(): number {
    let change = 0;
    for (let at = this.#leavesFirst.length - 1; at >= 0; at--) {
      const node = this.#leavesFirst[at]!;
      const below = this.#tree.nodeBelow[node]!;
      const next = this.#rest[node]! + (below >= 0 ? this.#share[node]! * this.#price[below]! : 0);
      change = Math.max(change, Math.abs(next - this.#price[node]!));
      this.#price[node] = next;
    }
    return change;
  }
}

/** Nodes so that each stands after all whose way down leads through it. */
function leavesFirst({ nodeBelow }: FlowTree): Int32Array {
  const waitsFor = new Int32Array(nodeBelow.length);
  for (const below of nodeBelow) if (below >= 0) waitsFor[below]!++;
  const order = new Int32Array(nodeBelow.length);
  let count = 0;
  for (let node = 0; node < nodeBelow.length; node++) if (waitsFor[node] === 0) order[count++] = node;
  for (let at = 0; at < count; at++) {
    const below = nodeBelow[order[at]!]!;
    if (below >= 0 && --waitsFor[below]! === 0) order[count++] = below;
  }
  return order;
}
