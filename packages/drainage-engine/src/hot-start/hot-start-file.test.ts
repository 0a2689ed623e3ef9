import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allCases } from '../../verification/all-cases.ts';
import { runOracle } from '../../verification/oracle.ts';
import { compareSeries } from '../compare/compare-series.ts';
import { parseInp } from '../inp/parse-inp.ts';
import { readOut } from '../out/read-out.ts';
import { HotStartUnreadable, readHotStart, writeHotStart } from './hot-start-file.ts';

const names = [
  'units-cfs',
  'units-lps',
  'storage-tabular',
  'rules-pump-by-depth',
  'soil-horton',
  'soil-green-ampt',
  'soil-curve-number',
  'soil-modified-horton',
];
const inpOf = (name: string): string => allCases.find((one) => one.name === name)!.inp;
/** The first 90 minutes, saved at their end. */
const firstPart = (name: string): string => `${inpOf(name).replace(/END_TIME .*/, 'END_TIME 01:30:00')}\n[FILES]\nSAVE HOTSTART "x.hsf"\n`;
const secondPart = (name: string): string =>
  `${inpOf(name)
    .replace(/\nSTART_TIME .*/, '\nSTART_TIME 01:30:00')
    .replace(/REPORT_START_TIME .*/, 'REPORT_START_TIME 01:30:00')}\n[FILES]\nUSE HOTSTART "x.hsf"\n`;

describe('hot start files', () => {
  test.each(names)("%s: SWMM's file holds the state its results end with", async (name) => {
    const { model } = parseInp(firstPart(name));
    const { out, saved } = await runOracle(firstPart(name), {}, ['x.hsf']);
    const state = readHotStart(saved['x.hsf']!, model);
    const { nodes, links, times } = readOut(out);
    const last = times.length - 1;
    nodes.names.forEach((node, index) => {
      expect(model.nodes[index]!.name).toBe(node);
      expect(state.nodes[index]!.depth, node).toBeCloseTo(nodes.values.depth[last * nodes.names.length + index]!, 2);
    });
    links.names.forEach((link, index) =>
      expect(state.links[index]!.flow, link).toBeCloseTo(links.values.flow[last * links.names.length + index]!, 1),
    );
  });

  test.each(names)('%s: SWMM goes on from the file written back as from its own', async (name) => {
    const { model } = parseInp(firstPart(name));
    const { saved } = await runOracle(firstPart(name), {}, ['x.hsf']);
    const written = writeHotStart(readHotStart(saved['x.hsf']!, model), model);
    const [own, theirs] = [
      await runOracle(secondPart(name), { 'x.hsf': written }),
      await runOracle(secondPart(name), { 'x.hsf': saved['x.hsf']! }),
    ];
    expect(own.code, own.report.slice(0, 600)).toBe(0);
    const { peakFlow, peakDepth } = compareSeries(readOut(own.out), readOut(theirs.out));
    expect(peakFlow.max).toBeLessThan(1e-4);
    expect(peakDepth.max).toBeLessThan(1e-4);
  });

  test('files of another kind or model are refused', async () => {
    const { model } = parseInp(firstPart('units-cfs'));
    const { saved } = await runOracle(firstPart('units-cfs'), {}, ['x.hsf']);
    const bytes = saved['x.hsf']!;
    expect(() => readHotStart(bytes.subarray(0, 100), model)).toThrow(HotStartUnreadable);
    expect(() => readHotStart(bytes.subarray(1), model)).toThrow(/begins with/);
    expect(() => readHotStart(bytes, parseInp(firstPart('soil-horton')).model)).toThrow(/bytes/);
  });

  test('numbers that are none are refused at their byte, other garbage is read as numbers', async () => {
    const { model } = parseInp(firstPart('units-cfs'));
    const { saved } = await runOracle(firstPart('units-cfs'), {}, ['x.hsf']);
    const bytes = saved['x.hsf']!.slice();
    bytes.fill(0xff, bytes.length - 4);
    expect(() => readHotStart(bytes, model)).toThrow(HotStartUnreadable);
    expect(() => readHotStart(bytes, model)).toThrow(`Byte ${bytes.length - 4} of`);
    const change = fc.record({ at: fc.nat({ max: bytes.length - 1 }), more: fc.uint8Array({ minLength: 1, maxLength: 16 }) });
    fc.assert(
      fc.property(change, ({ at, more }) => {
        const copy = saved['x.hsf']!.slice();
        copy.set(more.subarray(0, copy.length - at), at);
        try {
          const { nodes, links } = readHotStart(copy, model);
          expect([...nodes.map(({ depth }) => depth), ...links.map(({ flow }) => flow)].every(Number.isFinite)).toBe(true);
        } catch (error) {
          if (!(error instanceof HotStartUnreadable)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});
