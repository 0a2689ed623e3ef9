import { flowLimit } from './link-values.ts';
import { DRY_AREA, SHUTS_BACK, type Network } from './network.ts';
import { FIXED, INVERSE_LENGTH } from './records.ts';

/**
 * Local losses over the dt, 1/s: K v / (2 L) at entry, exit and along the conduit. A dry end takes none: the velocity of a flow through the
 * film that stands for it means nothing.
 */
export function localLoss(net: Network, i: number, last: number, speed: number, a1: number, a2: number): number {
  const size = last < 0 ? -last : last;
  let sum = net.averageLoss[i]! * speed;
  if (a1 > DRY_AREA) sum += (net.entryLoss[i]! * size) / a1;
  if (a2 > DRY_AREA) sum += (net.exitLoss[i]! * size) / a2;
  return 0.5 * sum * net.link[i * FIXED + INVERSE_LENGTH]!;
}

/** A flow within its limit, and none against a flap gate of the link or of its outfall. */
export function boundFlow(net: Network, i: number, flow: number): number {
  const most = flowLimit(net, i);
  const q = flow > most ? most : flow < -most ? -most : flow;
  if (net.hasFlapGate[i] !== 0 && q * net.direction[i]! < 0) return 0;
  if (q !== 0 && (net.traits[q < 0 ? net.to[i]! : net.from[i]!]! & SHUTS_BACK) !== 0) return 0;
  return q;
}
