import { describe, expect, test } from 'vitest';
import { parseInp } from '../src/inp/parse-inp.ts';
import { readHotStart, writeHotStart } from '../src/hot-start/hot-start-file.ts';
import { open, run } from '../src/run.ts';
import { allCases } from './all-cases.ts';

const HALF = 2 * 3600;

/** Deepest and largest values of the second half of a run. */
function lastValues(series: ReturnType<typeof run>['series']): { readonly depths: Float32Array; readonly flows: Float32Array } {
  const [nodes, links] = [series.nodes.names.length, series.links.names.length];
  return { depths: series.nodes.values.depth.slice(-60 * nodes), flows: series.links.values.flow.slice(-60 * links) };
}

describe('a run in two halves', () => {
  test.each([
    'pipe-loop',
    'ditch-mild',
    'tide-series',
    'storage-tabular',
    'soil-horton',
    'soil-green-ampt',
    'units-cfs',
    'kinematic-tree',
    'kinematic-pond',
    'kinematic-pumps',
    'steady-pond',
  ])('%s equals one run', (name) => {
    const { model } = parseInp(allCases.find((one) => one.name === name)!.inp);
    const middle = model.options.start + HALF;
    const first = open({ ...model, options: { ...model.options, end: middle } });
    first.finish();
    const state = readHotStart(writeHotStart(first.hotStart(), model), model);
    // Times of undated series count from the start of the run, so they move with it.
    const series = model.series.map((one) => (one.origin === 'start' ? { ...one, times: one.times.map((time) => time - HALF) } : one));
    const second = run({ ...model, series, options: { ...model.options, start: middle, reportStart: middle } }, null, { hotStart: state });
    const [whole, half] = [lastValues(run(model).series), lastValues(second.series)];
    whole.depths.forEach((depth, index) => expect(Math.abs(half.depths[index]! - depth)).toBeLessThan(0.005));
    const largest = whole.flows.reduce((most, flow) => Math.max(most, Math.abs(flow)), 0.01);
    whole.flows.forEach((flow, index) => expect(Math.abs(half.flows[index]! - flow)).toBeLessThan(0.01 * largest));
  });
});
