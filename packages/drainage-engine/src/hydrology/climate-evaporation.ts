import type { Climate } from '../model/rain.ts';

const SECONDS_PER_DAY = 86_400;
/** Days over which temperatures are averaged. */
const WEEK = 7;

/** Extraterrestrial radiation, MJ/m2 a day, by day of the year and latitude in degrees. */
function radiation(dayOfYear: number, latitude: number): number {
  const phi = (latitude * Math.PI) / 180;
  const declination = 0.4093 * Math.sin((2 * Math.PI * (284 + dayOfYear)) / 365);
  const distance = 1 + 0.033 * Math.cos((2 * Math.PI * dayOfYear) / 365);
  const sunset = Math.acos(Math.min(1, Math.max(-1, -Math.tan(phi) * Math.tan(declination))));
  return 37.6 * distance * (sunset * Math.sin(phi) * Math.sin(declination) + Math.cos(phi) * Math.cos(declination) * Math.sin(sunset));
}

/**
 * Potential evaporation after Hargreaves from the daily range of temperature, m/s (SWMM Reference Manual Vol. I, section on evaporation;
 * Hargreaves and Samani 1985, Applied Engineering in Agriculture 1(2)).
 *
 * @param mean of highest and lowest temperature, degrees C
 * @param range between them, degrees C
 */
export function hargreaves(dayOfYear: number, latitude: number, mean: number, range: number): number {
  const latentHeat = 2.5 - 0.002361 * mean;
  const millimetres = (0.0023 * radiation(dayOfYear, latitude) * Math.sqrt(Math.max(0, range)) * (mean + 17.8)) / latentHeat;
  return Math.max(0, millimetres) / 1000 / SECONDS_PER_DAY;
}

/** A value by day of the climate file; a day that lacks it has that of the day before. */
function byDay<Value>(climate: Climate, valueOf: (day: Climate['days'][number]) => Value | null): { moments: number[]; values: Value[] } {
  const moments: number[] = [];
  const values: Value[] = [];
  for (const day of climate.days) {
    const value = valueOf(day) ?? values.at(-1);
    if (value === undefined) continue;
    moments.push(day.moment);
    values.push(value);
  }
  return { moments, values };
}

/** Place of the last day that has begun; -1 before the first. */
function dayAt(moments: readonly number[], moment: number): number {
  let low = -1;
  let high = moments.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (moments[middle]! <= moment) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Evaporation of a climate file at a moment, m/s, before pan coefficients; none before its first day.
 */
export function fileEvaporation(climate: Climate): (moment: number) => number {
  const { moments, values } = byDay(climate, ({ evaporation }) => evaporation);
  return (moment) => values[dayAt(moments, moment)] ?? 0;
}

/**
 * Evaporation by temperature at a moment, m/s: after Hargreaves, with means over the week that ends that day, or over the days since the
 * start of the run.
 *
 * @param added degrees C by month, to both temperatures
 */
export function temperatureEvaporation(climate: Climate, start: number, added: readonly number[] | null): (moment: number) => number {
  const { moments, values } = byDay(climate, ({ highest, lowest }) =>
    highest === null || lowest === null ? null : { mean: 0.5 * (highest + lowest), range: Math.abs(highest - lowest) },
  );
  const first = Math.max(0, dayAt(moments, start));
  const rates = moments.map((moment, at) => {
    if (at < first) return 0;
    const date = new Date(moment * 1000);
    const plus = added?.[date.getUTCMonth()] ?? 0;
    const week = values.slice(Math.max(first, at - WEEK + 1), at + 1);
    const meanOf = (value: (day: (typeof week)[number]) => number): number => week.reduce((sum, day) => sum + value(day), 0) / week.length;
    const dayOfYear = Math.round((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 1000 / SECONDS_PER_DAY) + 1;
    return hargreaves(
      dayOfYear,
      climate.latitude,
      meanOf(({ mean }) => mean) + plus,
      meanOf(({ range }) => range),
    );
  });
  return (moment) => rates[dayAt(moments, moment)] ?? 0;
}
