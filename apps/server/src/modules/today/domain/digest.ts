import { endOfWorkingDay, instantAt, isWorkingDay, witaDate } from '@makaverse/calendar';
import type { Ask } from '@makaverse/contract/today';

const writtenFrom = '07:00';
/** A mail names this many and counts the rest: it is read on a phone. */
const mostLines = 30;

/** The working day whose morning mail may leave now: from 07.00 until the offices close; null at any other time. */
export function digestDayOf(now: Date): string | null {
  const today = witaDate(now);
  if (!isWorkingDay(today)) return null;
  return instantAt(today, writtenFrom) <= now && now < endOfWorkingDay(today) ? today : null;
}

/** What a mail names of a person's asks, in their own order, and how many it only counts. */
export function digestOf(asks: readonly Ask[]): { shown: readonly Ask[]; more: number; late: number } {
  const shown = asks.slice(0, mostLines);
  return { shown, more: asks.length - shown.length, late: asks.filter((one) => one.isLate).length };
}
