import type { Weir } from '../model/links.ts';

const FOOT = 0.3048;
/** m^0.5/s per ft^0.5/s */
const METRIC = Math.sqrt(FOOT);

type Table = readonly (readonly [number, number])[];

/** FHWA Hydraulic Design Series 5, chart 60: coefficients (ft^0.5/s) by head in ft on wide roads, by head over width on narrow ones. */
const LOW: Readonly<Record<'paved' | 'gravel', Table>> = {
  paved: [[0, 2.85], [0.2, 2.95], [0.7, 3.03], [1, 3.05], [2, 3.05], [3, 3.06], [4, 3.07]],
  gravel: [[0, 2.5], [0.5, 2.7], [1, 2.79], [1.5, 2.84], [2, 2.89], [2.5, 2.93], [3, 2.95], [3.5, 2.96], [4, 2.97]],
}; // prettier-ignore
const HIGH: Readonly<Record<'paved' | 'gravel', Table>> = {
  paved: [[0.15, 3.05], [0.2, 3.06], [0.25, 3.09], [0.28, 3.1], [0.32, 3.1]],
  gravel: [[0.15, 2.95], [0.2, 2.96], [0.25, 3], [0.28, 3.05], [0.32, 3.07]],
}; // prettier-ignore
const DROWNING: Readonly<Record<'paved' | 'gravel', Table>> = {
  paved: [[0.8, 1], [0.85, 0.98], [0.9, 0.92], [0.93, 0.85], [0.95, 0.8], [0.97, 0.7], [0.98, 0.6], [0.99, 0.5], [1, 0.4]],
  gravel: [[0.75, 1], [0.8, 0.985], [0.83, 0.97], [0.86, 0.93], [0.89, 0.87], [0.9, 0.85], [0.92, 0.8], [0.94, 0.7], [0.96, 0.6], [0.98, 0.5], [1, 0.3]],
}; // prettier-ignore

function look(table: Table, x: number): number {
  if (x <= table[0]![0]) return table[0]![1];
  for (let k = 1; k < table.length; k++) {
    const [x1, y1] = table[k]!;
    if (x > x1) continue;
    const [x0, y0] = table[k - 1]!;
    return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
  }
  return table.at(-1)![1];
}

/** Coefficient of flow over a road, m^0.5/s. */
export function roadwayCoefficient(head: number, { roadWidth, roadSurface, discharge }: Weir): number {
  if (roadSurface === null || roadWidth <= 0) return discharge;
  const ratio = head / roadWidth;
  return METRIC * (ratio <= 0.15 ? look(LOW[roadSurface], head / FOOT) : look(HIGH[roadSurface], ratio));
}

/** Factor for tailwater over a road; `ratio` of heads over the crest. */
export function roadwayDrowning(ratio: number, { roadSurface }: Weir): number {
  return ratio >= 1 ? 0 : look(DROWNING[roadSurface ?? 'paved'], ratio);
}
