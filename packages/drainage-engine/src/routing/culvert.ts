import { GRAVITY, criticalDepth } from '../sections/critical-depth.ts';
import { sectionAt } from '../sections/section-at.ts';
import { culvertInlet, type CulvertInlet } from './culvert-inlets.ts';
import { fullArea, slopeOf } from './link-values.ts';
import type { Network } from './network.ts';
import { FIXED, FULL } from './records.ts';

/** Turns Q / (A D^0.5) in SI into the units of the constants, ft^0.5/s (HDS-5, eq. A.1). */
const UNITS = 1.811;
/** Up to the first the unsubmerged equation holds, from the second on the submerged one (HDS-5, section A.2). */
const UNSUBMERGED = 3.5;
const SUBMERGED = 4;

/** Head over D of an unsubmerged inlet at the relative flow `x` (HDS-5, eqs. A.1 and A.2). */
function unsubmergedHead(net: Network, i: number, inlet: CulvertInlet, x: number): number {
  const plain = inlet.k * x ** inlet.m;
  if (inlet.form === 2) return plain;
  const depth = net.link[i * FIXED + FULL]!;
  const q = (x * fullArea(net, i) * Math.sqrt(depth)) / UNITS;
  const critical = criticalDepth(net.sections, i, q);
  const area = sectionAt(net.sections, i, critical);
  const energy = area > 0 ? critical + (q * q) / (2 * GRAVITY * area * area) : 0;
  return energy / depth + plain + inlet.slopeShare * slopeOf(net, i);
}

/**
 * Most that a culvert's inlet takes, m3/s in one barrel: as a weir while it is free, as an orifice once it is submerged, along a straight
 * line between (FHWA Hydraulic Design Series 5, appendix A). Infinity for a code without constants here.
 *
 * @param head of the water over the inlet's invert, m
 * @example culvertLimit(net, 0, 1.5) // 1.9
 */
export function culvertLimit(net: Network, i: number, head: number): number {
  const inlet = culvertInlet(net.culvertCode[i]!);
  if (inlet === null) return Infinity;
  const depth = net.link[i * FIXED + FULL]!;
  const relative = head / depth;
  const toFlow = (fullArea(net, i) * Math.sqrt(depth)) / UNITS;
  const shift = inlet.y + inlet.slopeShare * slopeOf(net, i);
  const above = inlet.c * SUBMERGED * SUBMERGED + shift;
  if (relative >= above) return Math.sqrt((relative - shift) / inlet.c) * toFlow;
  const below = unsubmergedHead(net, i, inlet, UNSUBMERGED);
  if (relative > below) return (UNSUBMERGED + ((SUBMERGED - UNSUBMERGED) * (relative - below)) / (above - below)) * toFlow;
  let low = 0;
  let high = UNSUBMERGED;
  for (let k = 0; k < 24; k++) {
    const middle = 0.5 * (low + high);
    if (unsubmergedHead(net, i, inlet, middle) < relative) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high) * toFlow;
}
