import { expect, test } from 'vitest';
import { tidalCity } from '../../verification/tidal-city.ts';
import { compareSeries } from '../compare/compare-series.ts';
import { parseInp } from '../inp/parse-inp.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import { run } from '../run.ts';
import { districtsOf } from './districts.ts';
import { joinResults } from './join-results.ts';

const city = (): DrainageModel => parseInp(tidalCity({ conduits: 60, seed: 3, options: { END_TIME: '02:00:00' } })).model;

/** Two cities that share rain and sea, and no water. */
function twice(model: DrainageModel): DrainageModel {
  const other = <T extends { readonly name: string }>(one: T): T => ({ ...one, name: `${one.name}'` });
  return {
    ...model,
    nodes: model.nodes.flatMap((node) => [node, other(node)]),
    links: [...model.links, ...model.links.map((link) => ({ ...other(link), from: `${link.from}'`, to: `${link.to}'` }))],
    subcatchments: model.subcatchments.flatMap((one) => [{ ...other(one), outlet: `${one.outlet}'` }, one]),
  };
}

test('districts run apart give together what the whole gives', () => {
  const model = twice(city());
  const whole = run(model);
  const districts = districtsOf(model, 2);
  expect(districts).toHaveLength(2);
  const joined = joinResults(
    model,
    districts.map((district) => ({ district, results: run(district.model) })),
  );
  expect(joined.series.nodes.names).toEqual(whole.series.nodes.names);
  expect(joined.series.links.names).toEqual(whole.series.links.names);
  expect(joined.series.subcatchments.names).toEqual(whole.series.subcatchments.names);
  const { peakFlow, peakDepth } = compareSeries(joined.series, whole.series);
  expect(peakFlow.max).toBeLessThan(0.01);
  expect(peakDepth.max).toBeLessThan(0.005);
  for (const key of ['rainfall', 'runoff', 'infiltration', 'initialStorage'] as const)
    expect(joined.runoff[key] / Math.max(1, whole.runoff[key])).toBeCloseTo(whole.runoff[key] > 0 ? 1 : 0, 6);
  expect(joined.routing.outflow / whole.routing.outflow).toBeCloseTo(1, 2);
  expect(Math.abs(joined.routing.continuityError)).toBeLessThan(0.005);
  expect(joined.nodes.inflowVolume.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
  for (const variable of ['rainfall', 'runoff', 'infiltration', 'totalInflow'] as const)
    joined.series.system.values[variable].forEach((value, k) =>
      expect(Math.abs(value - whole.series.system.values[variable][k]!)).toBeLessThanOrEqual(1e-5 * Math.abs(value) + 1e-12),
    );
});

test('small parts stay together, whatever is gathered', () => {
  const model = twice(city());
  for (const most of [1, 2, 3, Infinity]) {
    const districts = districtsOf(model, most);
    expect(districts.length).toBeLessThanOrEqual(most);
    const names = (list: 'nodes' | 'links' | 'subcatchments'): string[] =>
      districts.flatMap(({ model: part }) => part[list].map(({ name }) => name)).toSorted();
    for (const list of ['nodes', 'links', 'subcatchments'] as const)
      expect(names(list)).toEqual(model[list].map(({ name }) => name).toSorted());
  }
});
