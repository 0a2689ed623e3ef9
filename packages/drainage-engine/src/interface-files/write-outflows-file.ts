import type { DrainageModel } from '../model/drainage-model.ts';
import type { ReportedSeries } from '../model/results.ts';
import { userUnits } from '../model/units.ts';

/**
 * Writes what left a network at its outfalls as a routing interface file of SWMM 5 (User's Manual, section 11.7), in the flow unit of the
 * series: one row an outfall and report time. Another model takes it in with `USE INFLOWS`.
 *
 * @example await writeFile('outflows.txt', writeOutflowsFile(results.series, model))
 */
export function writeOutflowsFile({ nodes, times, reportStep, flowUnit }: ReportedSeries, model: DrainageModel): string {
  const outfalls = new Set(model.nodes.filter(({ kind }) => kind === 'outfall').map(({ name }) => name));
  const places = nodes.names.flatMap((name, at) => (outfalls.has(name) ? [at] : []));
  const unit = userUnits(flowUnit).flow;
  const rows: string[] = [
    'SWMM5 Interface File',
    model.title[0] ?? '',
    `${reportStep}   - reporting time step in sec`,
    '1    - number of constituents as listed below:',
    `FLOW ${flowUnit}`,
    `${places.length}    - number of nodes as listed below:`,
    ...places.map((at) => nodes.names[at]!),
    'Node             Year Mon Day Hr  Min Sec FLOW',
  ];
  times.forEach((time, period) => {
    const date = new Date(Math.round(time) * 1000);
    const two = (value: number): string => String(value).padStart(2, '0');
    const moment = [
      date.getUTCFullYear(), ...[date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two),
    ].join('  '); // prettier-ignore
    for (const at of places) {
      const flow = nodes.values.inflow[period * nodes.names.length + at]! / unit;
      rows.push(`${nodes.names[at]!.padEnd(16)} ${moment}  ${flow.toFixed(6)}`);
    }
  });
  return `${rows.join('\n')}\n`;
}
