import { describe, expect, test } from 'vitest';
import {
  linkVariables,
  nodeVariables,
  subcatchmentVariables,
  systemVariables,
  type ReportedSeries,
  type ResultBlock,
} from '../model/results.ts';
import { compareSeries, summary } from './compare-series.ts';

function block<Variable extends string>(
  names: readonly string[],
  variables: readonly Variable[],
  given: Partial<Record<Variable, number[]>>,
  periods: number,
): ResultBlock<Variable> {
  const values = Object.fromEntries(
    variables.map((one) => [one, Float32Array.from(given[one] ?? Array.from({ length: periods * names.length }, () => 0))]),
  );
  return { names, values: values as Record<Variable, Float32Array> };
}

/** Two nodes and two links over three minutes. */
function run(depth: number[], flow: number[], flooding = [0, 0, 0, 0, 0, 0]): ReportedSeries {
  return {
    flowUnit: 'CMS',
    times: Float64Array.from([60, 120, 180]),
    reportStep: 60,
    subcatchments: block([], subcatchmentVariables, {}, 3),
    nodes: block(['A', 'B'], nodeVariables, { depth, flooding }, 3),
    links: block(['L', 'M'], linkVariables, { flow }, 3),
    system: block(['system'], systemVariables, {}, 3),
  };
}

const reference = run([0, 0, 1, 2, 0.5, 1], [1, 0.001, -2, 0.002, 1, 0.001], [0, 0, 0, 0.5, 0, 0]);

describe('two runs', () => {
  test('a run equals itself', () => {
    const { peakFlow, peakDepth, depthEfficiency, flooding, unmatched } = compareSeries(reference, reference);
    expect([peakFlow.max, peakDepth.max, depthEfficiency, flooding.own, unmatched.length]).toEqual([0, 0, 1, 30, 0]);
  });

  test('peaks are compared, links far below the largest one are not', () => {
    const { peakFlow, peakDepth } = compareSeries(run([0, 0, 1.1, 2, 0.5, 1], [1, 9, 2.2, 9, 1, 9]), reference);
    expect(peakFlow.pairs.map(({ name }) => name)).toEqual(['L']);
    expect(peakFlow.max).toBeCloseTo(0.1, 5);
    expect(peakDepth.pairs.map(({ error }) => Number(error.toFixed(5)))).toEqual([0, 0.1]);
  });

  test('NaN does not hide', () => {
    expect(
      compareSeries(run([0, 0, Number.NaN, 2, 0.5, 1], [1, 0, 2, 0, 1, 0]), reference).peakDepth.pairs.some(({ own }) => Number.isNaN(own)),
    ).toBe(true);
  });

  test('names are matched without regard to capitals, and strangers are named', () => {
    const other = { ...reference, links: { ...reference.links, names: ['l', 'X'] } };
    expect(compareSeries(other, reference).unmatched).toEqual(['M', 'X']);
  });

  test('the median of two is their mean, of none zero', () => {
    const pair = (error: number) => ({ name: '', own: 0, reference: 0, error });
    expect(summary([pair(0.3), pair(0.1)])).toMatchObject({ median: 0.2, p95: 0.3, max: 0.3 });
    expect(summary([])).toMatchObject({ median: 0, p95: 0, max: 0 });
  });
});
