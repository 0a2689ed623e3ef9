import { describe, expect, test } from 'vitest';
import type { Section } from '../model/section.ts';
import { run } from '../run.ts';
import { conduit, junction, modelOf, outfall, tank } from './test-network.ts';

const ditch: Section = { shape: 'rect-open', depth: 2, width: 2, sidesIgnored: 0 };
const nodes = [junction('A', 2), junction('B', 1), outfall('O', 0)];
const links = [conduit('C', 'A', 'B', ditch), conduit('D', 'B', 'O', ditch)];
const warningsOf = (...parts: Parameters<typeof modelOf>): string => run(modelOf(...parts)).warnings.join(' ');

describe('kinematic wave', () => {
  test('passes a steady inflow on and loses none of it', () => {
    const { routing, links: statistics } = run(modelOf(nodes, links, 3, { A: 1 }, { routing: 'kinematic-wave' }));
    expect(Math.abs(routing.continuityError)).toBeLessThan(0.001);
    expect(statistics.maximumFlow[1]).toBeCloseTo(1, 2);
  });

  test.each([
    ['a tide', [...nodes.slice(0, 2), outfall('O', 0, { kind: 'fixed', level: 1 })], links, 'outfall O'],
    ['an adverse slope', nodes, [conduit('C', 'B', 'A', ditch), conduit('D', 'B', 'O', ditch)], 'conduit C'],
    ['a pond', [tank('A', 2, 100, 0), ...nodes.slice(1)], links, 'storage A'],
    ['a parting of ways', nodes, [...links, conduit('E', 'A', 'O', ditch)], 'node A'],
  ] as const)('is refused for %s, with the reason, and computed with the dynamic wave', (_, some, ways, object) => {
    const said = warningsOf(some, ways, 0.2, {}, { routing: 'kinematic-wave' });
    expect(said).toContain('refused');
    expect(said).toContain(object);
  });
});

test('steady flow leaves as it comes', () => {
  const { routing } = run(modelOf(nodes, links, 1, { A: 0.5 }, { routing: 'steady' }));
  expect(Math.abs(routing.continuityError)).toBeLessThan(1e-6);
});
