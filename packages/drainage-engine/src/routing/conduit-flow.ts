import { GRAVITY } from '../sections/critical-depth.ts';
import { CROWN_CUTOFF, RECTANGLE, TRAPEZIUM } from '../sections/section-set.ts';
import { atSection } from '../sections/section-at.ts';
import { wetSectionAt } from '../sections/wet-section.ts';
import { bookConduit, fallingEnd, fallingShare, heldEnds, holdEnds, keepBack } from './conduit-volume.ts';
import { culvertLimit } from './culvert.ts';
import { boundFlow, localLoss } from './flow-bounds.ts';
import { forceMainFriction } from './force-main.ts';
// prettier-ignore
import {
  DRY, LOWER_CRITICAL, LOWER_DRY, SUBCRITICAL, UPPER_CRITICAL, UPPER_DRY, fallDepths, fallingClass, lowerShare,
} from './free-fall.ts';
import type { KernelOptions } from './kernel-options.ts';
import type { NetworkState } from './network-state.ts';
// prettier-ignore
import {
  DRY_DEPTH, HAS_BARRELS, HAS_LOSS, IS_BOUND, IS_CLOSED, IS_CONTROLLED, IS_CULVERT, IS_FORCE_MAIN, MAXIMUM_VELOCITY, MAY_FALL, SHAPE_SHIFT,
  DRY_AREA, STILL_FLOW, TOUCHES_OUTFALL, type Network,
} from './network.ts';
// prettier-ignore
import {
  BED_1, BED_2, BETA, BOTTOM, FALL, FIXED, FRICTION, FULL, HEAD, INVERSE_LENGTH, LEAD, MOVING, NET, NODE, QUARTER, RESPONSE, ROOT, SENSITIVITY,
  SIDES, SLOPES, SURFACE, SURFACE_1, SURFACE_2, TOP_WIDTH,
} from './records.ts';

/**
 * One trial of the momentum equation for the listed conduits (SWMM Reference Manual Vol. II, eq. 3-14 and section 3.3): new flow,
 * surface areas and dq/dh, added to the sums of the end nodes. On later trials what the conduit gave before is taken off first.
 *
 * @param list kernel indices, the first `count` of them are used
 * @param trial 0 for the first
 */
