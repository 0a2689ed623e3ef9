import type { Climate } from '../model/rain.ts';
import type { Draft } from './draft.ts';
import { RowRefused } from './inp-problem.ts';
import { dateIn } from './moments.ts';
import { numberIn, shortened, type Row } from './row.ts';
import { wordsIn } from './split-sections.ts';

const SECONDS_PER_DAY = 86_400;
/** Where no row gives it (SWMM 5.2.2, by its evaporation from temperature). */
const LATITUDE = 40;

/** One row of [TEMPERATURE]: the climate file and the latitude. What only snow needs has no effect. */
export function readTemperature(draft: Draft, row: Row): void {
  const kinds = ['TIMESERIES', 'FILE', 'WINDSPEED', 'SNOWMELT', 'ADC'] as const;
  const kind = row.choice(
    0,
    'a kind of climate data',
    Object.fromEntries(kinds.map((word) => [word, word])) as Record<string, (typeof kinds)[number]>,
  );
  const latitude = draft.climate?.latitude ?? LATITUDE;
  if (kind === 'SNOWMELT') {
    draft.climate = { days: [], ...draft.climate, latitude: row.numberOr(5, LATITUDE, 'a latitude', -90, 90) };
  } else if (kind === 'FILE') {
    const path = row.word(1, 'the name of a climate file');
    const text = draft.readFile(path);
    const days = text === null ? [] : daysIn(text, draft);
    if (days.length === 0) {
      draft.warn(
        row,
        `the climate file "${shortened(path)}" is not at hand or has no rows of station, year, month, day, highest and lowest temperature, evaporation: nothing evaporates by it`,
      );
    }
    draft.climate = { latitude, days: row.has(2) ? shifted(days, firstDay(row), draft.options.start) : days };
  } else if (kind === 'TIMESERIES') draft.warn(row, 'air temperature by a series serves snow only, which is left out');
}

function firstDay(row: Row): number {
  const date = dateIn(row.words[2]!);
  if (date === null) throw new RowRefused(`expected the first day to read as MM/DD/YYYY, found "${shortened(row.words[2]!)}"`);
  return date;
}

/** From a given day on the file is taken as beginning with the run. */
function shifted(days: Climate['days'], first: number, start: number): Climate['days'] {
  const shift = Math.floor(start / SECONDS_PER_DAY) * SECONDS_PER_DAY - first;
  return days.filter(({ moment }) => moment >= first).map((day) => ({ ...day, moment: day.moment + shift }));
}

/**
 * Days of a climate file in the format that users prepare (SWMM 5.2 User's Manual, section 11.4): station, year, month, day, highest and
 * lowest temperature, evaporation, wind; `*` where nothing was measured. Units are those of the model.
 */
function daysIn(text: string, { units }: Draft): Climate['days'] {
  const celsius = (value: number | null): number | null => (value === null || units.isMetric ? value : ((value - 32) * 5) / 9);
  const days = text.split('\n').flatMap((line) => {
    const words = line.startsWith(';') ? [] : wordsIn(line);
    const [year, month, day, highest, lowest, evaporation] = words.slice(1, 7).map(numberIn);
    if (year == null || month == null || day == null || words.length < 6) return [];
    return [
      {
        moment: Date.UTC(year, month - 1, day) / 1000,
        highest: celsius(highest ?? null),
        lowest: celsius(lowest ?? null),
        evaporation: evaporation == null ? null : (evaporation * units.rainDepth) / SECONDS_PER_DAY,
      },
    ];
  });
  return days.toSorted((a, b) => a.moment - b.moment);
}
