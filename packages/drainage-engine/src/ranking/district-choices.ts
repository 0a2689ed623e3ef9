import type { SearchSpace } from './search-space.ts';

/** A state of one district that was simulated: what is done there, its cost, and the damage that is left a year. */
type Choice = { readonly actions: readonly number[]; readonly cost: number; readonly damage: number };

/** Parts into which the budget is cut to find the best mixture; a cost counts as the next whole part, so the budget is never passed. */
const PARTS = 2000;

/**
 * The states of districts that were simulated, and the best mixture of them that the budget pays: one state a district, since no water
 * connects them (a multiple-choice knapsack; Kellerer, Pferschy and Pisinger 2004, Knapsack Problems, chapter 11, by dynamic programming).
 */
export class DistrictChoices {
  readonly #space: SearchSpace;
  readonly #choices: readonly Choice[][];
  readonly #known = new Set<string>();
  /** The best plan noted as a whole: the parts may be too coarse for one that spends all. */
  #whole: { readonly actions: readonly number[]; readonly damage: number };

  constructor(space: SearchSpace, untouched: readonly { readonly damage: number }[]) {
    this.#space = space;
    this.#choices = untouched.map(({ damage }) => [{ actions: [], cost: 0, damage }]);
    this.#whole = { actions: [], damage: untouched.reduce((sum, { damage }) => sum + damage, 0) };
  }

  /** Notes a state of a district, unless it costs more than there is or is known. */
  note(district: number, actions: readonly number[], damage: number): void {
    const key = `${district}:${actions.toSorted((a, b) => a - b).join()}`;
    const cost = this.#space.cost.of(actions);
    if (actions.length === 0 || cost > this.#space.budget || this.#known.has(key)) return;
    this.#known.add(key);
    this.#choices[district]!.push({ actions, cost, damage });
  }

  /** Notes a plan of all districts that the budget pays. */
  noteWhole(actions: readonly number[], damage: number): void {
    if (damage < this.#whole.damage) this.#whole = { actions, damage };
  }

  /** What is done in the best mixture. */
  best(): number[] {
    const { budget } = this.#space;
    const partsOf = ({ cost }: Choice): number => (cost > 0 ? Math.ceil((cost / budget) * PARTS - 1e-9) : 0);
    let least = new Float64Array(PARTS + 1);
    const taken = this.#choices.map((choices) => {
      const next = new Float64Array(PARTS + 1).fill(Infinity);
      const which = new Int32Array(PARTS + 1);
      choices.forEach((choice, k) => {
        const parts = partsOf(choice);
        for (let b = parts; b <= PARTS; b++) {
          const damage = least[b - parts]! + choice.damage;
          if (damage >= next[b]!) continue;
          next[b] = damage;
          which[b] = k;
        }
      });
      least = next;
      return which;
    });
    if (least[PARTS]! >= this.#whole.damage) return [...this.#whole.actions];
    const done: number[] = [];
    let left = PARTS;
    for (let d = taken.length - 1; d >= 0; d--) {
      const choice = this.#choices[d]![taken[d]![left]!]!;
      done.push(...choice.actions);
      left -= partsOf(choice);
    }
    return done;
  }
}
