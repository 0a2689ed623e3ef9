import type { Forecast } from '@makaverse/forecast';

/** A forecast as it is kept: the days on its scale are dates, everything else as the forecast gave it. */
export type KeptForecast =
  | (Omit<Extract<Forecast, { outcome: 'forecast' }>, 'programme' | 'day50' | 'day85' | 'basis'> & {
      readonly basis: Extract<Forecast, { outcome: 'forecast' }>['basis'] & { readonly synthetic: number };
      readonly dueOn: string;
      readonly on50: string;
      readonly on85: string;
    })
  | Omit<Extract<Forecast, { outcome: 'not-enough-history' }>, 'programme'>
  | { readonly outcome: 'finished'; readonly finishedOn: string; readonly isOnTime: boolean }
  | { readonly outcome: 'no-milestones' };
