import type { TFunction } from 'i18next';
import { dayShort } from '#lib/moments.ts';
import { lastDay, periodForm } from '../model/period-words.ts';

/** "sejak 10 Mar 2022", "1 Jan 2022 sampai 9 Mar 2022": the last day named is the last one held. */
export function periodInWords(t: TFunction, period: { readonly from: string; readonly to: string | null }): string {
  const last = lastDay(period);
  return t(`directory:period.${periodForm(period)}`, { from: dayShort(period.from), to: last === null ? '' : dayShort(last) });
}
