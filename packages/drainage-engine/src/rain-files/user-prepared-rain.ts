import { momentOf } from '../inp/moments.ts';
import { numberIn, shortened } from '../inp/row.ts';
import { wordsIn } from '../inp/split-sections.ts';
import { passedOver, RainFileUnreadable, stationList, type RainFileTerms, type ReadRain } from './rain-file-notes.ts';

const EXPECTED = 'station, year, month, day, hour, minute and rain';

/** The format that users prepare: station, year, month, day, hour, minute, value; `;` begins a remark. */
export function readUserPreparedRain(lines: readonly string[], { station, form, interval, unit }: RainFileTerms): ReadRain {
  const depthUnit = unit === 'mm' ? 0.001 : 0.0254;
  const times: number[] = [];
  const depths: number[] = [];
  const others = new Set<string>();
  const bad: number[] = [];
  let total = 0;
  for (const [at, line] of lines.entries()) {
    const words = wordsIn(line.split(';', 1)[0]!);
    if (words.length === 0) continue;
    const [year, month, day, hour, minute, value] = words.slice(1, 7).map(numberIn);
    const moment = momentOf(year, month, day, hour, minute, 0);
    if (moment === null || value == null || value < 0) {
      bad.push(at + 1);
      continue;
    }
    if (station !== '*' && words[0]!.toUpperCase() !== station.toUpperCase()) {
      others.add(words[0]!);
      continue;
    }
    if (moment <= (times.at(-1) ?? -Infinity)) throw new RainFileUnreadable(at + 1, `expected times of ${shortened(words[0]!)} to rise`);
    times.push(moment);
    if (form === 'intensity') depths.push((value * depthUnit * interval) / 3600);
    else if (form === 'volume') depths.push(value * depthUnit);
    else {
      // A cumulative record that falls back has been emptied: it counts from 0 again.
      depths.push((value >= total ? value - total : value) * depthUnit);
      total = value;
    }
  }
  if (times.length === 0 && others.size > 0)
    throw new RainFileUnreadable(1, `expected rain of the station "${shortened(station)}", found ${stationList(others)}`);
  if (times.length === 0) throw new RainFileUnreadable(bad[0] ?? 1, `expected ${EXPECTED}`);
  return { rain: { times, depths, interval }, notes: passedOver(bad, EXPECTED) };
}
