import type { DrainageModel } from '../model/drainage-model.ts';
import type { RunResults } from '../model/results.ts';
import { balanceLines, optionLines, stepLines } from './balances.ts';
import { catchmentLines } from './catchment-summary.ts';
import { controlLines } from './control-actions.ts';
import { linkLines } from './link-summaries.ts';
import { nodeLines } from './node-summaries.ts';
import { reportUnits } from './report-units.ts';
import { heading } from './text-table.ts';

/**
 * The text report of a run, with the summary sections that users of SWMM know, in the model's own units. [REPORT] leaves out balances
 * (CONTINUITY NO) and steps (FLOWSTATS NO), and adds what rules did (CONTROLS YES).
 *
 * @example await writeFile('report.txt', report(model, results))
 */
export function report(model: DrainageModel, results: RunResults): string {
  const units = reportUnits(model.options.flowUnit);
  const warnings = results.warnings.length > 0 ? [...heading('Warnings'), ...results.warnings] : [];
  const lines = [
    'Makaverse drainage engine: dynamic-wave results',
    '-----------------------------------------------',
    '',
    ...model.title,
    ...warnings,
    ...optionLines(model),
    ...(model.report.controls ? controlLines(results) : []),
    ...(model.report.continuity ? balanceLines(model, results, units) : []),
    ...(model.report.flowStatistics ? stepLines(results) : []),
    ...catchmentLines(model, results, units),
    ...nodeLines(model, results, units),
    ...linkLines(model, results, units),
  ];
  return `${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}
