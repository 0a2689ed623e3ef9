import type { DrainageModel } from '../model/drainage-model.ts';
import type { RunResults } from '../model/results.ts';
import { writtenDate, writtenSpan } from '../inp/moments.ts';
import type { ReportUnits } from './report-units.ts';
import { dotted, fixed, heading } from './text-table.ts';

/** A moment as `MM/DD/YYYY HH:MM:SS`. */
export function writtenMoment(seconds: number): string {
  return `${writtenDate(seconds)} ${writtenSpan(Math.floor(seconds - Math.floor(seconds / 86_400) * 86_400))}`;
}

/** The options that shaped the run. */
export function optionLines({ options }: DrainageModel): string[] {
  return [
    ...heading('Analysis Options'),
    ...dotted(
      [
        ['Flow Units', options.flowUnit],
        ['Infiltration Method', options.infiltration.toUpperCase()],
        ['Flow Routing Method', options.routing.toUpperCase()],
        ['Surcharge Method', options.surcharge.toUpperCase()],
        ['Starting Date', writtenMoment(options.start)],
        ['Ending Date', writtenMoment(options.end)],
        ['Report Time Step', writtenSpan(options.reportStep)],
        ['Wet Time Step', writtenSpan(options.wetStep)],
        ['Dry Time Step', writtenSpan(options.dryStep)],
        ['Routing Time Step', `${fixed(options.routingStep, 2)} sec`],
        ['Variable Time Step', options.variableStep > 0 ? 'YES' : 'NO'],
        ['Maximum Trials', String(options.maximumTrials)],
      ],
      26,
      22,
    ),
  ];
}

/** Both balances of the run. */
export function balanceLines(model: DrainageModel, { runoff, routing }: RunResults, units: ReportUnits): string[] {
  const area = model.subcatchments.reduce((sum, one) => sum + one.area, 0);
  const lines: string[] = [];
  if (model.subcatchments.length > 0) {
    const row = (label: string, volume: number): string =>
      `${`${label} `.padEnd(26, '.')}${fixed(volume / units.landVolume, 3).padStart(14)}${fixed(volume / (area || 1) / units.rain, 3).padStart(14)}`;
    lines.push(
      ...heading('Runoff Quantity Continuity'),
      `${' '.repeat(26)}${units.landVolumeName.padStart(14)}${units.rainName.padStart(14)}`,
      row('Initial Storage', runoff.initialStorage),
      row('Total Precipitation', runoff.rainfall),
      ...(runoff.runon > 0 ? [row('Outfall Runon', runoff.runon)] : []),
      row('Evaporation Loss', runoff.evaporation),
      row('Infiltration Loss', runoff.infiltration),
      row('Surface Runoff', runoff.runoff),
      row('Final Storage', runoff.finalStorage),
      `${'Continuity Error (%) '.padEnd(26, '.')}${fixed(runoff.continuityError * 100, 3).padStart(14)}`,
    );
  }
  const row = (label: string, volume: number): string =>
    `${`${label} `.padEnd(26, '.')}${fixed(volume / units.landVolume, 3).padStart(14)}${fixed(volume / units.volume, 3).padStart(14)}`;
  return [
    ...lines,
    ...heading('Flow Routing Continuity'),
    `${' '.repeat(26)}${units.landVolumeName.padStart(14)}${units.volumeName.padStart(14)}`,
    row('Dry Weather Inflow', routing.dryWeatherInflow),
    row('Wet Weather Inflow', routing.wetWeatherInflow),
    ...(routing.rdiiInflow > 0 ? [row('RDII Inflow', routing.rdiiInflow)] : []),
    row('External Inflow', routing.externalInflow),
    row('External Outflow', routing.outflow),
    row('Flooding Loss', routing.flooding),
    row('Evaporation Loss', routing.evaporation),
    row('Exfiltration Loss', routing.seepage),
    row('Initial Stored Volume', routing.initialStorage),
    row('Final Stored Volume', routing.finalStorage),
    `${'Continuity Error (%) '.padEnd(26, '.')}${fixed(routing.continuityError * 100, 3).padStart(14)}`,
  ];
}

/** How the steps went. */
export function stepLines({ steps }: RunResults): string[] {
  return [
    ...heading('Routing Time Step Summary'),
    ...dotted(
      [
        ['Number of Steps', String(steps.steps)],
        ['Minimum Time Step', `${fixed(steps.minimumStep, 2)} sec`],
        ['Average Time Step', `${fixed(steps.averageStep, 2)} sec`],
        ['Maximum Time Step', `${fixed(steps.maximumStep, 2)} sec`],
        ['% of Time in Steady State', fixed(steps.steadyShare * 100, 2)],
        ['Average Iterations per Step', fixed(steps.averageTrials, 2)],
        ['% of Steps Not Converging', fixed(steps.notConverging * 100, 2)],
        ...steps.histogram.map(({ upTo, share }) => [`Steps up to ${fixed(upTo, 2)} sec`, `${fixed(share * 100, 2)} %`] as const),
      ],
      32,
    ),
  ];
}
