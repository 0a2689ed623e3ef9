import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inpText } from '../../verification/inp-text.ts';
import { runOracle } from '../../verification/oracle.ts';
import { compareSeries } from '../compare/compare-series.ts';
import { parseInp } from '../inp/parse-inp.ts';
import { readOut } from '../out/read-out.ts';
import { open, run } from '../run.ts';
import { InterfaceBytesUnreadable } from './interface-bytes.ts';
import { readRainfallFile, writeRainfallFile } from './rainfall-file.ts';
import { InterfaceFileUnreadable } from './read-inflows-file.ts';
import { readRdiiFile } from './read-rdii-file.ts';
import { readRunoffFile, writeRunoffFile } from './runoff-file.ts';

const town = (sections: Readonly<Record<string, string>>, options: Readonly<Record<string, string | number>> = {}): string =>
  inpText(
    'Town',
    {
      RAINGAGES: 'G VOLUME 0:10 1 TIMESERIES R',
      SUBCATCHMENTS: 'S G J 6 60 200 0.5 0\nT G S 3 40 100 0.5 0\nU G SEA 2 90 100 0.5 0',
      SUBAREAS: 'S 0.015 0.2 1.5 4 25 OUTLET\nT 0.015 0.2 1.5 4 25 OUTLET\nU 0.015 0.2 1.5 4 25 OUTLET',
      INFILTRATION: 'S 60 8 4 7 0\nT 60 8 4 7 0\nU 60 8 4 7 0',
      EVAPORATION: 'CONSTANT 5',
      OUTFALLS: 'SEA -0.2 FREE',
      JUNCTIONS: 'J 0 4',
      CONDUITS: 'CANAL J SEA 250 0.022 0 0',
      XSECTIONS: 'CANAL RECT_OPEN 4 4 0 0',
      TIMESERIES: 'R 0:10 5\nR 0:20 20\nR 0:30 0',
      ...sections,
    },
    { END_TIME: '02:00:00', ...options },
  );
const saving = town({ FILES: 'SAVE RUNOFF r.rof' });
const using = saving.replace('SAVE', 'USE');
const savedRunoff = async (): Promise<Uint8Array> => (await runOracle(saving, {}, ['r.rof'])).saved['r.rof']!;

