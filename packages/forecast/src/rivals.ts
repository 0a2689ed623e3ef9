/** A chance learnt from earlier cases: ridge-penalised logistic regression on a few numbers. */
export type Logistic = (features: readonly number[]) => number;

const RIDGE = 1;
const ROUNDS = 30;

/** Solves a small symmetric positive system in place (Gauss; the ridge keeps the pivots away from 0). */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot++) {
    const row = matrix[pivot] as number[];
    for (let below = pivot + 1; below < size; below++) {
      const other = matrix[below] as number[];
      const factor = (other[pivot] as number) / (row[pivot] as number);
      for (let column = pivot; column < size; column++) other[column] = (other[column] as number) - factor * (row[column] as number);
      right[below] = (right[below] as number) - factor * (right[pivot] as number);
    }
  }
  const solution = right.slice();
  for (let pivot = size - 1; pivot >= 0; pivot--) {
    const row = matrix[pivot] as number[];
    let rest = solution[pivot] as number;
    for (let column = pivot + 1; column < size; column++) rest -= (row[column] as number) * (solution[column] as number);
    solution[pivot] = rest / (row[pivot] as number);
  }
  return solution;
}

/**
 * Learns how numbers known beforehand went with finishing on time, by iteratively re-weighted least squares (Hastie, Tibshirani &
 * Friedman 2009, section 4.4). It makes a rival out of the owner's percent done: not the bare figure, which is no chance, but the best
 * chance that can be read from it, so that a win over it means something.
 *
 * @param cases features of one length, and what came
 * @example fitLogistic([{ features: [0.1, 0.5], isOnTime: true }])([0.1, 0.5]) // above 0.5
 */
export function fitLogistic(cases: readonly { readonly features: readonly number[]; readonly isOnTime: boolean }[]): Logistic {
  const size = (cases[0]?.features.length ?? 0) + 1;
  let weights = Array.from({ length: size }, () => 0);
  const chanceOf = (features: readonly number[]): number => {
    const score = features.reduce((sum, feature, index) => sum + feature * (weights[index + 1] ?? 0), weights[0] ?? 0);
    return 1 / (1 + Math.exp(-score));
  };
  for (let round = 0; round < ROUNDS; round++) {
    // The intercept is hardly penalised: the base rate is not to be shrunk towards one half.
    const curvature = weights.map((_, row) => weights.map((__, column) => (row === column ? (row === 0 ? 1e-6 : RIDGE) : 0)));
    const slope = weights.map((weight, row) => -(row === 0 ? 1e-6 : RIDGE) * weight);
    for (const { features, isOnTime } of cases) {
      const chance = chanceOf(features);
      const full = [1, ...features];
      for (const [row, mine] of full.entries()) {
        slope[row] = (slope[row] ?? 0) + mine * (Number(isOnTime) - chance);
        const line = curvature[row] as number[];
        for (const [column, other] of full.entries()) line[column] = (line[column] ?? 0) + mine * other * (chance * (1 - chance) + 1e-9);
      }
    }
    const step = solve(curvature, slope);
    weights = weights.map((weight, index) => weight + Math.max(-4, Math.min(4, step[index] ?? 0)));
    if (step.every((change) => Math.abs(change) < 1e-8)) break;
  }
  return chanceOf;
}