export function conduitFlows(
  net: Network,
  state: NetworkState,
  options: KernelOptions,
  dt: number,
  trial: number,
  list: Int32Array,
  count: number,
): void {
  const { from, to, special, link: fixed, sections } = net;
  const { node, link, flow, oldFlow, area, oldArea, linkDepth } = state;
  const { hasSlot, damping, limitsBySlope, limitsByFroude } = options;
  const gdt = GRAVITY * dt;
  for (let k = 0; k < count; k++) {
    const i = list[k]!;
    const n1 = from[i]!;
    const n2 = to[i]!;
    const rare = special[i]!;
    const many = (rare & HAS_BARRELS) === 0 ? 1 : net.barrels[i]!;
    const f = i * FIXED;
    const at = i * MOVING;
    const m1 = n1 * NODE;
    const m2 = n2 * NODE;
    const z1 = fixed[f + BED_1]!;
    const z2 = fixed[f + BED_2]!;
    const full = fixed[f + FULL]!;
    let h1 = node[m1 + HEAD]!;
    let h2 = node[m2 + HEAD]!;
    if (h1 < z1) h1 = z1;
    if (h2 < z2) h2 = z2;
    let y1 = h1 - z1;
    let y2 = h2 - z2;
    if (y1 < DRY_DEPTH) y1 = DRY_DEPTH;
    else if (y1 > full && !hasSlot) y1 = full;
    if (y2 < DRY_DEPTH) y2 = DRY_DEPTH;
    else if (y2 > full && !hasSlot) y2 = full;
    let last = flow[i]!;
    if (trial === 0) {
      oldFlow[i] = last;
      oldArea[i] = area[i]!;
    }
    let old = oldFlow[i]!;
    if (many !== 1) {
      last /= many;
      old /= many;
    }

    let form = SUBCRITICAL;
    let share = 1;
    if ((rare & MAY_FALL) !== 0) {
      form = fallingClass(net, state, i, y1, y2, last);
      share = lowerShare[0]!;
      if (form === LOWER_CRITICAL) {
        y2 = fallDepths[0]! < fallDepths[1]! ? fallDepths[0]! : fallDepths[1]!;
        if (y2 < DRY_DEPTH) y2 = DRY_DEPTH;
        h2 = z2 + y2;
      } else if (form === UPPER_CRITICAL) {
        y1 = fallDepths[0]! < fallDepths[1]! ? fallDepths[0]! : fallDepths[1]!;
        if (y1 < DRY_DEPTH) y1 = DRY_DEPTH;
        h1 = z1 + y1;
      }
    } else if (y1 <= DRY_DEPTH) {
      if (y2 <= DRY_DEPTH) form = DRY;
      else if (h2 < z1) form = UPPER_DRY;
    } else if (y2 <= DRY_DEPTH && h1 < z2) form = LOWER_DRY;
    const perLength = fixed[f + INVERSE_LENGTH]!;
    const ym = 0.5 * (y1 + y2);
    let a1: number;
    let am: number;
    let a2: number;
    let w1: number;
    let wm: number;
    let w2: number;
    let top: number;
    let p1: number;
    let rm: number;
    // With a slot the levels stand above the top, over which the formulas of open sections would go on.
    const shape = y1 > full || y2 > full ? -1 : rare >> SHAPE_SHIFT;
    if (shape === RECTANGLE) {
      const w = fixed[f + BOTTOM]!;
      a1 = w * y1;
      a2 = w * y2;
      am = w * ym;
      w1 = wm = w2 = top = w;
      p1 = w + y1 + y1;
      rm = am / (w + ym + ym);
    } else if (shape === TRAPEZIUM) {
      const b = fixed[f + BOTTOM]!;
      const s = fixed[f + SLOPES]!;
      const p = fixed[f + SIDES]!;
      const half = 0.5 * s;
      a1 = (b + half * y1) * y1;
      a2 = (b + half * y2) * y2;
      am = (b + half * ym) * ym;
      w1 = b + s * y1;
      w2 = b + s * y2;
      wm = top = b + s * ym;
      p1 = b + p * y1;
      rm = am / (b + p * ym);
    } else {
      a1 = wetSectionAt(sections, i, y1, hasSlot);
      w1 = atSection[0]!;
      p1 = a1 / atSection[1]!;
      a2 = wetSectionAt(sections, i, y2, hasSlot);
      w2 = atSection[0]!;
      am = wetSectionAt(sections, i, ym, hasSlot);
      wm = atSection[0]!;
      // The speed of a wave goes with the true width, also where the surface of a closed section is held wider.
      top = atSection[2]!;
      rm = atSection[1]!;
    }

    // Surface areas by flow class.
    const quarter = fixed[f + QUARTER]!;
    let s1: number;
    let s2: number;
    if (form === SUBCRITICAL) {
      s1 = (w1 + wm) * quarter;
      s2 = (wm + w2) * quarter * share;
    } else if (form === LOWER_CRITICAL) {
      s1 = (w1 + wm) * 2 * quarter;
      s2 = 0;
    } else if (form === UPPER_CRITICAL) {
      s1 = 0;
      s2 = (wm + w2) * 2 * quarter;
    } else if (form === UPPER_DRY) {
      s1 = z1 <= net.invert[n1]! ? (w1 + wm) * quarter : 0;
      s2 = (wm + w2) * quarter;
    } else if (form === LOWER_DRY) {
      s1 = (w1 + wm) * quarter;
      s2 = z2 <= net.invert[n2]! ? (wm + w2) * quarter : 0;
    } else {
      s1 = DRY_DEPTH * 2 * quarter;
      s2 = s1;
    }

    let q: number;
    let dqdh: number;
    if (form < SUBCRITICAL || am <= DRY_AREA || ((rare & IS_CONTROLLED) !== 0 && state.setting[i] === 0)) {
      q = 0;
      dqdh = gdt * am * perLength * many;
    } else {
      let v = last / am;
      if (v > MAXIMUM_VELOCITY) v = MAXIMUM_VELOCITY;
      else if (v < -MAXIMUM_VELOCITY) v = -MAXIMUM_VELOCITY;
      const speed = v < 0 ? -v : v;
      const isFull = y1 >= full && y2 >= full;
      const isPressed = isFull && (rare & IS_CLOSED) !== 0;
      // Squares of Froude numbers are compared as products: a root is drawn only between 0.5 and 1.
      let inertia = 0;
      if (isPressed) top = 0;
      else {
        const kinetic = v * v * top;
        const wave = GRAVITY * am;
        if (kinetic <= 0.25 * wave) inertia = 1;
        else if (kinetic < wave) inertia = 2 * (1 - Math.sqrt(kinetic / wave));
      }
      let aw = am;
      let rw = rm;
      if (inertia < 1 && !isFull && last > 0 && h1 >= h2) {
        aw = a1 + inertia * (am - a1);
        const r1 = a1 / p1;
        rw = r1 + inertia * (rm - r1);
      }
      if (damping !== 1) inertia = damping === 2 || isPressed ? 0 : 1;

      // Inverse cube root of the radius from the last trial's by a step of third order; exact to 5e-6 for a change of 3 %.
      let u = link[at + ROOT]!;
      const t = rw * u * u * u;
      if (t > 0.97 && t < 1.03) u *= (14 + t * (t + t - 7)) * (1 / 9);
      else u = 1 / Math.cbrt(rw);
      link[at + ROOT] = u;
      let below = 1;
      if (isPressed && (rare & IS_FORCE_MAIN) !== 0) below += forceMainFriction(net, i, dt, speed, rw);
      else {
        const u2 = u * u;
        below += dt * fixed[f + FRICTION]! * speed * u2 * u2;
      }
      if ((rare & HAS_LOSS) !== 0) below += localLoss(net, i, last, speed, a1, a2) * dt;
      const gravity = gdt * aw * perLength;
      q = old - gravity * (h2 - h1);
      if (inertia > 0) q += inertia * v * (2 * (am - oldArea[i]!) + dt * v * (a2 - a1) * perLength);
      const inverse = 1 / below;
      q *= inverse;
      // No water climbs back over a free fall.
      if ((form === LOWER_CRITICAL && q < 0) || (form === UPPER_CRITICAL && q > 0)) q = 0;
      dqdh = gravity * inverse * many;

      if (q > 0) {
        if ((rare & IS_CULVERT) !== 0) {
          const most = isFull ? Infinity : culvertLimit(net, i, h1 - z1);
          if (most < q) q = most;
        } else if (y1 < full && form === SUBCRITICAL) {
          const outfall = rare & TOUCHES_OUTFALL;
          let isChecked = y1 < y2 && (limitsBySlope || outfall !== 0);
          if (!isChecked && limitsByFroude && outfall === 0 && last > 0 && y1 > DRY_DEPTH && y2 > DRY_DEPTH) {
            isChecked = last * last * w1 >= GRAVITY * a1 * a1 * a1;
          }
          // r1^(2/3) is at least the smaller of r1 and rw times u: most backwater needs no root.
          if (isChecked) {
            const reach = rw * p1;
            const b = fixed[f + BETA]! * a1;
            if (b * u * (a1 < reach ? a1 : reach) < q * p1) {
              const r1 = a1 / p1;
              const most = b * Math.cbrt(r1 * r1);
              if (most < q) q = most;
            }
          }
        }
      }
      if (trial > 0) {
        q = 0.5 * (last + q);
        if (q * last < 0) q = q > 0 ? STILL_FLOW * 10 : -STILL_FLOW * 10;
      }
      if (many !== 1) q *= many;
      if (y1 <= DRY_DEPTH && q > STILL_FLOW && node[m1 + HEAD]! - net.invert[n1]! <= DRY_DEPTH) q = STILL_FLOW;
      else if (y2 <= DRY_DEPTH && q < -STILL_FLOW && node[m2 + HEAD]! - net.invert[n2]! <= DRY_DEPTH) q = -STILL_FLOW;
      if ((rare & IS_BOUND) !== 0) q = boundFlow(net, i, q);
    }
    if (many !== 1) {
      s1 *= many;
      s2 *= many;
    }
    let more = q;
    let more1 = s1;
    let more2 = s2;
    let change = dqdh;
    if (trial > 0) {
      more -= flow[i]!;
      more1 -= link[at + SURFACE_1]!;
      more2 -= link[at + SURFACE_2]!;
      change -= link[at + RESPONSE]!;
    }
    node[m1 + NET]! -= more;
    node[m2 + NET]! += more;
    node[m1 + SURFACE]! += more1;
    node[m2 + SURFACE]! += more2;
    node[m1 + SENSITIVITY]! += change;
    node[m2 + SENSITIVITY]! += change;
    if (trial === 0) {
      // Here, once a step, the links see where the last step ended.
      let length = quarter * many;
      if (form === LOWER_CRITICAL) length *= fallingShare(y1, ym, a1, am, a2);
      else if (form === UPPER_CRITICAL) length *= fallingShare(y2, ym, a2, am, a1);
      const given = (s1 > 0 ? 1 : 0) + (s2 > 0 ? 2 : 0);
      const cutoff = CROWN_CUTOFF * full;
      const isHeld = h1 - z1 > cutoff || h2 - z2 > cutoff;
      if (isHeld) holdEnds(net, i, h1 - z1, h2 - z2, hasSlot);
      const end1 = isHeld ? heldEnds[0]! : y1;
      const end2 = isHeld ? heldEnds[1]! : y2;
      const v1 = length * (isHeld ? heldEnds[2]! : a1 + am);
      const v2 = length * (isHeld ? heldEnds[3]! : a2 + am);
      if ((rare & MAY_FALL) !== 0) {
        keepBack(state.fall, net.fallOf[i]! * FALL, fallingEnd(form), link, at, node, m1, m2, end1, end2, v1, v2, dt);
      }
      bookConduit(link, at, node, m1, m2, end1, end2, wm, v1, v2, length, given);
    }
    // Where the trial saw the middle of the step, the area kept is that of its end, where the next step begins.
    area[i] = am + 0.5 * wm * (node[m1 + LEAD]! + node[m2 + LEAD]!);
    flow[i] = q;
    linkDepth[i] = ym;
    link[at + SURFACE_1] = s1;
    link[at + SURFACE_2] = s2;
    link[at + RESPONSE] = dqdh;
    link[at + TOP_WIDTH] = top;
  }
}
