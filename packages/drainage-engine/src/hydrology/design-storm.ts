/** A design storm: rain in mm of each block of `stepMinutes`, in order of time. */
export type DesignStorm = { readonly stepMinutes: number; readonly depthsMm: readonly number[] };

/**
 * Intensity after Mononobe, mm/h: (R24 / 24) (24 / t)^(2/3), t in hours (Indonesian practice; the constant 24 is the duration of R24).
 *
 * @throws RangeError when the rain or the duration is not above 0
 * @example mononobeIntensity(120, 1) // 41.6
 */
export function mononobeIntensity(dailyRainMm: number, hours: number): number {
  if (!(dailyRainMm > 0) || !(hours > 0))
    throw new RangeError(`Give a daily rain and a duration above 0, not ${dailyRainMm} mm and ${hours} h.`);
  return (dailyRainMm / 24) * (24 / hours) ** (2 / 3);
}

/**
 * Alternating blocks (Chow, Maidment and Mays 1988, section 14.4): the increments of the depth-duration curve, the largest in the
 * middle, the others right and left of it in turn.
 *
 * @param intensity mm/h as a function of the duration in hours
 * @throws RangeError when the storm has no whole block
 * @example alternatingBlocks((hours) => 60 / (0.5 + hours), 120, 10).depthsMm // 12 blocks
 */
export function alternatingBlocks(intensity: (hours: number) => number, durationMinutes: number, stepMinutes: number): DesignStorm {
  const n = Math.round(durationMinutes / stepMinutes);
  if (!(n >= 1) || !Number.isFinite(n)) throw new RangeError(`A storm of ${durationMinutes} min has no block of ${stepMinutes} min.`);
  const blocks: number[] = [];
  let before = 0;
  for (let k = 1; k <= n; k++) {
    const hours = (k * stepMinutes) / 60;
    const total = intensity(hours) * hours;
    blocks.push(Math.max(0, total - before));
    before = total;
  }
  blocks.sort((a, b) => b - a);
  const depthsMm = Array.from({ length: n }, () => 0);
  const middle = Math.floor((n - 1) / 2);
  blocks.forEach((depth, rank) => {
    const place = rank % 2 === 1 ? middle + (rank + 1) / 2 : middle - rank / 2;
    depthsMm[place] = depth;
  });
  return { stepMinutes, depthsMm };
}

/**
 * Mononobe's curve in alternating blocks.
 *
 * @example mononobeStorm(120, 360, 10).depthsMm // 36 blocks with the peak in the middle
 */
export function mononobeStorm(dailyRainMm: number, durationMinutes: number, stepMinutes: number): DesignStorm {
  return alternatingBlocks((hours) => mononobeIntensity(dailyRainMm, hours), durationMinutes, stepMinutes);
}

/** An intensity-duration-frequency table as data: durations in minutes rising, intensities in mm/h by return period in years. */
export type IdfTable = {
  readonly source: string;
  readonly durationsMinutes: readonly number[];
  readonly intensitiesMmPerHour: Readonly<Record<string, readonly number[]>>;
};

/**
 * A storm of a return period from a table, between its durations by straight lines in logarithms.
 *
 * @throws RangeError when the table has no such return period, or does not hold a positive intensity for each of two or more rising durations
 * @example idfStorm(table, 10, 60, 5).depthsMm // 12 blocks, together what the table gives for 60 minutes
 */
export function idfStorm(table: IdfTable, returnPeriodYears: number, durationMinutes: number, stepMinutes: number): DesignStorm {
  const intensities = table.intensitiesMmPerHour[String(returnPeriodYears)];
  if (intensities === undefined) throw new RangeError(`The table of ${table.source} has no return period of ${returnPeriodYears} years.`);
  const { durationsMinutes } = table;
  const isRising = durationsMinutes.every((minutes, k) => minutes > (durationsMinutes[k - 1] ?? 0));
  const isWhole = intensities.length === durationsMinutes.length && intensities.every((one) => one > 0);
  if (durationsMinutes.length < 2 || !isRising || !isWhole)
    throw new RangeError(`The table of ${table.source} must hold an intensity above 0 for each of two or more rising durations.`);
  const at = (hours: number): number => {
    const minutes = hours * 60;
    let k = 1;
    while (k < durationsMinutes.length - 1 && minutes > durationsMinutes[k]!) k++;
    const x0 = Math.log(durationsMinutes[k - 1]!);
    const x1 = Math.log(durationsMinutes[k]!);
    const y0 = Math.log(intensities[k - 1]!);
    const y1 = Math.log(intensities[k]!);
    return Math.exp(y0 + ((y1 - y0) * (Math.log(minutes) - x0)) / (x1 - x0));
  };
  return alternatingBlocks(at, durationMinutes, stepMinutes);
}

/**
 * Peak flow by the rational method, m3/s: 0.278 C i A. A desk check, not a simulation.
 *
 * @param coefficient runoff coefficient, 0 to 1
 * @param intensityMmPerHour rain of the time of concentration
 * @param areaKm2 km2
 * @example rationalPeak(0.7, 60, 0.5) // 5.83
 */
export function rationalPeak(coefficient: number, intensityMmPerHour: number, areaKm2: number): number {
  // 1 mm/h over 1 km2 is 1/3.6 m3/s.
  return (coefficient * intensityMmPerHour * areaKm2) / 3.6;
}
