import { instantAt, isWorkingDay, witaDate, witaTime } from '@makaverse/calendar';

const begins = '20:00';
const ends = '06:00';

/** Whether nobody is to be disturbed now: at night, and on days on which nobody works. What comes meanwhile waits for the morning's mail. */
export function isQuiet(now: Date): boolean {
  const time = witaTime(now);
  return time < ends || time >= begins || !isWorkingDay(witaDate(now));
}

/** Seconds until the night begins: no longer does a push service keep a notice for a phone that is switched off. */
export function secondsUntilQuiet(now: Date): number {
  return Math.max(0, Math.floor((instantAt(witaDate(now), begins).getTime() - now.getTime()) / 1000));
}
