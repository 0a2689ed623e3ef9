import { canadianLine, readCanadianRain } from './canadian-rain.ts';
import { RainFileUnreadable, type RainFileTerms, type ReadRain } from './rain-file-notes.ts';
import { readUserPreparedRain } from './user-prepared-rain.ts';
import { readOnlineRain, isOnlineHeading } from './online-rain.ts';
import { readWeatherServiceRain, weatherServiceLine } from './weather-service-rain.ts';

/** Lines that may stand before the first line of data. */
const MOST_HEADINGS = 6;

/**
 * Reads a rain file of any of the formats that SWMM knows (SWMM 5.2 User's Manual, section 11.3): user-prepared rows, hourly and 15-minute
 * precipitation of the US weather service (DSI-3240 and DSI-3260, fixed or delimited; NCEI Climate Data Online), and of Environment Canada
 * (HLY03, HLY21, FIF21). The format is found from the first lines.
 *
 * @throws RainFileUnreadable with the line and what was expected there
 * @example readRainFile('STA01 2004 6 12 0 0 0.12', { station: 'STA01', form: 'volume', interval: 3600, unit: 'in' }).rain.depths // [0.003048]
 */
export function readRainFile(text: string, terms: RainFileTerms): ReadRain {
  const garbage = text.indexOf('\u0000');
  if (garbage >= 0) {
    const line = text.slice(0, garbage).split('\n').length;
    throw new RainFileUnreadable(line, `expected text, found binary data (character ${garbage + 1} of the file)`);
  }
  const lines = text.split(/\r?\n/);
  const first = lines.slice(0, MOST_HEADINGS);
  if (first.some(isOnlineHeading)) return readOnlineRain(lines, terms.station);
  if (first.some((line) => weatherServiceLine(line) !== null)) return readWeatherServiceRain(lines, terms.station);
  if (first.some((line) => canadianLine(line) !== null)) return readCanadianRain(lines, terms.station);
  return readUserPreparedRain(lines, terms);
}
