import type { DistrictState, Evaluator } from './evaluator.ts';
import type { FlowTree } from './flow-tree.ts';

/** What an action stands on: its district, the node at the upper end of its drain (-1: off the tree), and the nodes on the way down. */
type Place = { readonly district: number; readonly upper: number; readonly way: ReadonlySet<number> };

/**
 * Which actions lie on different branches, so that one simulation can try several: what a node gains is then owed to the one on its way
 * down.
 */
export class Branches {
  readonly #evaluator: Evaluator;
  readonly #trees: readonly FlowTree[];
  readonly #places: readonly Place[];

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
    this.#places = actions.map(({ link }, a) => {
      const district = evaluator.districtOf[a]!;
      const upper = upperOf[district]!.get(link) ?? -1;
      const way = new Set<number>();
      for (let n = upper; n >= 0; n = trees[district]!.nodeBelow[n]!) way.add(n);
      return { district, upper, way };
    });
  }

  /** Whether no drain of one package lies on the way down from one of the other. Off the tree nothing is known: then not. */
  areApart(one: readonly number[], other: readonly number[]): boolean {
    return one.every((a) =>
      other.every((b) => {
        const [p, q] = [this.#places[a]!, this.#places[b]!];
        if (p.district !== q.district) return true;
        return p.upper >= 0 && q.upper >= 0 && !p.way.has(q.upper) && !q.way.has(p.upper);
      }),
    );
  }

  /**
   * Shares what a simulation of several packages spared: each node's part goes to the package on its way down, the rest in equal parts to
   * the packages of the district.
   *
   * @param packages apart from each other
   */
  share(
    packages: readonly (readonly number[])[],
    before: ReadonlyMap<number, DistrictState>,
    after: ReadonlyMap<number, DistrictState>,
  ): number[] {
    const { damage, districts } = this.#evaluator.problem;
    const gains = packages.map(() => 0);
    for (const [d, was] of before) {
      const owner = new Map<number, number>();
      packages.forEach((actions, k) => {
        for (const a of actions) if (this.#places[a]!.district === d) owner.set(this.#places[a]!.upper, k);
      });
      const members = [...new Set(owner.values())];
      const is = after.get(d)!;
      let rest = 0;
      was.floodVolume.forEach((volume, n) => {
        const spared = (volume - is.floodVolume[n]!) * damage.weight[districts[d]!.nodes[n]!]!;
        if (spared === 0) return;
        let at = n;
        while (at >= 0 && !owner.has(at)) at = this.#trees[d]!.nodeBelow[at]!;
        if (at >= 0) gains[owner.get(at)!]! += spared;
        else rest += spared;
      });
      for (const k of members) gains[k]! += rest / members.length;
    }
    return gains;
  }
}
