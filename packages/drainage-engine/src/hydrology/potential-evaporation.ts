import type { DrainageModel } from '../model/drainage-model.ts';
import { userUnits } from '../model/units.ts';
import { SeriesReader } from '../routing/series-reader.ts';
import { fileEvaporation, temperatureEvaporation } from './climate-evaporation.ts';

const SECONDS_PER_DAY = 86_400;

/**
 * Potential evaporation, m/s, as a function of the moment (s since 1970): constant, by month, a series in mm or inches a day
 * each value of which holds until the next, or from a climate file.
 */
export function potentialEvaporation(model: DrainageModel): (moment: number) => number {
  const { source } = model.evaporation;
  const added = model.adjustments.evaporation;
  const month = (moment: number): number => new Date(moment * 1000).getUTCMonth();
  const plus = (moment: number): number => (added === null ? 0 : (added[month(moment)] ?? 0));
  switch (source.kind) {
    case 'constant':
      return (moment) => Math.max(0, source.rate + plus(moment));
    case 'monthly':
      return (moment) => Math.max(0, (source.rates[month(moment)] ?? 0) + plus(moment));
    case 'series': {
      const one = model.series.find(({ name }) => name === source.series);
      const origin = one?.origin === 'start' ? model.options.start : 0;
      const reader = new SeriesReader(one?.times ?? [], one?.values ?? []);
      const factor = userUnits(model.options.flowUnit).rainDepth / SECONDS_PER_DAY;
      return (moment) => Math.max(0, reader.held(moment - origin) * factor + plus(moment));
    }
    case 'climate': {
      const { climate } = model;
      if (climate === null) return () => 0;
      if (source.form === 'file') {
        const evaporation = fileEvaporation(climate);
        return (moment) => Math.max(0, evaporation(moment) * (source.panCoefficients[month(moment)] ?? 1) + plus(moment));
      }
      const evaporation = temperatureEvaporation(climate, model.options.start, model.adjustments.temperature);
      return (moment) => Math.max(0, evaporation(moment) + plus(moment));
    }
  }
}
