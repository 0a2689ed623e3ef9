import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCycle } from './find-cycle.ts';

/** The plain way: a graph has no cycle exactly when removing nodes that wait for nothing empties it (Kahn 1962). */
function emptiesByItself(after: readonly (readonly number[])[]): boolean {
  let rest = after.map((before, node) => ({ node, before: new Set(before) }));
  for (;;) {
    const free = new Set(rest.filter((one) => one.before.size === 0).map((one) => one.node));
    if (free.size === 0) return rest.length === 0;
    rest = rest.filter((one) => !free.has(one.node)).map((one) => ({ node: one.node, before: one.before.difference(free) }));
  }
}

const graphs = fc
  .integer({ min: 1, max: 12 })
  .chain((size) => fc.array(fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), { minLength: size, maxLength: size }));

describe('a cycle among milestones', () => {
  it('is found exactly where the plain way finds one, and is one', () => {
    fc.assert(
      fc.property(graphs, (after) => {
        const cycle = findCycle(after);
        expect(cycle === null).toBe(emptiesByItself(after));
        if (cycle === null) return;
        expect(cycle[0]).toBe(cycle.at(-1));
        for (let at = 1; at < cycle.length; at += 1) expect(after[cycle[at - 1]!]).toContain(cycle[at]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is not seen where one only waits for those before it', () => {
    fc.assert(
      fc.property(graphs, (after) => {
        expect(findCycle(after.map((before, node) => before.filter((one) => one < node)))).toBeNull();
      }),
    );
  });

  it('costs no stack', () => {
    expect(findCycle(Array.from({ length: 100_000 }, (_, node) => (node === 0 ? [] : [node - 1])))).toBeNull();
  });
});
