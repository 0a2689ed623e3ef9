import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Section } from '../model/section.ts';
import { conduitFlows } from './conduit-flow.ts';
import { findFallDepths } from './free-fall.ts';
import { kernelOptions, type KernelOptions } from './kernel-options.ts';
import { networkOf } from './network-of-model.ts';
import { emptyState, type NetworkState } from './network-state.ts';
import { MAY_FALL, type Network } from './network.ts';
import { nodeDepths } from './node-depth.ts';
import { plainConduitFlows } from './plain-conduit-flow.ts';
import { plainNodeDepths } from './plain-node-depth.ts';
// prettier-ignore
import {
  BED_1, BED_2, DEBT, FIXED, FORESEEN, FULL, HEAD, IS_SMOOTH, LEAD, MOVING, NET, NODE, OLD_NET, RESPONSE, ROOT, SENSITIVITY, STRUCTURE_SURFACE,
  SURFACE,
} from './records.ts';
import { conduit, junction, modelOf, outfall } from './test-network.ts';

/**
 * The loops order their sums differently (w + y + y or w + 2 y, a division or a product with the inverse, a depth over the full one or over a
 * step of its table), so that results differ in the last digits.
 */
const ROUNDING = 1e-9;

/** Numbers spread evenly over a range: those of `fc.double` crowd near 0, where every conduit is dry. */
const within = (least: number, most: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => least + ((most - least) * step) / 1_000_000);

const size = within(0.3, 3);
const sideSlope = within(0, 3);
const share = within(0, 1);
const signed = within(-1, 1);

const section: fc.Arbitrary<Section> = fc.oneof(
  fc.record({ shape: fc.constant('rect-open' as const), depth: size, width: size, sidesIgnored: fc.constantFrom(0, 1, 2) }),
  fc.record({ shape: fc.constant('trapezoidal' as const), depth: size, bottomWidth: size, leftSlope: sideSlope, rightSlope: sideSlope }),
  fc.record({ shape: fc.constant('triangular' as const), depth: size, topWidth: size }),
  fc.record({ shape: fc.constant('rect-closed' as const), depth: size, width: size }),
  fc.record({ shape: fc.constant('circular' as const), depth: size }),
  fc.record({ shape: fc.constant('egg' as const), depth: size }),
  fc.record({ shape: fc.constant('parabolic' as const), depth: size, topWidth: size }),
);

/** A conduit between two junctions and an outfall far below, which is not looked at. */
function networkWith(of: Section, slope: number, drop: number): Network {
  const nodes = [junction('A', 1 + 100 * slope + drop), junction('B', 1), outfall('O', -9)];
  const links = [conduit('AB', 'A', 'B', of, { outletOffset: drop }), conduit('BO', 'B', 'O', { shape: 'circular', depth: 1 })];
  return networkOf(modelOf(nodes, links, 1));
}

function copyOf(state: NetworkState): NetworkState {
  return structuredClone(state);
}

/** Largest difference between two states, relative to the numbers' size where that is above 1. */
function difference(a: NetworkState, b: NetworkState): number {
  let most = 0;
  for (const key of Object.keys(a) as (keyof NetworkState)[]) {
    a[key].forEach((value, k) => {
      most = Math.max(most, Math.abs(value - b[key][k]!) / Math.max(1, Math.abs(value)));
    });
  }
  return most;
}

const options: fc.Arbitrary<KernelOptions> = fc
  .record({
    inertialDamping: fc.constantFrom('none' as const, 'partial' as const, 'full' as const),
    normalFlowLimit: fc.constantFrom('slope' as const, 'froude' as const, 'both' as const, 'none' as const),
  })
  .map((own) => kernelOptions({ ...modelOf([], [], 1).options, ...own }));

const flowCase = fc.record({
  section,
  options,
  slope: within(0.0002, 0.02),
  // The second is lost in the digits of the levels.
  drop: fc.oneof(fc.constant(0), fc.constant(1e-20), share),
  dt: within(0.5, 30),
  trial: fc.constantFrom(0, 1, 2),
  depth1: share,
  depth2: within(-0.3, 1),
  lead: signed,
  speed: within(-3, 3),
  change: signed,
  noise: fc.array(share, { minLength: MOVING, maxLength: MOVING }),
});

