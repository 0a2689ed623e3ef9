const dayMs = 86_400_000;
const numberOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** Places of civil dates along a line. */
export interface TimeScale {
  readonly x: (date: string) => number;
  /** First days of months, quarters or years, whichever stand far enough apart to be read. */
  readonly ticks: readonly { readonly date: string; readonly x: number; readonly kind: 'month' | 'year' }[];
}

/** Lays the dates out between two places, whole months around them. */
export function timeScale(dates: readonly string[], from: number, to: number, spacing = 56): TimeScale {
  const sorted = dates.toSorted();
  const first = `${sorted[0]!.slice(0, 7)}-01`;
  const last = nextMonth(sorted.at(-1)!, 1);
  const [start, end] = [numberOf(first), numberOf(last)];
  const x = (date: string): number => from + ((numberOf(date) - start) / (end - start)) * (to - from);
  const months = (end - start) / 30.44;
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((count) => ((to - from) * count) / months >= spacing) ?? 240;
  const ticks: TimeScale['ticks'][number][] = [];
  for (let date = alignedTo(first, step); date <= last; date = nextMonth(date, step))
    if (date >= first) ticks.push({ date, x: x(date), kind: date.slice(5, 7) === '01' ? 'year' : 'month' });
  return { x, ticks };
}

/** The first day of the month so many months after a date's own. */
function nextMonth(date: string, count: number): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 10);
}

function alignedTo(first: string, step: number): string {
  const [year, month] = first.split('-').map(Number) as [number, number];
  const index = year * 12 + month - 1 - ((year * 12 + month - 1) % step);
  return new Date(Date.UTC(Math.floor(index / 12), index % 12, 1)).toISOString().slice(0, 10);
}

/** Days from one date to the other. */
export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from);
}
