import type { Judgement } from '../judge-case.ts';

/** Sums over the run of one object in both engines. */
export interface SumPair {
  readonly name: string;
  readonly own: number;
  readonly reference: number;
}

/** Rows of numbers by name of a table in SWMM's report. */
function tableIn(report: string, title: string): Map<string, number[]> {
  const begin = report.indexOf(`\n  ${title}\n`);
  const rows = new Map<string, number[]>();
  if (begin < 0) return rows;
  let rules = 0;
  for (const line of report.slice(begin).split('\n').slice(3)) {
    if (/^\s*-{5,}/.test(line)) rules += 1;
    else if (rules >= 2 && line.trim() === '') break;
    else if (rules === 2) {
      const [name, ...numbers] = line.trim().split(/\s+/);
      rows.set(name!, numbers.map(Number));
    }
  }
  return rows;
}

const columns = { rain: ['rainfall', 0], runon: ['runon', 1], evaporation: ['evaporation', 2], infiltration: ['infiltration', 3], runoff: ['runoff', 6] } as const; // prettier-ignore

/** Rain, runon, evaporation, infiltration and runoff of each catchment, mm, and what left at each outfall, m3. */
export function waterSums({ model, own, oracleReport }: Judgement): Readonly<Record<keyof typeof columns | 'outfall', readonly SumPair[]>> {
  const isMetric = /10\^6 ltr/.test(oracleReport);
  const catchments = tableIn(oracleReport, 'Subcatchment Runoff Summary');
  const ofCatchments = ([key, column]: (typeof columns)[keyof typeof columns]): SumPair[] =>
    model.subcatchments.flatMap(({ name, area }, index) => {
      const row = catchments.get(name);
      if (row === undefined) return [];
      return { name, own: (own.subcatchments[key][index]! / area) * 1000, reference: row[column]! * (isMetric ? 1 : 25.4) };
    });
  const outfalls = tableIn(oracleReport, 'Outfall Loading Summary');
  const outfall = model.nodes.flatMap(({ name, kind }, index) => {
    const row = outfalls.get(name);
    if (kind !== 'outfall' || row === undefined) return [];
    return { name, own: own.nodes.outflowVolume[index]!, reference: row[3]! * (isMetric ? 1000 : 3785.411784) };
  });
  return {
    rain: ofCatchments(columns.rain),
    runon: ofCatchments(columns.runon),
    evaporation: ofCatchments(columns.evaporation),
    infiltration: ofCatchments(columns.infiltration),
    runoff: ofCatchments(columns.runoff),
    outfall,
  };
}

/** Sums that lie further apart than both a share and a rounding, in words. */
export function sumMisses(judgement: Judgement): string[] {
  const sums = waterSums(judgement);
  const largest = sums.outfall.reduce((most, { reference }) => Math.max(most, reference), 0);
  return Object.entries(sums).flatMap(([what, pairs]) => {
    const rounding = what === 'outfall' ? Math.max(30, 0.01 * largest) : 0.5;
    const far = pairs.filter(({ own, reference }) => !(Math.abs(own - reference) <= Math.max(rounding, 0.02 * reference)));
    const worst = far.toSorted((a, b) => Math.abs(b.own - b.reference) - Math.abs(a.own - a.reference))[0];
    return worst ? `${what} of ${far.length} (${worst.name} ${worst.own.toFixed(1)} : ${worst.reference.toFixed(1)})` : [];
  });
}
