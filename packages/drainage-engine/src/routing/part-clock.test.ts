import { describe, expect, test } from 'vitest';
import type { Section } from '../model/section.ts';
import { open, run } from '../run.ts';
import { PartClock } from './part-clock.ts';
import { conduit, junction, modelOf, outfall } from './test-network.ts';

const ditch: Section = { shape: 'rect-open', depth: 2, width: 1, sidesIgnored: 0 };

/** A canal of 40 reaches, long enough to be a part of its own. */
function canal(name: string, slope: number) {
  const reaches = Array.from({ length: 40 }, (_, i) => i);
  const nodes = [...reaches.map((i) => junction(`${name}${i}`, slope * 100 * (40 - i))), outfall(`${name}40`, 0)];
  const links = reaches.map((i) => conduit(`C${name}${i}`, `${name}${i}`, `${name}${i + 1}`, ditch));
  return { nodes, links };
}

const steep = canal('S', 0.002);
const mild = canal('M', 0.0005);

describe('a clock of parts', () => {
  test('lets a part wait as long as it is allowed, and hands it all the time that has passed', () => {
    const clock = new PartClock(Uint8Array.of(1, 0));
    clock.allow(0, 12);
    clock.allow(1, 12);
    const steps: number[][] = [];
    for (let k = 0; k < 4; k++) {
      clock.pass(5, false);
      steps.push([...clock.due.subarray(0, clock.count)].flatMap((part) => [part, clock.step[part]!]));
    }
    expect(steps).toEqual([
      [1, 5],
      [0, 10, 1, 5],
      [1, 5],
      [0, 10, 1, 5],
    ]);
  });

  test('wakes every part whose state is asked for', () => {
    const clock = new PartClock(Uint8Array.of(1));
    clock.allow(0, 30);
    clock.pass(5, false);
    expect(clock.count).toBe(0);
    clock.pass(5, true);
    expect([clock.count, clock.step[0]]).toEqual([1, 10]);
  });
});

describe('networks that no link joins', () => {
  test('run beside each other as each runs alone', () => {
    const both = run(modelOf([...steep.nodes, ...mild.nodes], [...steep.links, ...mild.links], 3, { S0: 0.4, M0: 0.3 }));
    for (const [{ nodes, links }, inflows] of [
      [steep, { S0: 0.4 }],
      [mild, { M0: 0.3 }],
    ] as const) {
      const alone = run(modelOf(nodes, links, 3, inflows));
      const lastDepths = (results: typeof both): Map<string, number> => {
        const { names, values } = results.series.nodes;
        return new Map(names.map((name, i) => [name, values.depth[values.depth.length - names.length + i]!]));
      };
      const expected = lastDepths(alone);
      const found = lastDepths(both);
      for (const [name, depth] of expected) expect(Math.abs(found.get(name)! - depth)).toBeLessThan(0.001);
    }
    expect(Math.abs(both.routing.continuityError)).toBeLessThan(1e-4);
  });

  test('let steps pass once their water is calm, and stand at the end of the run', () => {
    const simulation = open(modelOf(mild.nodes, mild.links, 6, { M0: 0.3 }));
    const { depth } = simulation.state;
    let waited = 0;
    let last = Float64Array.from(depth);
    while (simulation.step()) {
      if (depth.every((y, n) => y === last[n])) waited++;
      last = Float64Array.from(depth);
    }
    expect(waited).toBeGreaterThan(100);
    const { routing } = simulation.results();
    expect(Math.abs(routing.continuityError)).toBeLessThan(1e-4);
    // 0.3 m3/s for six hours came in, and what the half conduit at the outfall took from below.
    expect(Math.abs(routing.externalInflow - 6480)).toBeLessThan(2);
  });
});
