import { GRAVITY } from '../sections/critical-depth.ts';
import { CROWN_CUTOFF, TABLE } from '../sections/section-set.ts';
import { TABLE_STEPS, TABLE_STRIDE, areaBetween, between } from '../sections/section-table.ts';
import type { KernelOptions } from './kernel-options.ts';
import type { NetworkState } from './network-state.ts';
import { keptShare } from './conduit-volume.ts';
import { FALL_RANGE } from './free-fall.ts';
import { DRY_AREA, DRY_DEPTH, MAXIMUM_VELOCITY, MAY_FALL, PLAIN, SHAPE_SHIFT, STILL_FLOW, type Network } from './network.ts';
import {
  BED_1,
  BED_2,
  BETA,
  BOTTOM,
  CRITICAL,
  CRITICAL_POWER,
  DEBT,
  END_1,
  END_2,
  FALL,
  FALL_FLOW,
  FELL,
  FIXED,
  FRICTION,
  FULL,
  HALF_1,
  HALF_2,
  HEAD,
  INVERSE_LENGTH,
  KEPT_BACK,
  LEAD,
  MIDDLE_WIDTH,
  MOVING,
  NET,
  NODE,
  NORMAL,
  NORMAL_POWER,
  QUARTER,
  RESPONSE,
  ROOT,
  SENSITIVITY,
  SIDES,
  SLOPES,
  SURFACE,
  SURFACE_1,
  SURFACE_2,
  TABLE_START,
  TOP_WIDTH,
} from './records.ts';

/** Without that, plain conduits have nothing but their shape there, which is at most this. */
const MOST_PLAIN = TABLE << SHAPE_SHIFT;
/** The bits below those of the shape. */
const SPECIAL = (1 << SHAPE_SHIFT) - 1;

/**
 * `conduitFlows` for the conduits of a list that are plain channels or pipes, wet and below their crown, falling freely at most from their
 * lower end: most of a city's drains most of the time. The loop calls nothing but two lines that the compiler writes into it, so that the
 * arrays' addresses stay in registers: it takes a quarter of the time. Below the crown a box is a rectangle, and a rectangle a trapezium of
 * slope 0; other shapes come from their tables.
 *
 * @param hard receives the conduits that `conduitFlows` must do
 * @returns how many those are
 */
