import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section } from '../model/section.ts';
import { criticalDepth, criticalDepthNear, criticalPower } from './critical-depth.ts';
import { normalDepth, normalDepthNear, normalPower } from './normal-depth.ts';
import { builtSection } from './section-of-model.ts';
import { sectionSetOf } from './section-set.ts';

const sections: readonly Section[] = [
  { shape: 'rect-open', depth: 2, width: 1.5, sidesIgnored: 0 },
  { shape: 'trapezoidal', depth: 2, bottomWidth: 1, leftSlope: 1, rightSlope: 1.5 },
  { shape: 'triangular', depth: 2, topWidth: 3 },
  { shape: 'circular', depth: 1.2 },
];
const sources = { transects: new Map(), streets: new Map(), curves: new Map() };
const set = sectionSetOf(sections.map((section, i) => builtSection(section, 0, `L${i}`, sources)));
const beta = Math.sqrt(0.001) / 0.015;

const flows = fc.record({
  i: fc.integer({ min: 0, max: sections.length - 1 }),
  q: fc.double({ min: 0.01, max: 0.8, noNaN: true }),
  change: fc.double({ min: -0.045, max: 0.045, noNaN: true }),
});

describe('depths for a flow near a known one', () => {
  test('are those of the whole search within 2e-4', () => {
    fc.assert(
      fc.property(flows, ({ i, q, change }) => {
        const now = q * (1 + change);
        const normal = normalDepthNear(set, i, now, beta, normalDepth(set, i, q, beta));
        expect(Math.abs(normal / normalDepth(set, i, now, beta) - 1)).toBeLessThan(2e-4);
        const critical = criticalDepthNear(set, i, now, criticalDepth(set, i, q));
        expect(Math.abs(critical / criticalDepth(set, i, now) - 1)).toBeLessThan(2e-4);
      }),
    );
  });

  test('follow the flow by their powers within a thousandth', () => {
    fc.assert(
      fc.property(flows, ({ i, q, change }) => {
        const byPower = (depth: number, power: number): number => depth * (1 + power * change * (1 + 0.5 * (power - 1) * change));
        const normal = normalDepth(set, i, q, beta);
        const critical = criticalDepth(set, i, q);
        fc.pre(normal < 0.8 * set.fullDepth[i]! && critical < 0.8 * set.fullDepth[i]!);
        const now = q * (1 + change);
        expect(Math.abs(byPower(normal, normalPower(set, i, normal)) / normalDepth(set, i, now, beta) - 1)).toBeLessThan(1e-3);
        expect(Math.abs(byPower(critical, criticalPower(set, i, critical)) / criticalDepth(set, i, now) - 1)).toBeLessThan(1e-3);
      }),
    );
  });
});
