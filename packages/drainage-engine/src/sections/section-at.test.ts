import { describe, expect, test } from 'vitest';
import type { Section } from '../model/section.ts';
import { criticalDepth } from './critical-depth.ts';
import { normalDepth } from './normal-depth.ts';
import { atSection, depthOfArea, sectionAt } from './section-at.ts';
import { builtSection } from './section-of-model.ts';
import { sectionSetOf } from './section-set.ts';

const none = { transects: new Map(), streets: new Map(), curves: new Map() };
const setOf = (section: Section, sediment = 0) => sectionSetOf([builtSection(section, sediment, 'C', none)]);

const shapes: readonly (readonly [string, Section, number])[] = [
  ['circle', { shape: 'circular', depth: 1.2 }, (Math.PI * 1.44) / 4],
  ['egg', { shape: 'egg', depth: 1.5 }, 0.5105 * 2.25],
  ['horseshoe', { shape: 'horseshoe', depth: 2 }, 0.8293 * 4],
  ['gothic', { shape: 'gothic', depth: 1.5 }, 0.6554 * 2.25],
  ['catenary', { shape: 'catenary', depth: 1.5 }, 0.70277 * 2.25],
  ['semi-ellipse', { shape: 'semi-elliptical', depth: 1.5 }, 0.785 * 2.25],
  ['basket handle', { shape: 'baskethandle', depth: 1.5 }, 0.7862 * 2.25],
  ['semi-circle', { shape: 'semi-circular', depth: 1.5 }, 1.2697 * 2.25],
  ['arch', { shape: 'arch', depth: 1, width: 1.6, sizeCode: 0 }, 0.7879 * 1.6],
  ['rectangle', { shape: 'rect-open', depth: 1, width: 2, sidesIgnored: 0 }, 2],
  ['box', { shape: 'rect-closed', depth: 1, width: 2 }, 2],
  ['trapezium', { shape: 'trapezoidal', depth: 1, bottomWidth: 2, leftSlope: 1, rightSlope: 2 }, 3.5],
  ['triangle', { shape: 'triangular', depth: 1, topWidth: 3 }, 1.5],
  ['parabola', { shape: 'parabolic', depth: 1, topWidth: 3 }, 2],
];

describe.each(shapes)('%s', (_, section, fullArea) => {
  test('has its full area', () => {
    expect(setOf(section).fullArea[0]! / fullArea).toBeCloseTo(1, 2);
  });

  test('area grows by the width, and its inverse comes back', () => {
    const set = setOf(section);
    const full = set.fullDepth[0]!;
    for (const share of [0.1, 0.33, 0.5, 0.71, 0.9]) {
      const y = share * full;
      const area = sectionAt(set, 0, y);
      const width = atSection[0]!;
      const rise = (sectionAt(set, 0, y + 1e-5) - sectionAt(set, 0, y - 1e-5)) / 2e-5;
      expect(rise / width).toBeCloseTo(1, 2);
      expect(depthOfArea(set, 0, area)).toBeCloseTo(y, 5);
    }
  });

  test('sediment takes its area and raises the bed', () => {
    const clean = setOf(section);
    const silted = setOf(section, 0.3);
    expect(silted.fullDepth[0]).toBeCloseTo(clean.fullDepth[0]! - 0.3, 12);
    expect(silted.fullArea[0]).toBeCloseTo(clean.fullArea[0]! - sectionAt(clean, 0, 0.3), 2);
  });

  test('critical and normal depth satisfy their equations', () => {
    const set = setOf(section);
    const critical = criticalDepth(set, 0, 0.6);
    const area = sectionAt(set, 0, critical);
    expect((0.36 * atSection[0]!) / (9.81 * area ** 3)).toBeCloseTo(1, 2);
    const normal = normalDepth(set, 0, 0.6, 3);
    const at = sectionAt(set, 0, normal);
    expect((3 * at * atSection[1]! ** (2 / 3)) / 0.6).toBeCloseTo(1, 3);
  });
});

test('a circle from the table is exact to 0.1 % of its area and radius', () => {
  const set = setOf({ shape: 'circular', depth: 1 });
  for (let k = 3; k < 100; k++) {
    const y = k / 100;
    const angle = 2 * Math.acos(1 - 2 * y);
    expect(Math.abs(sectionAt(set, 0, y) / ((angle - Math.sin(angle)) / 8) - 1)).toBeLessThan(0.001);
    expect(Math.abs(atSection[1]! / ((1 - Math.sin(angle) / angle) / 4) - 1)).toBeLessThan(0.001);
  }
});
