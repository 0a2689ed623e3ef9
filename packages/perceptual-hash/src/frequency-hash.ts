/** Cells a side of the square a hash is made from. */
export const hashSide = 32;
const kept = 8;

/** Rows of the cosine transform's lowest frequencies, without the constant one, so that brightness does not matter. */
const cosines = Array.from({ length: kept }, (_, frequency) =>
  Float64Array.from({ length: hashSide }, (__, x) => Math.cos((Math.PI * (frequency + 1) * (2 * x + 1)) / (2 * hashSide))),
);

/**
 * 64 bits, each saying whether one low frequency of the cosine transform is above the middle of them all: fine detail, encoding and
 * brightness leave them as they are (after Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010).
 */
export function frequencyHash(cells: Float64Array): bigint {
  const byRow = new Float64Array(kept * hashSide);
  for (let u = 0; u < kept; u += 1) {
    for (let y = 0; y < hashSide; y += 1) {
      let sum = 0;
      for (let x = 0; x < hashSide; x += 1) sum += cells[y * hashSide + x]! * cosines[u]![x]!;
      byRow[u * hashSide + y] = sum;
    }
  }
  const strengths = new Float64Array(kept * kept);
  for (let u = 0; u < kept; u += 1) {
    for (let v = 0; v < kept; v += 1) {
      let sum = 0;
      for (let y = 0; y < hashSide; y += 1) sum += byRow[u * hashSide + y]! * cosines[v]![y]!;
      strengths[v * kept + u] = sum;
    }
  }
  const sorted = Float64Array.from(strengths).sort();
  const middle = (sorted[31]! + sorted[32]!) / 2;
  let hash = 0n;
  for (const strength of strengths) hash = (hash << 1n) | (strength > middle ? 1n : 0n);
  return hash;
}
