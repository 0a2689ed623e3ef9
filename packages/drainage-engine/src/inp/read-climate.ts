import { readClimateFile } from '../climate-files/read-climate-file.ts';
import type { Climate } from '../model/rain.ts';
import type { Draft } from './draft.ts';
import { RowRefused } from './inp-problem.ts';
import { dateIn } from './moments.ts';
import { shortened, type Row } from './row.ts';

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
    const { days, bad } = text === null ? { days: [], bad: [] } : readClimateFile(text, draft.units);
    const file = `the climate file "${shortened(path)}"`;
    if (days.length === 0) {
      const why =
        text === null
          ? 'is not at hand'
          : `has no line of a format of SWMM 5.2 (line ${bad[0] ?? 1}: expected station, year, month, day, …)`;
      draft.warn(row, `${file} ${why}: nothing evaporates by it`);
    } else if (bad.length > 0) draft.warn(row, `${file}: ${bad.length} lines, the first of them line ${bad[0]}, are passed over`);
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
