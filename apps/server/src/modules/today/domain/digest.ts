import { endOfWorkingDay, instantAt, isWorkingDay, witaDate } from '@makaverse/calendar';

const writtenFrom = '07:00';
/** A mail names this many and counts the rest: it is read on a phone. */
const mostLines = 30;

/** The working day whose morning mail may leave now: from 07.00 until the offices close; null at any other time. */
export function digestDayOf(now: Date): string | null {
  const today = witaDate(now);
  if (!isWorkingDay(today)) return null;
  return instantAt(today, writtenFrom) <= now && now < endOfWorkingDay(today) ? today : null;
}

/** What a mail names of a person's asks or notices, in their own order, and how many it only counts. */
export function digestOf<T>(all: readonly T[]): { shown: readonly T[]; more: number } {
  const shown = all.slice(0, mostLines);
  return { shown, more: all.length - shown.length };
}

/** What is told beside what is asked: the same task is not named twice in one mail. */
export function noticesBeside<N extends { readonly href: string }>(
  notices: readonly N[],
  asks: readonly { readonly href: string }[],
): readonly N[] {
  const asked = new Set(asks.map((one) => one.href));
  return notices.filter((one) => !asked.has(one.href));
}
