import type { DistrictState, Evaluator } from './evaluator.ts';
import { flowTree, type FlowTree } from './flow-tree.ts';

/** Share of its lost conveyance that a drain counts for where the simulated levels show no loss of head (m at a full loss). */
const HIDDEN_LOSS = 0.02;

/** Cheap estimates of what actions are worth, from the graph and from simulations already made. */
export class Screening {
  readonly #evaluator: Evaluator;
  /** The way down in each district. */
  readonly trees: readonly FlowTree[];
  /** Action that cleans (or opens) each link, by district: link place to actions. */
  readonly #actionsAt: readonly ReadonlyMap<number, readonly number[]>[];
  readonly #upper: readonly Int32Array[];

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator;
    const { districts, actions } = evaluator.problem;
    this.trees = districts.map(({ model }) => flowTree(model));
    this.#actionsAt = districts.map(({ model }, d) => {
      const place = new Map(model.links.map(({ name }, i) => [name, i]));
      const at = new Map<number, number[]>();
      actions.forEach(({ link }, a) => {
        if (evaluator.districtOf[a] !== d) return;
        const i = place.get(link)!;
        at.set(i, [...(at.get(i) ?? []), a]);
      });
      return at;
    });
    this.#upper = districts.map(({ model }, d) => {
      const upper = new Int32Array(model.links.length).fill(-1);
      this.trees[d]!.linkBelow.forEach((link, node) => {
        if (link >= 0) upper[link] = node;
      });
      return upper;
    });
  }

  #lostConveyance(action: number): number {
    const { actions, drains } = this.#evaluator.problem;
    return drains[actions[action]!.candidate]!.lostConveyance;
  }

  /** m2 of catchments above each action. */
  areaAbove(): Float64Array {
    const { actions, districts } = this.#evaluator.problem;
    const values = new Float64Array(actions.length);
    districts.forEach((_, d) => {
      for (const [link, own] of this.#actionsAt[d]!) {
        const node = this.#upper[d]![link]!;
        for (const action of own) values[action] = node < 0 ? 0 : this.trees[d]!.areaAbove[node]!;
      }
    });
    return values;
  }

  /**
   * The graph proxy (after Meijer et al. 2018, Water 10(2): 192): area above times lost conveyance, m2.
   *
   * @returns one value an action
   */
  graphProxy(): Float64Array {
    return this.areaAbove().map((area, action) => area * this.#lostConveyance(action));
  }

  /**
   * Shares the damage that full cleaning would still spare among the drains on the way down from each flooded node, in proportion to the
   * head that each takes more than it does when all is clean. Two simulations price every drain; only a simulation says what it is worth.
   *
   * @param done actions taken, which get nothing
   * @returns one estimate of damage spared a year for each action
   */
  relief(done: readonly number[], now: readonly DistrictState[], allClean: readonly DistrictState[]): Float64Array {
    const values = new Float64Array(this.#evaluator.problem.actions.length);
    const taken = new Set(done);
    now.forEach((state, d) => this.#relieve(values, taken, d, state, allClean[d]!));
    return values;
  }

  #relieve(values: Float64Array, taken: ReadonlySet<number>, d: number, now: DistrictState, clean: DistrictState): void {
    const { districts, damage } = this.#evaluator.problem;
    const { nodes } = districts[d]!;
    const { linkBelow, nodeBelow } = this.trees[d]!;
    const excess = new Float64Array(nodes.length);
    for (let n = 0; n < nodes.length; n++) {
      const open = (this.#actionsAt[d]!.get(linkBelow[n]!) ?? []).filter((a) => !taken.has(a));
      if (open.length === 0) continue;
      const below = nodeBelow[n]!;
      const loss = (state: DistrictState): number => state.peakDepth[n]! - state.peakDepth[below]!;
      excess[n] = Math.max(0, loss(now) - loss(clean)) + HIDDEN_LOSS * this.#lostConveyance(open[0]!);
    }
    for (let n = 0; n < nodes.length; n++) {
      const spared = (now.floodVolume[n]! - clean.floodVolume[n]!) * damage.weight[nodes[n]!]!;
      if (spared <= 0) continue;
      let total = 0;
      for (let at = n; at >= 0; at = nodeBelow[at]!) total += excess[at]!;
      if (total <= 0) continue;
      for (let at = n; at >= 0; at = nodeBelow[at]!) {
        if (excess[at]! <= 0) continue;
        const open = this.#actionsAt[d]!.get(linkBelow[at]!)!.filter((a) => !taken.has(a));
        for (const action of open) values[action]! += (spared * excess[at]!) / total / open.length;
      }
    }
  }
}
