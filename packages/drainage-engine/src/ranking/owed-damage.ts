import type { DistrictState, Evaluator } from './evaluator.ts';
import type { FlowTree } from './flow-tree.ts';

/** Says to which of several actions the damage is owed that they spared together. */
export class OwedDamage {
  readonly #evaluator: Evaluator;
  readonly #trees: readonly FlowTree[];
  /** Node at the upper end of each action's drain, by its place in the district; -1 where the drain is no node's way down. */
  readonly #upper: Int32Array;

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
  }

  /**
   * Shares the damage that a change of several actions spared in a district: each node's part is owed to the changed action next on its
   * way down. What happened below all of them is owed to none, and to a drain that is no way down, as in a ring, nothing is.
   *
   * @returns damage spared a year, by changed action
   */
  share(district: number, changed: readonly number[], before: DistrictState, after: DistrictState): number[] {
    const { damage, districts } = this.#evaluator.problem;
    const { nodes } = districts[district]!;
    const { nodeBelow } = this.#trees[district]!;
    const owners = new Map<number, number[]>();
    changed.forEach((action, k) => {
      const at = this.#upper[action]!;
      if (at >= 0) owners.set(at, [...(owners.get(at) ?? []), k]);
    });
    const spared = changed.map(() => 0);
    before.floodVolume.forEach((volume, n) => {
      let at = n;
      while (at >= 0 && !owners.has(at)) at = nodeBelow[at]!;
      if (at < 0) return;
      const value = (volume - after.floodVolume[n]!) * damage.weight[nodes[n]!]!;
      for (const k of owners.get(at)!) spared[k]! += value / owners.get(at)!.length;
    });
    return spared;
  }
}
