import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Link, Orifice, Outlet, Pump, Weir } from '../model/links.ts';
import type { Divider, Node } from '../model/nodes.ts';
import type { Section } from '../model/section.ts';
import { run } from '../run.ts';
import { conduit, junction, modelOf, outfall, tank } from './test-network.ts';

const ditch: Section = { shape: 'rect-open', depth: 2, width: 2, sidesIgnored: 0 };
const pipe: Section = { shape: 'circular', depth: 0.8 };
const nodes = [junction('A', 2), junction('B', 1), outfall('O', 0)];
const links = [conduit('C', 'A', 'B', ditch), conduit('D', 'B', 'O', ditch)];
const kinematic = { routing: 'kinematic-wave' } as const;

const orifice = (name: string, from: string, to: string, more: Partial<Orifice> = {}): Orifice => ({
  kind: 'orifice', name, from, to, position: 'side', offset: 0, discharge: 0.65, hasFlapGate: false, openTime: 0,
  section: { shape: 'circular', depth: 0.3 }, ...more,
}); // prettier-ignore
const weir = (name: string, from: string, to: string, crestOffset: number): Weir => ({
  kind: 'weir', name, from, to, form: 'transverse', crestOffset, discharge: 1.8, hasFlapGate: false, endContractions: 0, endDischarge: 0,
  canSurcharge: true, roadWidth: 0, roadSurface: null, coefficientCurve: null,
  section: { shape: 'rect-open', depth: 1, width: 1.5, sidesIgnored: 0 },
}); // prettier-ignore
const outlet = (name: string, from: string, to: string): Outlet => ({
  kind: 'outlet', name, from, to, offset: 0.1, basis: 'depth', hasFlapGate: false,
  rating: { kind: 'functional', coefficient: 0.4, exponent: 0.5 },
}); // prettier-ignore
const pump = (name: string, from: string, to: string, more: Partial<Pump> = {}): Pump => ({
  kind: 'pump', name, from, to, curve: null, isOnAtStart: true, startDepth: 0, stopDepth: 0, ...more,
}); // prettier-ignore
const divider = (name: string, invert: number, divertedLink: string, rule: Divider['rule']): Divider => ({
  ...junction(name, invert), kind: 'divider', divertedLink, rule,
}); // prettier-ignore

/** The last reported flows by link. */
function lastFlows(results: ReturnType<typeof run>): Readonly<Record<string, number>> {
  const { names, values } = results.series.links;
  return Object.fromEntries(names.map((name, i) => [name, values.flow.at(i - names.length)!]));
}

