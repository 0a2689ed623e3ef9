import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allCases } from '../../verification/all-cases.ts';
import { runOracle } from '../../verification/oracle.ts';
import { compareSeries } from '../compare/compare-series.ts';
import { parseInp } from '../inp/parse-inp.ts';
import { OutUnreadable, readOut } from './read-out.ts';
import { writeOut } from './write-out.ts';

const inpOf = (name: string): string => allCases.find((one) => one.name === name)!.inp;

describe('binary results', () => {
  test("SWMM's own file is read: names, times, values in SI", async () => {
    const { out, report } = await runOracle(inpOf('units-cfs'));
    const series = readOut(out);
    expect(series.flowUnit).toBe('CFS');
    expect(series.nodes.names).toEqual(['N0', 'N1', 'N2', 'POND', 'OUT']);
    expect(series.times).toHaveLength(360);
    expect(series.times[0]).toBe(Date.UTC(2024, 0, 15, 0, 1) / 1000);
    const peak = Math.max(...series.links.values.flow.filter((_, index) => series.links.names[index % series.links.names.length] === 'C1'));
    const reported = Number(/^\s*C1\s+CONDUIT\s+([\d.]+)/m.exec(report)?.[1]);
    // The report's peak is of all steps, in cubic feet to two decimals.
    expect(peak / 0.3048 ** 3).toBeGreaterThan(reported * 0.98);
    expect(peak / 0.3048 ** 3).toBeLessThan(reported + 0.01);
  });

  test.each(['units-cms', 'units-gpm', 'soil-horton', 'pump-type-3', 'weir-roadway'])(
    '%s: written back, only noise differs',
    async (name) => {
      const { out } = await runOracle(inpOf(name));
      const series = readOut(out);
      const written = writeOut(series, parseInp(inpOf(name)).model);
      expect(written).toHaveLength(out.length);
      const comparison = compareSeries(readOut(written), series);
      expect(comparison.peakFlow.max).toBeLessThan(1e-6);
      expect(comparison.peakDepth.max).toBeLessThan(1e-6);
      expect(comparison.unmatched).toEqual([]);
      expect(readOut(written).times).toEqual(series.times);
      // Everything but version, property sizes and the last bits of floating point stands at the same place.
      const differing = written.reduce((count, byte, index) => count + (byte === out[index] ? 0 : 1), 0);
      expect(differing / out.length).toBeLessThan(name === 'units-cms' ? 0.02 : 0.2);
    },
  );

  test('a file that reports some objects by name holds these alone, as from SWMM', async () => {
    const inp = inpOf('units-cms').replace(/\[REPORT\][^]*$/, '[REPORT]\nSUBCATCHMENTS NONE\nNODES N1 POND\nLINKS C2\n');
    const theirs = readOut((await runOracle(inp)).out);
    const all = readOut((await runOracle(inpOf('units-cms'))).out);
    const ours = readOut(writeOut(all, parseInp(inp).model));
    expect(theirs.nodes.names).toEqual(['N1', 'POND']);
    for (const block of ['subcatchments', 'nodes', 'links'] as const) {
      expect(ours[block].names).toEqual(theirs[block].names);
      expect(ours[block].values).toEqual(theirs[block].values);
    }
  });

  test('a cut-off or altered file is refused or read, and nothing worse', async () => {
    const { out } = await runOracle(inpOf('pump-ideal'));
    for (const length of [0, 4, 28, 60, out.length - 1]) expect(() => readOut(out.subarray(0, length))).toThrow(OutUnreadable);
    fc.assert(
      fc.property(fc.nat({ max: out.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const altered = Uint8Array.from(out);
        altered[at < 200 ? at : out.length - 1 - (at % 40)] = byte;
        try {
          readOut(altered);
        } catch (error) {
          if (!(error instanceof OutUnreadable)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});