describe('runoff interface files', () => {
  test("each engine routes the other's runoff as its own", async () => {
    const { out, saved } = await runOracle(saving, {}, ['r.rof']);
    const theirs = saved['r.rof']!;
    const first = readOut(out);
    const simulation = open(parseInp(saving).model, null, { keepsRunoff: 'catchments' });
    simulation.finish();
    const ours = writeRunoffFile(simulation.runoffRecord()!, simulation.model);
    for (const file of [theirs, ours]) {
      const oracle = await runOracle(using, { 'r.rof': file });
      expect(oracle.code, oracle.report.slice(-300)).toBe(0);
      const { model } = parseInp(using);
      const { series, runoff, subcatchments } = run(model, null, { runoff: readRunoffFile(file, model) });
      const reference = readOut(oracle.out);
      const { peakFlow, peakDepth } = compareSeries(series, reference);
      expect(peakFlow.max).toBeLessThan(0.005);
      expect(peakDepth.max).toBeLessThan(0.005);
      for (const variable of ['rainfall', 'runoff', 'infiltration', 'evaporation'] as const) {
        // SWMM 5.2.2 counts evaporation from such a file 24 times: the run that saved it is the measure.
        const expected = (variable === 'evaporation' ? first : reference).subcatchments.values[variable];
        const most = Math.max(...expected);
        expect(most).toBeGreaterThan(0);
        series.subcatchments.values[variable].forEach((value, k) => {
          // Where the rain changes the one reports what held before, the other what holds from then on.
          if (series.times[Math.floor(k / 3)]! % 600 === 0) return;
          expect(Math.abs(value - expected[k]!)).toBeLessThanOrEqual(0.02 * most);
        });
      }
      expect(runoff.runoff).toBeGreaterThan(0);
      expect(subcatchments.maximumRunoff.every((flow) => flow > 0)).toBe(true);
    }
  });

  test('what another model or engine wrote, or a part of a file, is refused at its byte', async () => {
    const bytes = await savedRunoff();
    const { model } = parseInp(using);
    const changed = (at: number, value: number): Uint8Array => {
      const copy = bytes.slice();
      new DataView(copy.buffer).setInt32(at, value, true);
      return copy;
    };
    const cases: readonly (readonly [Uint8Array, number, RegExp, string?])[] = [
      [bytes.subarray(0, 5), 0, /the stamp SWMM5-RUNOFF/],
      [new TextEncoder().encode('SWMM5-RAIN and more'), 0, /the stamp SWMM5-RUNOFF/],
      [changed(12, 4), 12, /the model's number of catchments, 3, found 4/],
      [changed(12, 3 * 2 ** 24), 12, /big-endian/],
      [changed(16, 1), 16, /no pollutants/],
      [changed(20, 1), 20, /the model's flow unit, CMS/],
      [changed(24, 2_000_000), 24, /the number of steps/],
      [bytes.subarray(0, bytes.length - 1), 24, /the number of steps/],
      [changed(28, 0x7fc00000), 28, /the length of a step/],
      [changed(28, 0), 28, /the length of a step/],
      [changed(24, 5), 28 + 5 * (4 + 3 * 32), /up to the end of the run/],
    ];
    for (const [file, byte, message] of cases) {
      expect(() => readRunoffFile(file, model)).toThrow(InterfaceBytesUnreadable);
      expect(() => readRunoffFile(file, model)).toThrow(message);
      expect(() => readRunoffFile(file, model)).toThrow(`Byte ${byte} `);
    }
    expect(() => writeRunoffFile({ ...readRunoffFile(bytes, model), catchments: null }, model)).toThrow(/keepsRunoff/);
  });
});

describe('RDII interface files', () => {
  const hydrographs = { HYDROGRAPHS: 'H G\nH ALL SHORT 0.3 0.2 2 0 0 0', RDII: 'J H 10' };
  const text = `SWMM5\n\n1800\n1\nFLOW CMS\n1\nJ\nNode Year …\nJ 2024 1 15 0 20 0 1\nJ 2024 1 15 0 50 0 2\nJ 2024 1 15 1 40 0 0.5\n`;

  test.each(['CMS', 'CFS'])("SWMM's own binary file brings the same water, in %s", async (unit) => {
    const inp = town({ ...hydrographs, FILES: 'SAVE RDII r.rdi' }, { FLOW_UNITS: unit });
    const file = (await runOracle(inp, {}, ['r.rdi'])).saved['r.rdi']!;
    const reading = inp.replace('SAVE', 'USE');
    const { model, warnings } = parseInp(reading, { readBytes: () => file });
    expect(warnings).toEqual([]);
    const results = run(model);
    expect(results.warnings).toEqual([]);
    const { system } = readOut((await runOracle(reading, { 'r.rdi': file })).out);
    const most = Math.max(...system.values.rdii);
    expect(most).toBeGreaterThan(0);
    results.series.system.values.rdii.forEach((flow, k) => expect(Math.abs(flow - system.values.rdii[k]!)).toBeLessThan(0.01 * most));
    expect(results.routing.rdiiInflow).toBeGreaterThan(0);
  });

  test('flows of a text hold over its step', () => {
    const [inflow] = readRdiiFile(new TextEncoder().encode(text), []);
    const start = Date.UTC(2024, 0, 15) / 1000;
    const minutes = inflow!.times.map((time) => (time - start) / 60);
    expect(minutes).toEqual([20, 50, 50, 80, 80, 100, 100, 130, 130]);
    expect(inflow!.flows).toEqual([1, 1, 2, 2, 0, 0, 0.5, 0.5, 0]);
  });

  test('IGNORE_RDII leaves them out', () => {
    const inp = town({ FILES: 'USE RDII r.txt' }, { IGNORE_RDII: 'YES' });
    expect(run(parseInp(inp, { readFile: () => text }).model).routing.rdiiInflow).toBe(0);
  });

  test('nothing is saved, and a warning says so', () => {
    expect(parseInp(town({ FILES: 'SAVE RDII r.rdi' })).warnings[0]!.message).toContain('nothing is saved');
  });
});

/** A file with bytes exchanged or cut off is read whole or refused; it never gives numbers that are none. */
function survives(file: Uint8Array, read: (bytes: Uint8Array) => readonly number[]): void {
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), bytes: fc.uint8Array({ maxLength: 12 }), cut: fc.boolean() });
  fc.assert(
    fc.property(change, ({ at, bytes, cut }) => {
      // Half of the changes fall on the header, where they do most.
      const place = Math.floor(at * (at < 0.5 ? Math.min(file.length, 64) : file.length - 1));
      const copy = cut ? file.slice(0, place) : file.slice();
      if (!cut) copy.set(bytes.subarray(0, copy.length - place), place);
      try {
        expect(read(copy).every(Number.isFinite)).toBe(true);
      } catch (error) {
        if (!(error instanceof InterfaceBytesUnreadable) && !(error instanceof InterfaceFileUnreadable)) throw error;
      }
    }),
    { numRuns: 300 },
  );
}

test('hostile interface files are read whole or refused', async () => {
  const { model } = parseInp(using);
  survives(await savedRunoff(), (bytes) => readRunoffFile(bytes, model).flows.flatMap((flows) => [...flows]));
  const gauge = town({ RAINGAGES: 'G VOLUME 0:10 1 FILE r.dat A MM' });
  const rain = parseInp(gauge, { readFile: () => 'A 2024 1 15 0 10 5\nA 2024 1 15 0 20 20' }).model;
  survives(writeRainfallFile(rain), (bytes) => [...readRainfallFile(bytes).values()].flatMap(({ times, depths }) => [...times, ...depths]));
  const rdii = (
    await runOracle(town({ HYDROGRAPHS: 'H G\nH ALL SHORT 0.3 0.2 2 0 0 0', RDII: 'J H 10', FILES: 'SAVE RDII r.rdi' }), {}, ['r.rdi'])
  ).saved;
  survives(rdii['r.rdi']!, (bytes) => readRdiiFile(bytes, ['SEA', 'J']).flatMap(({ times, flows }) => [...times, ...flows]));
}, 60_000);
