import { describe, expect, test } from 'vitest';
import { allCases } from '../../verification/all-cases.ts';
import { runOracle } from '../../verification/oracle.ts';
import { compareSeries } from '../compare/compare-series.ts';
import { InpUnreadable } from '../inp/inp-problem.ts';
import { parseInp } from '../inp/parse-inp.ts';
import { readOut } from '../out/read-out.ts';
import { run } from '../run.ts';
import { InterfaceFileUnreadable, readInflowsFile } from './read-inflows-file.ts';
import { writeOutflowsFile } from './write-outflows-file.ts';

const street = allCases.find(({ name }) => name === 'units-lps')!.inp;
/** A canal that takes in what left the street at OUT. */
const canal = `[OPTIONS]
FLOW_UNITS CMS
FLOW_ROUTING DYNWAVE
START_DATE 01/15/2024
END_DATE 01/15/2024
END_TIME 06:00
REPORT_STEP 00:01
ROUTING_STEP 5
VARIABLE_STEP 0.75
[FILES]
USE INFLOWS street.txt
[JUNCTIONS]
out 1 3
[OUTFALLS]
SEA 0 FREE
[CONDUITS]
CANAL out SEA 300 0.02 0 0
[XSECTIONS]
CANAL RECT_OPEN 2 2 0 0
[REPORT]
NODES ALL
LINKS ALL
`;
const problemsOf = (text: string, file: string | null): readonly string[] => {
  try {
    parseInp(text, { readFile: () => file });
  } catch (error) {
    if (error instanceof InpUnreadable) return error.problems.map(({ line, message }) => `${line}: ${message}`);
    throw error;
  }
  return [];
};

describe('routing interface files', () => {
  test("ours says what SWMM's says, and each engine reads the other's", async () => {
    const { saved } = await runOracle(street.replace('[INFLOWS]', '[FILES]\nSAVE OUTFLOWS street.txt\n\n[INFLOWS]'), {}, ['street.txt']);
    const theirs = new TextDecoder().decode(saved['street.txt']);
    const { model } = parseInp(street);
    const ours = writeOutflowsFile(run(model).series, model);
    const [their, our] = [readInflowsFile(theirs), readInflowsFile(ours)];
    expect(our.map(({ node }) => node)).toEqual(their.map(({ node }) => node));
    const peak = Math.max(...their[0]!.flows);
    expect(peak).toBeGreaterThan(0.3);
    our[0]!.times.forEach((time, k) => {
      const at = their[0]!.times.indexOf(time);
      // On the steep rise the two engines stand a step of five seconds apart.
      expect(Math.abs(our[0]!.flows[k]! - their[0]!.flows[at]!)).toBeLessThan(0.02 * peak);
    });
    for (const file of [theirs, ours]) {
      const oracle = await runOracle(canal, { 'street.txt': file });
      expect(oracle.code).toBe(0);
      const { model: below, warnings } = parseInp(canal, { readFile: () => file });
      expect(warnings).toEqual([]);
      const comparison = compareSeries(run(below).series, readOut(oracle.out));
      expect(comparison.peakFlow.max).toBeLessThan(0.01);
      expect(comparison.peakDepth.max).toBeLessThan(0.01);
    }
  });

  test('a file that is not there or names no node of the model is warned of at its row', () => {
    const file = 'SWMM5 Interface File\n\n60 - step\n1 - constituents\nFLOW LPS\n1 - nodes\nELSEWHERE\nNode Year …\nELSEWHERE 2024 1 15 0 0 0 2\n';
    for (const [text, message] of [[null, 'not at hand'], [file, '"ELSEWHERE"']] as const) {
      const { warnings, model } = parseInp(canal, { readFile: () => text });
      expect(warnings).toMatchObject([{ line: 11, section: 'FILES' }]);
      expect(warnings[0]!.message).toContain(message);
      expect(model.interfaceInflows).toEqual([]);
    }
  }); // prettier-ignore

  test.each([
    ['', 1],
    ['SWMM5 Interface File\n\n60\nmany\n', 4],
    ['SWMM5 Interface File\n\nsoon\n1\n', 3],
    ['SWMM5 Interface File\n\n60\n1\nFLOW CMS\n1\nA\nNode\nA 2024 13 15 0 0 0 1\n', 9],
    ['SWMM5 Interface File\n\n60\n1\nFLOW BUCKETS\n1\nA\nNode\n', 5],
    ['SWMM5 Interface File\n\n60\n1\nTSS MG/L\n1\nA\nNode\n', 5],
    ['SWMM5 Interface File\n\n60\n1\nFLOW CMS\n1\nA\nNode\nA 2024 1 15 0 0 0 nothing\n', 9],
    ['SWMM5 Interface File\n\n60\n1\nFLOW CMS\n1\nA\nNode\nA 2024 1 15 0 1 0 1\nA 2024 1 15 0 0 0 1\n', 10],
  ])('what is no such file is refused at its line', (file, line) => {
    expect(() => readInflowsFile(file)).toThrow(InterfaceFileUnreadable);
    expect(() => readInflowsFile(file)).toThrow(`Line ${line} `);
    expect(problemsOf(canal, file)[0]).toContain('11: expected a routing interface file');
  });

  test('a file is used or saved as its kind allows', () => {
    expect(problemsOf(canal.replace('USE INFLOWS', 'SAVE INFLOWS'), null)[0]).toContain('11: expected USE INFLOWS');
    const { warnings } = parseInp(canal.replace('USE INFLOWS street.txt', 'USE RAINFALL r.rff'));
    expect(warnings).toMatchObject([{ line: 11, message: 'the file "r.rff" is not at hand: gauges read their own files' }]);
  });
});
