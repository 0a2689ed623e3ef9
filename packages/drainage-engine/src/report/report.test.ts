import { describe, expect, test } from 'vitest';
import { allCases } from '../../verification/all-cases.ts';
import { cachedOracle } from '../../verification/cached-oracle.ts';
import { parseInp } from '../inp/parse-inp.ts';
import { run } from '../run.ts';
import { report } from './report.ts';

const inpOf = (name: string): string => allCases.find((one) => one.name === name)!.inp;

/** Numbers of the row of an object in a summary. */
function row(text: string, summary: string, name: string): number[] {
  const part = text.slice(text.indexOf(summary));
  const line = new RegExp(`^\\s*${name}\\s.*$`, 'm').exec(part)?.[0].trim() ?? '';
  return line.split(/\s+/).map(Number).filter(Number.isFinite);
}

describe('the text report', () => {
  test("has SWMM's numbers in SWMM's units", async () => {
    const { model } = parseInp(inpOf('units-cfs'));
    const own = report(model, run(model));
    const theirs = (await cachedOracle(inpOf('units-cfs'))).report;
    const [ownDepth, theirDepth] = [row(own, 'Node Depth Summary', 'N1'), row(theirs, 'Node Depth Summary', 'N1')];
    // Average, largest depth, and highest level, in feet.
    for (const index of [0, 1, 2]) expect(ownDepth[index]! / theirDepth[index]!).toBeCloseTo(1, 1);
    expect(row(own, 'Link Flow Summary', 'C1')[0]! / row(theirs, 'Link Flow Summary', 'C1')[0]!).toBeCloseTo(1, 1);
    const rain = (text: string): number => Number(/Total Precipitation \.+\s+([\d.]+)/.exec(text)?.[1]);
    expect(rain(own)).toBeCloseTo(rain(theirs), 2);
    const inflow = (text: string): number => Number(/External Inflow \.+\s+[\d.]+\s+([\d.]+)/.exec(text)?.[1]);
    expect(inflow(own)).toBeCloseTo(inflow(theirs), 2);
  });

  test.each(['pump-start-stop', 'storage-overflow', 'pipe-surcharge', 'tide-level'])('%s has its summaries and no NaN', (name) => {
    const { model } = parseInp(inpOf(name));
    const text = report(model, run(model));
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    for (const title of [
      'Analysis Options',
      'Flow Routing Continuity',
      'Routing Time Step Summary',
      'Node Inflow Summary',
      'Node Flooding Summary',
      'Conduit Surcharge Summary',
    ]) {
      expect(text).toContain(title);
    }
    if (name === 'pump-start-stop') expect(text).toContain('Pumping Summary');
    if (name === 'storage-overflow') expect(text).toContain('Storage Volume Summary');
  });

  test('what [REPORT] asks for is there, what it leaves out is not', async () => {
    const inp = inpOf('rules-priority').replace('CONTROLS NO', 'CONTROLS YES\nCONTINUITY NO\nFLOWSTATS NO');
    const { model } = parseInp(inp);
    const own = report(model, run(model));
    const theirs = (await cachedOracle(inp)).report;
    for (const title of ['Flow Routing Continuity', 'Routing Time Step Summary']) {
      expect(theirs).not.toContain(title);
      expect(own).not.toContain(title);
    }
    const actions = (text: string): string[] =>
      [...text.matchAll(/(\d\d:\d\d):\d\d Link (\S+) setting changed to +([\d.]+) by Control (\S+)/g)].map((found) =>
        found.slice(1).join(' '),
      );
    expect(actions(own)).toEqual(actions(theirs));
    expect(actions(own).length).toBeGreaterThan(1);
  });
});