describe('kinematic wave', () => {
  test('passes a steady inflow on and loses none of it', () => {
    const { routing, links: statistics } = run(modelOf(nodes, links, 3, { A: 1 }, kinematic));
    expect(Math.abs(routing.continuityError)).toBeLessThan(1e-9);
    expect(statistics.maximumFlow[1]).toBeCloseTo(1, 2);
  });

  test('lets a pond settle where its openings pass what comes', () => {
    const pond = [tank('P', 1, 400, 0), junction('B', 0.5), outfall('O', 0)];
    const out = [orifice('R', 'P', 'B'), weir('W', 'P', 'B', 1), outlet('T', 'P', 'B'), conduit('D', 'B', 'O', ditch)];
    const results = run(modelOf(pond, out, 24, { P: 1.5 }, kinematic));
    const depth = results.series.nodes.values.depth.at(-3)!;
    const orificeFlow = 0.65 * Math.PI * 0.15 ** 2 * Math.sqrt(2 * 9.81 * (depth - 0.15));
    const flows = lastFlows(results);
    expect(flows['R']).toBeCloseTo(orificeFlow, 4);
    expect(flows['W']).toBeCloseTo(1.8 * 1.5 * (depth - 1) ** 1.5, 4);
    expect(flows['T']).toBeCloseTo(0.4 * (depth - 0.1) ** 0.5, 4);
    expect(flows['R']! + flows['W']! + flows['T']!).toBeCloseTo(1.5, 5);
  });

  test('drains a tank through an orifice after Torricelli within 0.5 %', () => {
    const bottom = orifice('R', 'T', 'O', { position: 'bottom' });
    const results = run(modelOf([tank('T', 10, 50, 4), outfall('O', 0)], [bottom], 0.5, {}, { ...kinematic, routingStep: 1 }));
    const speed = (0.65 * Math.PI * 0.15 ** 2 * Math.sqrt(2 * 9.81)) / 50;
    for (let k = 1; k <= 4; k++) {
      const expected = (2 - (speed * 300 * k) / 2) ** 2;
      if (expected > 0.3) expect(Math.abs(results.series.nodes.values.depth[2 * (k - 1)]! / expected - 1)).toBeLessThan(0.005);
    }
  });

  test.each([
    ['cutoff', { kind: 'cutoff', flow: 0.3 }, 0.7],
    // f = (1 - 0.2) / (0.5 - 0.2): over its full height the weir goes on with the root.
    ['weir', { kind: 'weir', minimumFlow: 0.2, height: 1, coefficient: 0.5 }, 0.5 * Math.sqrt(0.8 / 0.3)],
    ['overflow', { kind: 'overflow' }, null],
  ] as const)('parts the flow at a divider by %s', (_, rule, aside) => {
    const parted = [junction('A', 3), divider('V', 2.5, 'X', rule), junction('B', 1.5), outfall('O', 0), outfall('R', 0)];
    const ways = [
      conduit('C', 'A', 'V', ditch),
      conduit('M', 'V', 'B', pipe),
      conduit('X', 'V', 'R', ditch),
      conduit('D', 'B', 'O', ditch),
    ];
    const results = run(modelOf(parted, ways, 3, { A: 1 }, kinematic));
    const flows = lastFlows(results);
    expect(flows['X']).toBeCloseTo(aside ?? 1 - results.links.fullFlow[1]!, 3);
    expect(flows['X']! + flows['M']!).toBeCloseTo(1, 3);
  });

  test('pumps from a junction no more than comes', () => {
    const curve = { name: 'K', kind: 'pump4', x: [0, 2], y: [0.2, 0.5] } as const;
    const model = modelOf(nodes, [pump('C', 'A', 'B', { curve: 'K' }), links[1]!], 2, { A: 0.1 }, kinematic);
    const results = run({ ...model, curves: [curve] });
    expect(results.links.maximumFlow[0]).toBeCloseTo(0.1, 6);
    expect(Math.abs(results.routing.continuityError)).toBeLessThan(1e-9);
  });

  test('floods what a conduit does not take, and gives back what stood on a node', () => {
    const narrow = [conduit('C', 'A', 'B', pipe), conduit('D', 'B', 'O', ditch)];
    const lost = run(modelOf(nodes, narrow, 6, { A: 1.5 }, kinematic));
    const full = lost.links.fullFlow[0]!;
    expect(lost.routing.flooding / (6 * 3600 * (1.5 - full))).toBeCloseTo(1, 2);
    const ponded = [{ ...nodes[0]!, pondedArea: 500 } as Node, ...nodes.slice(1)];
    const kept = run(modelOf(ponded, narrow, 6, { A: 1.5 }, { ...kinematic, allowsPonding: true }));
    expect(kept.routing.flooding).toBe(0);
    expect(kept.nodes.maximumPondedVolume[0]! / (6 * 3600 * (1.5 - full))).toBeCloseTo(1, 2);
  });

  test.each([
    ['a tide', [...nodes.slice(0, 2), outfall('O', 0, { kind: 'fixed', level: 2.5 })], links, 'level at outfall O stands 2.50 m above'],
    ['an adverse slope', nodes, [conduit('C', 'B', 'A', ditch), conduit('D', 'B', 'O', ditch)], 'conduit C rises'],
    ['a parting of ways', nodes, [...links, conduit('E', 'A', 'O', ditch)], '2 links leave junction A'],
    ['a gate at a junction', nodes, [orifice('C', 'A', 'B'), links[1]!], 'link C works by the level of node A'],
    ['a ring', [...nodes, junction('X', 2), junction('Y', 1.9)], [...links, conduit('R', 'X', 'Y', ditch), pump('P', 'Y', 'X')], 'run in a ring, one of them'],
    ['a weir too small', [nodes[0]!, divider('B', 1, 'E', { kind: 'weir', minimumFlow: 1, height: 0.5, coefficient: 1 }), nodes[2]!],
      [...links, conduit('E', 'B', 'O', ditch)], 'weir of divider B'],
  ] as const)('is refused for %s, with the reason, and computed with the dynamic wave', (_, some, ways, reason) => {
    const said = run(modelOf(some, ways, 0.2, {}, kinematic)).warnings.join(' ');
    expect(said).toContain('kinematic-wave routing is refused');
    expect(said).toContain(reason);
  }); // prettier-ignore

  test('is refused for a tide that comes above the end of the last conduit, not for one below', () => {
    const tide = (y: number[]) => ({ name: 'T', kind: 'tidal', x: [0, 43_200, 86_400], y }) as const;
    const sea = [...nodes.slice(0, 2), outfall('O', 0, { kind: 'tidal', curve: 'T' })];
    const said = (y: number[]): string => run({ ...modelOf(sea, links, 0.2, {}, kinematic), curves: [tide(y)] }).warnings.join(' ');
    expect(said([-1, 0.4, -1])).toContain('the tide at outfall O comes to 0.40 m, 0.40 m above where link D ends');
    expect(said([-1, -0.1, -1])).not.toContain('refused');
  });

  test('says which conduits a storage has drowned', () => {
    const pond = [junction('A', 2), tank('P', 1, 100, 0), outfall('O', 0)];
    const said = run(modelOf(pond, [conduit('C', 'A', 'P', pipe), weir('W', 'P', 'O', 2)], 2, { A: 0.3 }, kinematic)).warnings.join(' ');
    expect(said).toMatch(/P 1\.\d\d m over C/);
  });

  test('says how far a level at an outfall that it does not know backed water up', () => {
    const stood = [...nodes.slice(0, 2), outfall('O', 0, { kind: 'fixed', level: 0.8 })];
    const said = run(modelOf(stood, links, 1, { A: 0.2 }, kinematic)).warnings.join(' ');
    expect(said).not.toContain('refused');
    expect(said).toMatch(/level at outfall O stood up to 0\.\d\d m above .* 100 % of its water/);
  });
});

