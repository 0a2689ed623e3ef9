/**
 * In how many of 64 bits two hashes differ (Hamming, Bell System Technical Journal 29, 1950).
 *
 * @example hammingDistance(0b1011n, 0b0001n) // 2
 */
export function hammingDistance(a: bigint, b: bigint): number {
  let rest = a ^ b;
  let count = 0;
  while (rest !== 0n) {
    rest &= rest - 1n;
    count += 1;
  }
  return count;
}
