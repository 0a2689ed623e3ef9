import type { DrainageModel } from '../model/drainage-model.ts';
import { UnusableRanking } from './sediment-state.ts';

/** What stands at a node: `houses` 40, `schools` 1, `roads` 250 (m), `people` 160; the kinds are the caller's. */
export type Stake = { readonly node: string; readonly kind: string; readonly amount: number };

/** What flooding of a node costs. */
export type DamageTerms = {
  readonly stakes: readonly Stake[];
  /** Damage of 1 m3 of flooding at a node where nothing is known to stand. */
  readonly plainWeight: number;
  /** What one unit of a kind adds to the damage of 1 m3; kinds left out are counted, not weighed. */
  readonly weights: Readonly<Record<string, number>>;
  /** m3 at a node from which what stands there counts as flooded. */
  readonly floodedFrom: number;
};

/** Terms laid out by node. */
export type NodeDamage = {
  /** Damage of 1 m3, by node of the network. */
  readonly weight: Float64Array;
  readonly floodedFrom: number;
  /** For each kind the amount, by node of the network. */
  readonly amounts: ReadonlyMap<string, Float64Array>;
};

/**
 * Lays the stakes out by node.
 *
 * @throws UnusableRanking when a stake stands at a node that is not there
 */
export function nodeDamage(network: DrainageModel, { stakes, plainWeight, weights, floodedFrom }: DamageTerms): NodeDamage {
  const index = new Map(network.nodes.map(({ name }, i) => [name, i]));
  const weight = new Float64Array(network.nodes.length).fill(plainWeight);
  const amounts = new Map<string, Float64Array>();
  for (const { node, kind, amount } of stakes) {
    const at = index.get(node);
    if (at === undefined) throw new UnusableRanking(`${kind} stand at node ${node}, which the network does not have.`);
    weight[at]! += amount * (weights[kind] ?? 0);
    const all = amounts.get(kind) ?? new Float64Array(network.nodes.length);
    all[at]! += amount;
    amounts.set(kind, all);
  }
  return { weight, floodedFrom, amounts };
}