test('steady flow leaves as it comes', () => {
  const { routing, links: statistics } = run(modelOf(nodes, links, 1, { A: 0.5 }, { routing: 'steady' }));
  expect(Math.abs(routing.continuityError)).toBeLessThan(1e-9);
  expect(statistics.maximumFlow[1]).toBeCloseTo(0.5, 6);
});

const real = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const piece = fc.record({
  kind: fc.constantFrom('junction', 'junction', 'storage', 'cutoff', 'overflow', 'weir' as const),
  out: fc.constantFrom('conduit', 'orifice', 'weir', 'outlet', 'pump' as const),
  shape: fc.constantFrom('pipe', 'ditch', 'dummy' as const),
  size: real(0.3, 1.5),
  length: real(5, 800),
  fall: real(0.001, 4),
  area: fc.oneof(real(0.2, 20), real(20, 3000)),
  joins: fc.nat(),
  also: fc.nat(),
  inflow: fc.oneof(fc.constant(0), real(0, 0.5)),
  barrels: fc.integer({ min: 1, max: 3 }),
  isPonded: fc.boolean(),
});
type Piece = typeof piece extends fc.Arbitrary<infer T> ? T : never;

const sectionOf = ({ shape, size }: Piece): Section =>
  shape === 'dummy'
    ? { shape: 'dummy' }
    : shape === 'pipe'
      ? { shape: 'circular', depth: size }
      : { shape: 'trapezoidal', depth: size, bottomWidth: size, leftSlope: 1, rightSlope: 1.5 };

/** A tree that runs down to O, with storages that part into two links and dividers; every node joins one or two before it. */
function treeOf(pieces: readonly Piece[], step: number, routing: 'kinematic-wave' | 'steady') {
  const levels: number[] = [];
  const below = (i: number, joins: number): string => (i === 0 ? 'O' : `N${joins % i}`);
  const links: Link[] = [];
  const made = pieces.map((one, i): Node => {
    const [main, second] = [below(i, one.joins), below(i, one.also)];
    const level = Math.max(0, ...[one.joins, one.also].map((joins) => (i === 0 ? 0 : levels[joins % i]!))) + one.fall;
    levels.push(level);
    const name = `N${i}`;
    const way = (suffix: string, to: string): Link =>
      conduit(`${suffix}${i}`, name, to, sectionOf(one), { length: one.length, barrels: one.barrels, roughness: 0.015 });
    links.push(way('M', main));
    if (one.kind === 'junction') return junction(name, level, { maximumDepth: 3, pondedArea: one.isPonded ? 200 : 0 });
    if (one.kind === 'storage') {
      const make = { conduit: way, orifice: (s: string, to: string) => orifice(`${s}${i}`, name, to), outlet: (s: string, to: string) => outlet(`${s}${i}`, name, to),
        weir: (s: string, to: string) => weir(`${s}${i}`, name, to, 0.5), pump: (s: string, to: string) => pump(`${s}${i}`, name, to, { curve: 'K' }) }; // prettier-ignore
      links.push(make[one.out]('S', second));
      return { ...tank(name, level, one.area, one.fall / 4), maximumDepth: 3 };
    }
    links.push(way('X', second));
    const rule: Divider['rule'] =
      one.kind === 'weir'
        ? { kind: 'weir', minimumFlow: 0.05, height: 0.4, coefficient: 1.2 }
        : one.kind === 'cutoff'
          ? { kind: 'cutoff', flow: 0.1 }
          : { kind: 'overflow' };
    return divider(name, level, `X${i}`, rule);
  });
  const inflows = Object.fromEntries(pieces.map(({ inflow }, i) => [`N${i}`, inflow]));
  const model = modelOf([...made, outfall('O', 0)], links, 4, inflows, { routing, routingStep: step, allowsPonding: true });
  return { ...model, curves: [{ name: 'K', kind: 'pump2', x: [0.3, 1, 3], y: [0.05, 0.1, 0.3] } as const] };
}

test('water is neither made nor lost in random trees with storages, pumps and dividers, and every value is a number', () => {
  const anyTree = fc.tuple(
    fc.array(piece, { minLength: 1, maxLength: 14 }),
    fc.constantFrom(5, 30, 300),
    fc.constantFrom('kinematic-wave', 'steady' as const),
  );
  fc.assert(
    fc.property(anyTree, ([pieces, step, routing]) => {
      const { routing: balance, series, warnings } = run(treeOf(pieces, step, routing));
      expect(warnings.join(' ')).not.toContain('refused');
      const through = balance.externalInflow + balance.initialStorage;
      expect(Math.abs(balance.continuityError) * through).toBeLessThan(1e-6 * Math.max(1, through));
      for (const block of [series.nodes, series.links]) {
        for (const values of Object.values(block.values)) expect(values.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      }
    }),
    { numRuns: 60, seed: 5, endOnFailure: true },
  );
});
