import type { DrainageModel } from '../model/drainage-model.ts';
import type { TimeSeries } from '../model/rain.ts';
import { userUnits } from '../model/units.ts';
import type { DesignStorm } from './design-storm.ts';

/** Rain that falls on every gauge of a model. */
export type StormRain = {
  /** Null leaves the rain of the model. */
  readonly rain: DesignStorm | null;
  /** s from the model's start to the first block. */
  readonly startsAfter: number;
};

/** A series name that no file can hold, because names have no spaces. */
const RAIN = 'rain of the storm';

/**
 * A model under a storm in place of its own rain. The model given stays as it is.
 *
 * @example underStorm(city, { rain: mononobeStorm(120, 360, 10), startsAfter: 3600 })
 */
export function underStorm(model: DrainageModel, { rain, startsAfter }: StormRain): DrainageModel {
  if (rain === null) return model;
  const interval = rain.stepMinutes * 60;
  // A file's series holds rain in its own unit: millimetres, or inches.
  const perMillimetre = 0.001 / userUnits(model.options.flowUnit).rainDepth;
  const series: TimeSeries = {
    name: RAIN,
    origin: 'start',
    times: [...rain.depthsMm.map((_, block) => startsAfter + block * interval), startsAfter + rain.depthsMm.length * interval],
    values: [...rain.depthsMm.map((depth) => depth * perMillimetre), 0],
    file: null,
  };
  const gauges = model.gauges.map((gauge) => ({
    ...gauge,
    form: 'volume' as const,
    interval,
    source: { kind: 'series' as const, series: RAIN },
  }));
  return { ...model, gauges, series: [...model.series, series] };
}