export function plainConduitFlows(
  net: Network,
  state: NetworkState,
  options: KernelOptions,
  dt: number,
  trial: number,
  list: Int32Array,
  start: number,
  end: number,
  hard: Int32Array,
): number {
  const { from, to, special, link: fixed, fallOf, invert } = net;
  const { tables } = net.sections;
  const { node, link, fall, flow, oldFlow, area, oldArea, linkDepth } = state;
  const { damping, limitsBySlope, limitsByFroude } = options;
  const gdt = GRAVITY * dt;
  const handedOut = keptShare(dt);
  let left = 0;
  for (let k = start; k < end; k++) {
    const i = list[k]!;
    const rare = special[i]!;
    const m1 = from[i]! * NODE;
    const m2 = to[i]! * NODE;
    const f = i * FIXED;
    const h1 = node[m1 + HEAD]!;
    let h2 = node[m2 + HEAD]!;
    const y1 = h1 - fixed[f + BED_1]!;
    let y2 = h2 - fixed[f + BED_2]!;
    const last = flow[i]!;
    const at = i * MOVING;
    const sawDry = linkDepth[i] === DRY_DEPTH && link[at + END_1] === DRY_DEPTH && link[at + END_2] === DRY_DEPTH;
    if (sawDry && last === 0 && link[at + RESPONSE]! > 0 && y1 <= DRY_DEPTH && y2 <= DRY_DEPTH) {
      // Dry as in the last step: it gives its nodes the same again.
      if (trial === 0) {
        oldFlow[i] = 0;
        oldArea[i] = area[i]!;
        node[m1 + SURFACE]! += link[at + SURFACE_1]!;
        node[m2 + SURFACE]! += link[at + SURFACE_2]!;
        node[m1 + SENSITIVITY]! += link[at + RESPONSE]!;
        node[m2 + SENSITIVITY]! += link[at + RESPONSE]!;
      }
      continue;
    }
    let upperShare = 1;
    let lowerShare = 1;
    let isPlain = y1 > DRY_DEPTH;
    if ((rare & MAY_FALL) !== 0) {
      // Only the usual fall: down from the lower end, the flow near that for which both depths were found; see `fallingClass`.
      const place = fallOf[i]! * FALL;
      const change = last / fall[place + FALL_FLOW]! - 1;
      isPlain &&= fixed[f + BED_1]! <= invert[from[i]!]! && h1 > fixed[f + BED_2]! && change <= FALL_RANGE && change >= -FALL_RANGE;
      const ofCritical = fall[place + CRITICAL_POWER]!;
      const ofNormal = fall[place + NORMAL_POWER]!;
      const critical = fall[place + CRITICAL]! * (1 + ofCritical * change * (1 + 0.5 * (ofCritical - 1) * change));
      const normal = fall[place + NORMAL]! * (1 + ofNormal * change * (1 + 0.5 * (ofNormal - 1) * change));
      const low = critical < normal ? critical : normal;
      const high = critical < normal ? normal : critical;
      if (y2 < low || y2 <= DRY_DEPTH) {
        y2 = low;
        h2 = fixed[f + BED_2]! + y2;
        upperShare = 2;
        lowerShare = 0;
      } else if (y2 < high) lowerShare = high - low < DRY_DEPTH ? 0 : (high - y2) / (high - low);
      // A fall that drowns, or begins, keeps water back: see `keepBack`.
      isPlain &&= trial > 0 || fall[place + FELL] === (upperShare === 1 ? 0 : 1);
    }
    const full = fixed[f + FULL]!;
    const cutoff = CROWN_CUTOFF * full;
    const shape = rare & ~PLAIN;
    if ((shape & SPECIAL) !== 0 || !(isPlain && y2 > DRY_DEPTH && y1 <= cutoff && y2 <= cutoff)) {
      hard[left++] = i;
      continue;
    }
    const ym = 0.5 * (y1 + y2);
    let a1: number;
    let a2: number;
    let am: number;
    let w1: number;
    let w2: number;
    let wm: number;
    let p1: number;
    let rm: number;
    if (shape < MOST_PLAIN) {
      const bottom = fixed[f + BOTTOM]!;
      const slopes = fixed[f + SLOPES]!;
      const sides = fixed[f + SIDES]!;
      const half = 0.5 * slopes;
      a1 = (bottom + half * y1) * y1;
      a2 = (bottom + half * y2) * y2;
      am = (bottom + half * ym) * ym;
      w1 = bottom + slopes * y1;
      w2 = bottom + slopes * y2;
      wm = bottom + slopes * ym;
      p1 = bottom + sides * y1;
      rm = am / (bottom + sides * ym);
    } else {
      const start = fixed[f + TABLE_START]! | 0;
      const perStep = TABLE_STEPS / full;
      const square = full * full;
      let x = y1 * perStep;
      let knot = x | 0;
      let row = start + knot * TABLE_STRIDE;
      x -= knot;
      a1 = areaBetween(tables, row, x) * square;
      w1 = between(tables, row + 1, x) * full;
      p1 = a1 / (between(tables, row + 2, x) * full);
      x = y2 * perStep;
      knot = x | 0;
      row = start + knot * TABLE_STRIDE;
      x -= knot;
      a2 = areaBetween(tables, row, x) * square;
      w2 = between(tables, row + 1, x) * full;
      x = ym * perStep;
      knot = x | 0;
      row = start + knot * TABLE_STRIDE;
      x -= knot;
      am = areaBetween(tables, row, x) * square;
      wm = between(tables, row + 1, x) * full;
      rm = between(tables, row + 2, x) * full;
    }
    if (am <= DRY_AREA) {
      hard[left++] = i;
      continue;
    }
    const perLength = fixed[f + INVERSE_LENGTH]!;
    const quarter = fixed[f + QUARTER]!;
    const s1 = (w1 + wm) * quarter * upperShare;
    const s2 = (wm + w2) * quarter * lowerShare;

    let old = last;
    let oldMiddle = area[i]!;
    if (trial === 0) {
      oldFlow[i] = old;
      oldArea[i] = oldMiddle;
    } else {
      old = oldFlow[i]!;
      oldMiddle = oldArea[i]!;
    }
    let v = last / am;
    if (v > MAXIMUM_VELOCITY) v = MAXIMUM_VELOCITY;
    else if (v < -MAXIMUM_VELOCITY) v = -MAXIMUM_VELOCITY;
    const kinetic = v * v * wm;
    const wave = GRAVITY * am;
    let inertia = 1;
    let aw = am;
    let rw = rm;
    if (kinetic > 0.25 * wave) {
      inertia = kinetic < wave ? 2 * (1 - Math.sqrt(kinetic / wave)) : 0;
      if (last > 0 && h1 >= h2) {
        aw = a1 + inertia * (am - a1);
        const r1 = a1 / p1;
        rw = r1 + inertia * (rm - r1);
      }
    }
    if (damping !== 1) inertia = damping === 2 ? 0 : 1;

    // Inverse cube root of the radius; see `conduitFlows`.
    let u = link[at + ROOT]!;
    const t = rw * u * u * u;
    if (t > 0.97 && t < 1.03) u *= (14 + t * (t + t - 7)) * (1 / 9);
    else u = 1 / Math.cbrt(rw);
    link[at + ROOT] = u;
    const u2 = u * u;
    const inverse = 1 / (1 + dt * fixed[f + FRICTION]! * (v < 0 ? -v : v) * u2 * u2);
    const gravity = gdt * aw * perLength;
    const push = inertia * v * (2 * (am - oldMiddle) + dt * v * (a2 - a1) * perLength);
    let q = (old - gravity * (h2 - h1) + push) * inverse;
    const dqdh = gravity * inverse;
    // No water climbs back over a free fall, and none is held back there.
    if (upperShare !== 1) q = q > 0 ? q : 0;
    else if (q > 0 && ((limitsBySlope && y1 < y2) || (limitsByFroude && last > 0 && last * last * w1 >= GRAVITY * a1 * a1 * a1))) {
      // r1^(2/3) is at least the smaller of r1 and rw times u: most backwater needs no root.
      const reach = rw * p1;
      const b = fixed[f + BETA]! * a1;
      if (b * u * (a1 < reach ? a1 : reach) < q * p1) {
        const r1 = a1 / p1;
        const most = b * Math.cbrt(r1 * r1);
        if (most < q) q = most;
      }
    }
    if (trial > 0) {
      q = 0.5 * (last + q);
      if (q * last < 0) q = q > 0 ? STILL_FLOW * 10 : -STILL_FLOW * 10;
      const more = q - last;
      const change = dqdh - link[at + RESPONSE]!;
      node[m1 + NET]! -= more;
      node[m2 + NET]! += more;
      node[m1 + SURFACE]! += s1 - link[at + SURFACE_1]!;
      node[m2 + SURFACE]! += s2 - link[at + SURFACE_2]!;
      node[m1 + SENSITIVITY]! += change;
      node[m2 + SENSITIVITY]! += change;
    } else {
      node[m1 + NET]! -= q;
      node[m2 + NET]! += q;
      node[m1 + SURFACE]! += s1;
      node[m2 + SURFACE]! += s2;
      node[m1 + SENSITIVITY]! += dqdh;
      node[m2 + SENSITIVITY]! += dqdh;
      // What the conduit took up; see `fallingShare`, `keepBack` and `bookConduit`, which this repeats so as to call nothing.
      const length = upperShare === 1 ? quarter : (quarter * 2 * (a1 + (am * y1) / ym)) / (a1 + 2 * am + a2);
      const v1 = length * (a1 + am);
      const v2 = length * (a2 + am);
      if ((rare & MAY_FALL) !== 0) {
        const out = fall[fallOf[i]! * FALL + KEPT_BACK]! * handedOut;
        fall[fallOf[i]! * FALL + KEPT_BACK]! -= out;
        node[m1 + DEBT]! += out;
      }
      const across = 0.25 * length * (wm + link[at + MIDDLE_WIDTH]!) * (y2 - link[at + END_2]! - y1 + link[at + END_1]!);
      const taken1 = v1 - link[at + HALF_1]! - across;
      const taken2 = v2 - link[at + HALF_2]! + across;
      node[m1 + DEBT]! -= s2 > 0 ? taken1 : taken1 + taken2;
      if (s2 > 0) node[m2 + DEBT]! -= taken2;
      link[at + END_1] = y1;
      link[at + END_2] = y2;
      link[at + MIDDLE_WIDTH] = wm;
      link[at + HALF_1] = v1;
      link[at + HALF_2] = v2;
    }
    area[i] = am + 0.5 * wm * (node[m1 + LEAD]! + node[m2 + LEAD]!);
    flow[i] = q;
    linkDepth[i] = ym;
    link[at + SURFACE_1] = s1;
    link[at + SURFACE_2] = s2;
    link[at + RESPONSE] = dqdh;
    link[at + TOP_WIDTH] = wm;
  }
  return left;
}
