/** Numbers out of SWMM's text report. Errors and shares are fractions, volumes m³, steps s. */
export interface OracleFigures {
  readonly runoffError: number | null;
  readonly routingError: number | null;
  readonly notConverging: number;
  readonly averageTrials: number;
  readonly averageStep: number;
  readonly flooding: number;
}

const CUBIC_METRES_PER_MEGAGALLON = 3785.411784;

/** Reads the figures a comparison needs from a report. */
export function figuresIn(report: string): OracleFigures {
  const number = (pattern: RegExp, text = report): number | null => {
    const found = pattern.exec(text)?.[1];
    return found === undefined ? null : Number(found);
  };
  const after = (heading: string): string => (report.includes(heading) ? report.slice(report.indexOf(heading)) : '');
  const error = /Continuity Error \(%\) \.+\s+(-?[\d.]+)/;
  const fraction = (value: number | null): number | null => (value === null ? null : value / 100);
  const isMetric = /10\^6 ltr/.test(report);
  const flooding = number(/Flooding Loss \.+\s+[\d.]+\s+([\d.]+)/) ?? 0;
  return {
    runoffError: fraction(number(error, after('Runoff Quantity Continuity'))),
    routingError: fraction(number(error, after('Flow Routing Continuity'))),
    notConverging: (number(/% of Steps Not Converging\s*:\s*([\d.]+)/) ?? 0) / 100,
    averageTrials: number(/Average Iterations per Step\s*:\s*([\d.]+)/) ?? 0,
    averageStep: number(/Average Time Step\s*:\s*([\d.]+)/) ?? 0,
    flooding: flooding * (isMetric ? 1000 : CUBIC_METRES_PER_MEGAGALLON),
  };
}
