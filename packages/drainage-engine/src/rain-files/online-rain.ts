import { momentOf } from '../inp/moments.ts';
import { numberIn } from '../inp/row.ts';
import { wordsIn } from '../inp/split-sections.ts';
import { ArchivedRain } from './archived-rain.ts';
import type { ReadRain } from './rain-file-notes.ts';

const HOUR = 3600;
const INCH = 0.0254;

/** Whether a line is the heading of a text of NCEI Climate Data Online with hourly or 15-minute precipitation. */
export function isOnlineHeading(line: string): boolean {
  return /^\s*STATION\b.*\bDATE\s+[HQ]PCP\b/i.test(line);
}

/**
 * Precipitation as NCEI Climate Data Online gives it as text (SWMM 5.2 User's Manual, section 11.3): station, name, place, date, time, HPCP
 * or QPCP, flags. Whole numbers are hundredths of an inch, others inches. A value fell before its time.
 */
export function readOnlineRain(lines: readonly string[], station: string): ReadRain {
  const heading = lines.findIndex(isOnlineHeading);
  const interval = /\bDATE\s+HPCP\b/i.test(lines[heading]!) ? HOUR : HOUR / 4;
  const archive = new ArchivedRain();
  for (let at = heading + 1; at < lines.length; at += 1) {
    const words = wordsIn(lines[at]!);
    if (words.length === 0 || /^-+$/.test(words[0]!)) continue;
    const place = words.findIndex((word, k) => /^\d{8}$/.test(word) && /^\d{1,2}:\d{2}$/.test(words[k + 1] ?? ''));
    const date = words[place] ?? '';
    const [hour, minute] = (words[place + 1] ?? '').split(':').map(Number);
    const end = momentOf(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6)), hour, minute, 0);
    const raw = numberIn(words[place + 2] ?? '');
    if (place < 1 || end === null || raw === null) {
      archive.bad.push(at + 1);
      continue;
    }
    const isHundredths = !words[place + 2]!.includes('.');
    // 999.99 inches are a missing value too.
    const hundredths = isHundredths ? raw : raw * 100;
    archive.add(at + 1, words[0]!.replace(/^COOP:/i, ''), end, interval, hundredths, (hundredths / 100) * INCH, words[place + 3] ?? '');
  }
  return archive.of(station, 'a station, its place, a date (YYYYMMDD), a time and a value');
}
