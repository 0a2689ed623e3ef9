import type { DrainageModel } from '../model/drainage-model.ts';
import type { ModelOptions } from '../model/options.ts';
import { userUnits } from '../model/units.ts';
import { writtenDate, writtenSpan } from './moments.ts';
import { writtenName, yesNo, type Word } from './written-row.ts';

/** Words of infiltration methods. */
export const methodWords = {
  horton: 'HORTON',
  'modified-horton': 'MODIFIED_HORTON',
  'green-ampt': 'GREEN_AMPT',
  'modified-green-ampt': 'MODIFIED_GREEN_AMPT',
  'curve-number': 'CURVE_NUMBER',
} as const;

/** Rows of [OPTIONS]. */
export function optionRows(options: ModelOptions): Word[][] {
  const { area, length } = userUnits(options.flowUnit);
  const { ignored } = options;
  const left = Object.entries(ignored).filter(([, isIgnored]) => isIgnored);
  return [
    ['FLOW_UNITS', options.flowUnit],
    ['INFILTRATION', methodWords[options.infiltration]],
    ['FLOW_ROUTING', { 'dynamic-wave': 'DYNWAVE', 'kinematic-wave': 'KINWAVE', steady: 'STEADY' }[options.routing]],
    ['LINK_OFFSETS', options.linkOffsets.toUpperCase()],
    ['FORCE_MAIN_EQUATION', options.forceMainEquation === 'hazen-williams' ? 'H-W' : 'D-W'],
    ...left.map(([process]): Word[] => [`IGNORE_${process.toUpperCase()}`, 'YES']),
    ['ALLOW_PONDING', yesNo(options.allowsPonding)],
    ['SKIP_STEADY_STATE', yesNo(options.skipsSteadyState)],
    ['SYS_FLOW_TOL', options.systemFlowTolerance * 100],
    ['LAT_FLOW_TOL', options.lateralFlowTolerance * 100],
    ['START_DATE', writtenDate(options.start)],
    ['START_TIME', timeOfDay(options.start)],
    ['REPORT_START_DATE', writtenDate(options.reportStart)],
    ['REPORT_START_TIME', timeOfDay(options.reportStart)],
    ['END_DATE', writtenDate(options.end)],
    ['END_TIME', timeOfDay(options.end)],
    ['SWEEP_START', options.sweepStart],
    ['SWEEP_END', options.sweepEnd],
    ['DRY_DAYS', options.dryDays],
    ['REPORT_STEP', writtenSpan(options.reportStep)],
    ['WET_STEP', writtenSpan(options.wetStep)],
    ['DRY_STEP', writtenSpan(options.dryStep)],
    ['ROUTING_STEP', options.routingStep],
    ['RULE_STEP', writtenSpan(options.ruleStep)],
    ['INERTIAL_DAMPING', options.inertialDamping.toUpperCase()],
    ['NORMAL_FLOW_LIMITED', options.normalFlowLimit.toUpperCase()],
    ['SURCHARGE_METHOD', options.surcharge.toUpperCase()],
    ['VARIABLE_STEP', options.variableStep],
    ['LENGTHENING_STEP', options.lengtheningStep],
    ['MINIMUM_STEP', options.minimumStep],
    ['MIN_SURFAREA', options.minimumNodeArea / area],
    ['MAX_TRIALS', options.maximumTrials],
    ['HEAD_TOLERANCE', options.headTolerance / length],
    ['MIN_SLOPE', options.minimumSlope * 100],
    ['THREADS', options.threads],
  ];
}

function timeOfDay(moment: number): string {
  return writtenSpan(moment - Math.floor(moment / 86_400) * 86_400);
}

/** Rows of [EVENTS]. */
export function eventRows({ events }: DrainageModel): Word[][] {
  return events.map(({ start, end }) => [writtenDate(start), timeOfDay(start), writtenDate(end), timeOfDay(end)]);
}

/** Rows of [REPORT]. Lists of names are cut, since other readers limit the length of a line. */
export function reportRows({ report }: DrainageModel): Word[][] {
  const list = (word: string, choice: 'all' | 'none' | readonly string[]): Word[][] => {
    if (choice === 'all' || choice === 'none') return [[word, choice.toUpperCase()]];
    const rows: Word[][] = [];
    for (let at = 0; at < choice.length; at += 5) rows.push([word, ...choice.slice(at, at + 5).map(writtenName)]);
    return rows;
  };
  return [
    ['INPUT', yesNo(report.input)],
    ['CONTINUITY', yesNo(report.continuity)],
    ['FLOWSTATS', yesNo(report.flowStatistics)],
    ['CONTROLS', yesNo(report.controls)],
    ['AVERAGES', yesNo(report.averages)],
    ...list('SUBCATCHMENTS', report.subcatchments),
    ...list('NODES', report.nodes),
    ...list('LINKS', report.links),
  ];
}
