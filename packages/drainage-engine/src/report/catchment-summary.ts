import type { DrainageModel } from '../model/drainage-model.ts';
import type { RunResults } from '../model/results.ts';
import type { ReportUnits } from './report-units.ts';
import { fixed, heading, table } from './text-table.ts';

/** What fell on each catchment and what became of it, as heights over its area. */
export function catchmentLines(model: DrainageModel, { subcatchments: statistics }: RunResults, units: ReportUnits): string[] {
  const items = model.subcatchments.map((one, index) => ({ name: one.name, area: one.area || 1, index }));
  if (items.length === 0) return [];
  const height =
    (of: Float64Array) =>
    ({ area, index }: (typeof items)[number]): string =>
      fixed(of[index]! / area / units.rain, 2);
  const column = (first: string, of: Float64Array) => ({ heading: [first, units.rainName] as const, width: 11, cell: height(of) });
  return [
    ...heading('Subcatchment Runoff Summary'),
    ...table(
      'Subcatchment',
      items,
      [
        column('Precip', statistics.rainfall),
        column('Runon', statistics.runon),
        column('Evap', statistics.evaporation),
        column('Infil', statistics.infiltration),
        column('Imperv', statistics.imperviousRunoff),
        column('Perv', statistics.perviousRunoff),
        column('Runoff', statistics.runoff),
        { heading: ['Volume', units.volumeName], width: 11, cell: ({ index }) => fixed(statistics.runoff[index]! / units.volume, 2) },
        {
          heading: ['Peak', units.flowName],
          width: 10,
          cell: ({ index }) => fixed(statistics.maximumRunoff[index]! / units.flow, units.flowDecimals),
        },
        {
          heading: ['Runoff', 'Coeff'],
          width: 9,
          cell: ({ index }) => fixed(statistics.runoff[index]! / (statistics.rainfall[index]! + statistics.runon[index]! || 1), 3),
        },
      ],
      'There are no catchments.',
    ),
  ];
}
