import { GRAVITY } from '../sections/critical-depth.ts';
import { RECTANGLE, TRAPEZIUM } from '../sections/section-set.ts';
import { atSection } from '../sections/section-at.ts';
import { wetSectionAt } from '../sections/wet-section.ts';
import { culvertLimit } from './culvert.ts';
import { forceMainFriction } from './force-main.ts';
import { DRY, LOWER_CRITICAL, LOWER_DRY, SUBCRITICAL, UPPER_CRITICAL, UPPER_DRY, fallingClass, lowerShare } from './free-fall.ts';
import type { KernelOptions } from './kernel-options.ts';
import type { NetworkState } from './network-state.ts';
import { DRY_DEPTH, MAXIMUM_VELOCITY, STILL_FLOW, type Network } from './network.ts';

/** Stands for an endless wave speed in a full closed section: its Froude number is 0. */
const PRESSURE_CELERITY = 1e9;

/**
 * One trial of the momentum equation for the listed conduits (SWMM Reference Manual Vol. II, eq. 3-14 and section 3.3): new flow,
 * surface areas and dq/dh, added to the sums of the end nodes. On later trials what the conduit gave before is taken off first.
 *
 * @param list kernel indices; `count` of them are used
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
  const { from, to, bed1, bed2, invert, sections, length, barrels, frictionFactor, beta, mayFall, hasLoss, outfallStart } = net;
  const { kind, fullDepth, bottom, slopes, sides, isOpen } = sections;
  const { depth, flow, oldFlow, area, oldArea, surface1, surface2, linkSensitivity, root, celerity, linkDepth, flowClass } = state;
  const { net: netFlow, surface, sensitivity, setting, isLimited } = state;
  const { hasSlot, damping, limitsBySlope, limitsByFroude } = options;
  for (let k = 0; k < count; k++) {
    const i = list[k]!;
    const n1 = from[i]!;
    const n2 = to[i]!;
    const many = barrels[i]!;
    const full = fullDepth[i]!;
    const z1 = bed1[i]!;
    const z2 = bed2[i]!;
    let h1 = invert[n1]! + depth[n1]!;
    let h2 = invert[n2]! + depth[n2]!;
    if (h1 < z1) h1 = z1;
    if (h2 < z2) h2 = z2;
    let y1 = h1 - z1;
    let y2 = h2 - z2;
    if (y1 < DRY_DEPTH) y1 = DRY_DEPTH;
    else if (y1 > full && !hasSlot) y1 = full;
    if (y2 < DRY_DEPTH) y2 = DRY_DEPTH;
    else if (y2 > full && !hasSlot) y2 = full;
    const last = flow[i]! / many;

    let form = SUBCRITICAL;
    let share = 1;
    if (mayFall[i] !== 0) {
      form = fallingClass(net, state, i, y1, y2, last);
      share = lowerShare[0]!;
      if (form === LOWER_CRITICAL) {
        y2 = state.critical[i]! < state.normal[i]! ? state.critical[i]! : state.normal[i]!;
        if (y2 < DRY_DEPTH) y2 = DRY_DEPTH;
        h2 = z2 + y2;
      } else if (form === UPPER_CRITICAL) {
        y1 = state.critical[i]! < state.normal[i]! ? state.critical[i]! : state.normal[i]!;
        if (y1 < DRY_DEPTH) y1 = DRY_DEPTH;
        h1 = z1 + y1;
      }
    } else if (y1 <= DRY_DEPTH) {
      if (y2 <= DRY_DEPTH) form = DRY;
      else if (h2 < z1) form = UPPER_DRY;
    } else if (y2 <= DRY_DEPTH && h1 < z2) form = LOWER_DRY;
    flowClass[i] = form;

    const l = length[i]!;
    const ym = 0.5 * (y1 + y2);
    let a1: number;
    let am: number;
    let a2: number;
    let w1: number;
    let wm: number;
    let w2: number;
    let top: number;
    let r1: number;
    let rm: number;
    const shape = kind[i]!;
    if (shape === RECTANGLE) {
      const w = bottom[i]!;
      a1 = w * y1;
      a2 = w * y2;
      am = w * ym;
      w1 = wm = w2 = top = w;
      r1 = a1 / (w + y1 + y1);
      rm = am / (w + ym + ym);
    } else if (shape === TRAPEZIUM) {
      const b = bottom[i]!;
      const s = slopes[i]!;
      const p = sides[i]!;
      const half = 0.5 * s;
      a1 = (b + half * y1) * y1;
      a2 = (b + half * y2) * y2;
      am = (b + half * ym) * ym;
      w1 = b + s * y1;
      w2 = b + s * y2;
      wm = top = b + s * ym;
      r1 = a1 / (b + p * y1);
      rm = am / (b + p * ym);
    } else {
      a1 = wetSectionAt(sections, i, y1, hasSlot);
      w1 = atSection[0]!;
      r1 = atSection[1]!;
      a2 = wetSectionAt(sections, i, y2, hasSlot);
      w2 = atSection[0]!;
      am = wetSectionAt(sections, i, ym, hasSlot);
      wm = atSection[0]!;
      // The speed of a wave goes with the true width, also where the surface of a closed section is held wider.
      top = atSection[2]!;
      rm = atSection[1]!;
    }

    // Surface areas by flow class.
    const quarter = 0.25 * l;
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
      s1 = net.offset1[i]! <= 0 ? (w1 + wm) * quarter : 0;
      s2 = (wm + w2) * quarter;
    } else if (form === LOWER_DRY) {
      s1 = (w1 + wm) * quarter;
      s2 = net.offset2[i]! <= 0 ? (wm + w2) * quarter : 0;
    } else {
      s1 = DRY_DEPTH * 2 * quarter;
      s2 = s1;
    }

    let q: number;
    let dqdh: number;
    let c = PRESSURE_CELERITY;
    let limited = 0;
    if (form < SUBCRITICAL || am <= 1e-7 || setting[i] === 0) {
      q = 0;
      dqdh = ((dt * GRAVITY * am) / l) * many;
    } else {
      let v = last / am;
      if (v > MAXIMUM_VELOCITY) v = MAXIMUM_VELOCITY;
      else if (v < -MAXIMUM_VELOCITY) v = -MAXIMUM_VELOCITY;
      const speed = v < 0 ? -v : v;
      const isFull = y1 >= full && y2 >= full;
      const isPressed = isFull && isOpen[i] === 0;
      let inertia = 0;
      if (!isPressed) {
        c = top > 0 ? Math.sqrt((GRAVITY * am) / top) : PRESSURE_CELERITY;
        const froude = speed / c;
        inertia = froude <= 0.5 ? 1 : froude >= 1 ? 0 : 2 * (1 - froude);
      } else inertia = 0;
      // Upstream weighting as the flow becomes supercritical.
      let aw = am;
      let rw = rm;
      if (!isFull && last > 0 && h1 >= h2 && inertia < 1) {
        aw = a1 + inertia * (am - a1);
        rw = r1 + inertia * (rm - r1);
      }
      if (damping !== 1) inertia = damping === 2 || isPressed ? 0 : 1;
      else if (isPressed) inertia = 0;

      let friction: number;
      if (isPressed && net.forceMain[i] !== 0) friction = forceMainFriction(net, i, dt, speed, rw);
      else {
        // Cube root by one step of Halley from the last trial's, which is exact to 1e-6 for a change of 3 %.
        let cube = root[i]!;
        const was = cube * cube * cube;
        const change = rw - was;
        if (change < 0.03 * was && change > -0.03 * was) cube *= (was + rw + rw) / (was + was + rw);
        else cube = Math.cbrt(rw);
        root[i] = cube;
        friction = (dt * frictionFactor[i]! * speed) / (rw * cube);
      }
      const gravity = (dt * GRAVITY * aw) / l;
      let below = 1 + friction;
      if (hasLoss[i] !== 0) {
        const bare = last < 0 ? -last : last;
        below += (dt * ((net.entryLoss[i]! * bare) / a1 + (net.exitLoss[i]! * bare) / a2 + net.averageLoss[i]! * speed)) / (2 * l);
      }
      q = oldFlow[i]! / many - gravity * (h2 - h1);
      if (inertia > 0) q += inertia * v * (2 * (am - oldArea[i]!) + (dt * v * (a2 - a1)) / l);
      q /= below;
      dqdh = (gravity / below) * many;

      if (q > 0) {
        if (net.culvertCode[i] !== 0 && !isFull) {
          const most = culvertLimit(net, i, h1 - z1, y2);
          if (most < q) {
            q = most;
            limited = 1;
          }
        } else if (y1 < full && y2 < full && (limitsBySlope || limitsByFroude)) {
          const outfall = net.touchesOutfall[i]!;
          let isChecked = (limitsBySlope || outfall !== 0) && y1 < y2;
          if (!isChecked && limitsByFroude && outfall === 0 && y1 > DRY_DEPTH && y2 > DRY_DEPTH) {
            const v1 = last / a1;
            isChecked = v1 > 0 && v1 * v1 * w1 >= GRAVITY * a1;
          }
          if (isChecked) {
            const most = beta[i]! * a1 * Math.cbrt(r1 * r1);
            if (most < q) {
              q = most;
              limited = 1;
            }
          }
        }
      }
      if (trial > 0) {
        q = 0.5 * (last + q);
        if (q * last < 0) q = q > 0 ? STILL_FLOW * 10 : -STILL_FLOW * 10;
      }
      q *= many;
      const most = net.flowLimit[i]!;
      if (q > most) q = most;
      else if (q < -most) q = -most;
      if (q > STILL_FLOW) {
        if (depth[n1]! <= DRY_DEPTH) q = STILL_FLOW;
      } else if (q < -STILL_FLOW && depth[n2]! <= DRY_DEPTH) q = -STILL_FLOW;
      if (net.hasFlapGate[i] !== 0 && q * net.direction[i]! < 0) q = 0;
      if (outfallStart <= n2 && net.shutsBack[n2]! !== 0 && q < 0) q = 0;
      if (outfallStart <= n1 && net.shutsBack[n1]! !== 0 && q > 0) q = 0;
    }

    s1 *= many;
    s2 *= many;
    if (trial > 0) {
      const before = flow[i]!;
      netFlow[n1]! += before - q;
      netFlow[n2]! += q - before;
      surface[n1]! += s1 - surface1[i]!;
      surface[n2]! += s2 - surface2[i]!;
      const change = dqdh - linkSensitivity[i]!;
      sensitivity[n1]! += change;
      sensitivity[n2]! += change;
    } else {
      netFlow[n1]! -= q;
      netFlow[n2]! += q;
      surface[n1]! += s1;
      surface[n2]! += s2;
      sensitivity[n1]! += dqdh;
      sensitivity[n2]! += dqdh;
    }
    flow[i] = q;
    area[i] = am;
    linkDepth[i] = ym;
    surface1[i] = s1;
    surface2[i] = s2;
    linkSensitivity[i] = dqdh;
    celerity[i] = c;
    isLimited[i] = limited;
  }
}
