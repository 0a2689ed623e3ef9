import { expect, test } from 'vitest';
import { inpText } from '../verification/inp-text.ts';
import { runOracle } from '../verification/oracle.ts';
import { compareSeries } from './compare/compare-series.ts';
import { parseInp } from './inp/parse-inp.ts';
import { readOut } from './out/read-out.ts';
import { run } from './run.ts';
import { settleSteps } from './settled-steps.ts';

const ditch = (options: Readonly<Record<string, string | number>>, gauge = 'VOLUME 0:10 1'): string =>
  inpText(
    'Ditch',
    {
      RAINGAGES: `G ${gauge} TIMESERIES R`,
      SUBCATCHMENTS: 'S G J 2 50 100 0.5 0',
      SUBAREAS: 'S 0.015 0.2 1.5 4 25 OUTLET',
      INFILTRATION: 'S 60 8 4 7 0',
      JUNCTIONS: 'J 0 4',
      OUTFALLS: 'SEA -0.2 FREE',
      CONDUITS: 'C J SEA 250 0.022 0 0',
      XSECTIONS: 'C RECT_OPEN 4 4 0 0',
      TIMESERIES: 'R 0:10 5\nR 0:20 8\nR 0:30 0',
      INFLOWS: 'J FLOW "" FLOW 1 1 0.2',
    },
    { END_TIME: '02:00:00', ...options },
  );

test.each([
  ['a wet step beyond the interval of the gauge', { WET_STEP: '0:15', DRY_STEP: '0:20' }, { wetStep: 600 }, 1],
  ['a dry step below the wet one', { DRY_STEP: '0:00:30' }, { dryStep: 60 }, 1],
  ['a routing step beyond the wet one', { ROUTING_STEP: 120, VARIABLE_STEP: 0, REPORT_STEP: '0:10' }, { routingStep: 60 }, 1],
  ['a report step beyond the run', { REPORT_STEP: '900' }, { reportStep: 7200 }, 1],
  ['all of them fit', {}, { wetStep: 60, dryStep: 300, routingStep: 5, reportStep: 60 }, 0],
])('%s', async (_, options, settled, count) => {
  const inp = ditch(options);
  const { model, warnings } = settleSteps(parseInp(inp).model);
  expect(model.options).toMatchObject(settled);
  expect(warnings).toHaveLength(count);
  const { series, warnings: told } = run(parseInp(inp).model);
  expect(told).toEqual(warnings);
  const reference = readOut((await runOracle(inp)).out);
  expect([...series.times]).toEqual([...reference.times]);
  // A fixed step of a minute is as long as a wave needs through the ditch.
  expect(compareSeries(series, reference).peakFlow.max).toBeLessThan(model.options.variableStep > 0 ? 0.01 : 0.03);
});

test('a gauge without catchments, and catchments without rain files at hand, shorten nothing', () => {
  const { model } = parseInp(ditch({ WET_STEP: '0:15', DRY_STEP: '0:20' }).replace('S G J', 'S * J'));
  expect(settleSteps(model).warnings).toEqual([]);
});

test.each([{ IGNORE_ROUTING: 'YES' }, { FLOW_ROUTING: 'NONE' }])('%j leaves runoff alone to be computed', (options) => {
  const { series, runoff, routing, warnings } = run(parseInp(ditch(options)).model);
  expect(Math.max(...series.links.values.flow)).toBe(0);
  expect(Math.max(...series.subcatchments.values.runoff)).toBeGreaterThan(0.01);
  expect(runoff).toEqual(run(parseInp(ditch({})).model).runoff);
  expect(routing).toMatchObject({ externalInflow: 0, outflow: 0, continuityError: 0 });
  expect(warnings[0]).toContain('only runoff is computed');
});

test('IGNORE_RAINFALL leaves no rain', () => {
  expect(run(parseInp(ditch({ IGNORE_RAINFALL: 'YES' })).model).runoff).toMatchObject({ rainfall: 0, runoff: 0 });
});
