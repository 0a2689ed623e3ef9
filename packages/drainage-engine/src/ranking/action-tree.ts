import type { DistrictState, Evaluator } from './evaluator.ts';
import type { FlowTree } from './flow-tree.ts';

/** Actions in the order in which water passes them: which lie on the way down from which, and what one simulation owes to each. */
export class ActionTree {
  readonly #evaluator: Evaluator;
  readonly #trees: readonly FlowTree[];
  /** Node at the upper end of each action's drain, by its place in the district; -1 where the drain is no node's way down. */
  readonly #upper: Int32Array;
  /** Actions whose next one on the way down is this. */
  readonly #above: readonly number[][];
  /** By district: actions with none below them. */
  readonly #lowest: readonly number[][];

  constructor(evaluator: Evaluator, trees: readonly FlowTree[]) {
    this.#evaluator = evaluator;
    this.#trees = trees;
    const { actions, districts } = evaluator.problem;
    const upperOf = districts.map(({ model }, d) => {
      const upper = new Map<string, number>();
      trees[d]!.linkBelow.forEach((link, node) => {
        if (link >= 0) upper.set(model.links[link]!.name, node);
      });
      return upper;
    });
    this.#upper = Int32Array.from(actions, ({ link }, a) => upperOf[evaluator.districtOf[a]!]!.get(link) ?? -1);
    this.#above = actions.map(() => []);
    this.#lowest = districts.map(() => []);
    const highestAt = districts.map(() => new Map<number, number>());
    // Two actions on one drain follow each other.
    const before = actions.map((_, a) => {
      const at = highestAt[evaluator.districtOf[a]!]!;
      const under = at.get(this.#upper[a]!);
      at.set(this.#upper[a]!, a);
      return under;
    });
    actions.forEach((_, a) => {
      const d = evaluator.districtOf[a]!;
      if (!this.isOnTree(a)) return;
      const below = before[a] ?? this.#nextBelow(d, this.#upper[a]!, highestAt[d]!);
      if (below === undefined) this.#lowest[d]!.push(a);
      else this.#above[below]!.push(a);
    });
  }

  #nextBelow(d: number, node: number, highestAt: ReadonlyMap<number, number>): number | undefined {
    const { nodeBelow } = this.#trees[d]!;
    for (let n = nodeBelow[node]!; n >= 0; n = nodeBelow[n]!) if (highestAt.has(n)) return highestAt.get(n);
    return undefined;
  }

  /** Whether an action's drain is the way down of its upper node; of others, as in a ring, it is not known what lies below. */
  isOnTree(action: number): boolean {
    return this.#upper[action]! >= 0;
  }

  /**
   * Actions of a district of which none lies below another, with the largest sum of weights: on every way up either the action itself or
   * the best of those above it.
   */
  apart(district: number, weight: (action: number) => number): number[] {
    const best = (action: number): { readonly sum: number; readonly list: readonly number[] } => {
      const parts = this.#above[action]!.map(best);
      const sum = parts.reduce((total, part) => total + part.sum, 0);
      const own = weight(action);
      return own > sum ? { sum: own, list: [action] } : { sum, list: parts.flatMap(({ list }) => list) };
    };
    return this.#lowest[district]!.flatMap((action) => best(action).list);
  }

  /**
   * Shares the damage that a change of several actions spared in a district: each node's part goes to the changed action next on its way
   * down. What happened below all of them is the rest.
   *
   * @param changed actions on the tree
   * @returns damage spared a year by each, and the rest
   */
  share(
    district: number,
    changed: readonly number[],
    before: DistrictState,
    after: DistrictState,
  ): { readonly spared: number[]; readonly rest: number } {
    const { damage, districts } = this.#evaluator.problem;
    const { nodes } = districts[district]!;
    const { nodeBelow } = this.#trees[district]!;
    const owners = new Map<number, number[]>();
    changed.forEach((action, k) => {
      const at = this.#upper[action]!;
      owners.set(at, [...(owners.get(at) ?? []), k]);
    });
    const spared = changed.map(() => 0);
    let rest = 0;
    before.floodVolume.forEach((volume, n) => {
      const value = (volume - after.floodVolume[n]!) * damage.weight[nodes[n]!]!;
      if (value === 0) return;
      let at = n;
      while (at >= 0 && !owners.has(at)) at = nodeBelow[at]!;
      if (at < 0) rest += value;
      else for (const k of owners.get(at)!) spared[k]! += value / owners.get(at)!.length;
    });
    return { spared, rest };
  }
}
