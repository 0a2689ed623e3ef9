import type { DrainageModel } from '../model/drainage-model.ts';
import type { Subcatchment } from '../model/catchments.ts';
import { userUnits } from '../model/units.ts';
import { writtenDate, writtenSpan } from './moments.ts';
import { methodWords } from './write-options.ts';
import { writtenName, yesNo, type Word } from './written-row.ts';

/** Rows of [RAINGAGES]. */
export function gaugeRows({ gauges }: DrainageModel): Word[][] {
  return gauges.map(({ name, form, interval, snowCatch, source }) => [
    writtenName(name),
    form.toUpperCase(),
    writtenSpan(interval),
    snowCatch,
    ...(source.kind === 'series'
      ? ['TIMESERIES', writtenName(source.series)]
      : ['FILE', `"${source.path}"`, source.station === '*' ? '*' : writtenName(source.station), source.unit.toUpperCase()]),
  ]);
}

/** Rows of [TIMESERIES]; the date stands where the day changes. Points of a file stay in their file. */
export function seriesRows({ series }: DrainageModel): Word[][] {
  return series.flatMap(({ name, origin, times, values, file }) => {
    if (file !== null) return [[writtenName(name), 'FILE', `"${file}"`]];
    return times.map((time, index): Word[] => {
      if (origin === 'start') return [writtenName(name), writtenSpan(time), values[index]!];
      return [writtenName(name), writtenDate(time), writtenSpan(time - Math.floor(time / 86_400) * 86_400), values[index]!];
    });
  });
}

/** Rows of [PATTERNS], six factors each. */
export function patternRows({ patterns }: DrainageModel): Word[][] {
  return patterns.flatMap(({ name, kind, factors }) => {
    const rows: Word[][] = [];
    for (let at = 0; at < factors.length; at += 6)
      rows.push([writtenName(name), ...(at === 0 ? [kind.toUpperCase()] : []), ...factors.slice(at, at + 6)]);
    return rows;
  });
}

/** Rows of [EVAPORATION]. */
export function evaporationRows({ evaporation, options }: DrainageModel): Word[][] {
  const perDay = userUnits(options.flowUnit).rainDepth / 86_400;
  const { source, recoveryPattern, onlyWhenDry } = evaporation;
  const rows: Word[][] = [];
  if (source.kind === 'constant') rows.push(['CONSTANT', source.rate / perDay]);
  else if (source.kind === 'monthly') rows.push(['MONTHLY', ...source.rates.map((rate) => rate / perDay)]);
  else if (source.kind === 'series') rows.push(['TIMESERIES', writtenName(source.series)]);
  else rows.push([source.form.toUpperCase(), ...source.panCoefficients]);
  if (recoveryPattern !== null) rows.push(['RECOVERY', writtenName(recoveryPattern)]);
  rows.push(['DRY_ONLY', yesNo(onlyWhenDry)]);
  return rows;
}

/** Rows of [ADJUSTMENTS]. */
export function adjustmentRows({ adjustments, subcatchments, options }: DrainageModel): Word[][] {
  const { isMetric, rainDepth } = userUnits(options.flowUnit);
  const factors = { temperature: isMetric ? 1 : 5 / 9, evaporation: rainDepth / 86_400, rainfall: 1, conductivity: 1 };
  const rows: Word[][] = [];
  for (const kind of ['temperature', 'evaporation', 'rainfall', 'conductivity'] as const) {
    const values = adjustments[kind];
    if (values) rows.push([kind.toUpperCase(), ...values.map((value) => value / factors[kind])]);
  }
  for (const { name, roughnessPattern, storagePattern, infiltrationPattern } of subcatchments) {
    const patterns = [
      ['N-PERV', roughnessPattern],
      ['DSTORE', storagePattern],
      ['INFIL', infiltrationPattern],
    ] as const;
    for (const [word, pattern] of patterns) if (pattern !== null) rows.push([word, writtenName(name), writtenName(pattern)]);
  }
  return rows;
}

/** Rows of [SUBCATCHMENTS]. */
export function subcatchmentRows({ subcatchments, options }: DrainageModel): Word[][] {
  const { landArea, length } = userUnits(options.flowUnit);
  return subcatchments.map((one) => [
    writtenName(one.name),
    one.gauge === null ? '*' : writtenName(one.gauge),
    writtenName(one.outlet),
    one.area / landArea,
    one.imperviousFraction * 100,
    one.width / length,
    one.slope * 100,
    one.curbLength / length,
    ...(one.snowPack === null ? [] : [writtenName(one.snowPack)]),
  ]);
}

/** Rows of [SUBAREAS]. */
export function subareaRows({ subcatchments, options }: DrainageModel): Word[][] {
  const { rainDepth } = userUnits(options.flowUnit);
  return subcatchments.map((one) => [
    writtenName(one.name),
    one.imperviousRoughness,
    one.perviousRoughness,
    one.imperviousStorage / rainDepth,
    one.perviousStorage / rainDepth,
    one.zeroStorageFraction * 100,
    { outlet: 'OUTLET', 'to-impervious': 'IMPERVIOUS', 'to-pervious': 'PERVIOUS' }[one.routing],
    one.routedFraction * 100,
  ]);
}

/** Rows of [INFILTRATION]. */
export function infiltrationRows({ subcatchments, options }: DrainageModel): Word[][] {
  return subcatchments.map((one) => [
    writtenName(one.name),
    ...infiltrationWords(one, userUnits(options.flowUnit)),
    // A catchment of another method than the model's says so, whoever built the model.
    ...(one.hasOwnMethod !== null || one.infiltration.method !== options.infiltration ? [methodWords[one.infiltration.method]] : []),
  ]);
}

function infiltrationWords({ infiltration }: Subcatchment, { rainRate, rainDepth }: { rainRate: number; rainDepth: number }): Word[] {
  switch (infiltration.method) {
    case 'horton':
    case 'modified-horton':
      return [
        infiltration.maximumRate / rainRate,
        infiltration.minimumRate / rainRate,
        infiltration.decay * 3600,
        infiltration.dryingTime / 86_400,
        infiltration.maximumVolume / rainDepth,
      ];
    case 'green-ampt':
    case 'modified-green-ampt':
      return [infiltration.suction / rainDepth, infiltration.conductivity / rainRate, infiltration.initialDeficit];
    default:
      return [infiltration.curveNumber, 0, infiltration.dryingTime / 86_400];
  }
}
