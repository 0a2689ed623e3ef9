import { addDays } from '@makaverse/calendar';

/** The last day of a period [from, to): what people call "until"; null while it runs, and null for one that was taken back before it began. */
export function lastDay(period: { readonly from: string; readonly to: string | null }): string | null {
  return period.to === null || period.to <= period.from ? null : addDays(period.to, -1);
}

/** Which of three sentences tells a period: it runs, it has two ends, or it never was. */
export function periodForm(period: { readonly from: string; readonly to: string | null }): 'since' | 'until' | 'never' {
  if (period.to === null) return 'since';
  return period.to <= period.from ? 'never' : 'until';
}