test('a conduit that the plain loop takes comes out as from the general one', () => {
  let taken = 0;
  fc.assert(
    fc.property(flowCase, (one) => {
      const net = networkWith(one.section, one.slope, one.drop);
      const i = net.kernelLink[0]!;
      const state = emptyState(net);
      const f = i * FIXED;
      const full = net.link[f + FULL]!;
      const depths = [one.depth1, one.depth2];
      for (const [k, n, bed] of [
        [0, net.from[i]!, net.link[f + BED_1]!],
        [1, net.to[i]!, net.link[f + BED_2]!],
      ] as const) {
        const at = n * NODE;
        state.node[at + HEAD] = Math.max(net.invert[n]!, bed + depths[k]! * full);
        state.node[at + LEAD] = 0.01 * one.lead;
        state.depth[n] = state.node[at + HEAD]! - net.invert[n]!;
        for (const place of [NET, SURFACE, SENSITIVITY, DEBT]) state.node[at + place] = one.noise[place % MOVING]!;
      }
      const area = 0.5 * (one.depth1 + Math.max(0, one.depth2)) * full * full;
      state.flow[i] = one.speed * area;
      state.oldFlow[i] = (one.speed + 0.2 * one.change) * area;
      state.area[i] = area;
      state.oldArea[i] = (1 + 0.2 * one.change) * area;
      state.link.set(one.noise, i * MOVING);
      state.link[i * MOVING + ROOT] = 1 + one.noise[ROOT]!;
      // Both depths of a fall known for nearly the flow, as after a step before.
      if ((net.special[i]! & MAY_FALL) !== 0) findFallDepths(net, state, i, state.flow[i]! * (1 + 0.07 * one.change));
      const plain = copyOf(state);
      const list = Int32Array.of(i);
      const hard = new Int32Array(1);
      if (plainConduitFlows(net, plain, one.options, one.dt, one.trial, list, 0, 1, hard) === 1) {
        expect(difference(plain, state), 'what it leaves is as it was').toBe(0);
        return;
      }
      taken++;
      conduitFlows(net, state, one.options, one.dt, one.trial, list, 1);
      expect(difference(plain, state)).toBeLessThan(ROUNDING);
    }),
    { numRuns: 3000, seed: 15, endOnFailure: true },
  );
  expect(taken).toBeGreaterThan(800);
});

test('a conduit that stays dry gives its nodes the same in the plain loop; its answer to the head is that of the step before', () => {
  const net = networkWith({ shape: 'circular', depth: 1 }, 0.002, 0);
  const state = emptyState(net);
  const kernel = kernelOptions(modelOf([], [], 1).options);
  const i = net.kernelLink[0]!;
  const list = Int32Array.of(i);
  const ends = [net.from[i]!, net.to[i]!];
  for (const n of ends) state.node[n * NODE + HEAD] = net.invert[n]!;
  conduitFlows(net, state, kernel, 5, 0, list, 1);
  for (const [dt, isSame] of [
    [5, true],
    [10, false],
  ] as const) {
    const plain = copyOf(state);
    const general = copyOf(state);
    expect(plainConduitFlows(net, plain, kernel, dt, 0, list, 0, 1, new Int32Array(1))).toBe(0);
    conduitFlows(net, general, kernel, dt, 0, list, 1);
    expect(plain.link[i * MOVING + RESPONSE] === general.link[i * MOVING + RESPONSE]).toBe(isSame);
    for (const of of [plain, general]) {
      of.link[i * MOVING + RESPONSE] = 0;
      for (const n of ends) of.node[n * NODE + SENSITIVITY] = 0;
    }
    expect(difference(plain, general)).toBeLessThan(ROUNDING);
  }
});

const nodeCase = fc.record({
  section,
  options,
  surcharge: fc.oneof(fc.constant(0), share),
  dt: within(0.5, 30),
  trial: fc.constantFrom(0, 1, 2),
  depth: within(0, 1.3),
  moved: signed,
  inflow: signed,
  oldInflow: signed,
  debt: signed,
  smooth: fc.constantFrom(0, 1),
  surface: within(0, 80),
  structures: fc.oneof(fc.constant(0), share),
});

test('a node that the plain loop takes comes out as from the general one', () => {
  let taken = 0;
  fc.assert(
    fc.property(nodeCase, (one) => {
      const nodes = [junction('A', 1, { maximumDepth: 0.2, surchargeDepth: one.surcharge }), outfall('O', 0)];
      const net = networkOf(modelOf(nodes, [conduit('C', 'A', 'O', one.section)], 1));
      const state = emptyState(net);
      const depth = one.depth * net.rim[0]!;
      state.depth[0] = depth;
      state.oldDepth[0] = Math.max(0, depth - 0.1 * one.moved);
      state.node[NET] = one.inflow;
      state.node[OLD_NET] = one.oldInflow;
      state.node[DEBT] = 0.3 * one.debt;
      state.node[LEAD] = one.smooth * 0.05 * one.moved;
      state.node[FORESEEN] = Math.max(0, depth + 0.05 * one.moved);
      state.node[IS_SMOOTH] = one.smooth;
      state.node[SURFACE] = one.surface;
      state.node[STRUCTURE_SURFACE] = one.structures;
      const plain = copyOf(state);
      const list = Int32Array.of(0);
      const counts = new Int32Array(2);
      plainNodeDepths(net, plain, one.options, one.dt, one.trial, list, 0, 1, new Int32Array(1), counts);
      if (counts[0] === 1) {
        expect(difference(plain, state), 'what it leaves is as it was').toBe(0);
        return;
      }
      taken++;
      expect(nodeDepths(net, new Map(), state, one.options, one.dt, one.trial, list, 1)).toBe(counts[1]);
      expect(difference(plain, state)).toBeLessThan(ROUNDING);
    }),
    { numRuns: 1500, seed: 16, endOnFailure: true },
  );
  expect(taken).toBeGreaterThan(700);
});
