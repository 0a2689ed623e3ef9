import { daysBetween, type CivilDate } from '@makaverse/calendar';
import type { DaysLost } from '@makaverse/contract/programmes-truth';

/** From when to when something blocked, and when the city's letter lay with an authority outside it. */
export interface Delay {
  readonly sinceOn: CivilDate;
  readonly solvedOn: CivilDate | null;
  readonly sentOn: CivilDate | null;
  readonly answeredOn: CivilDate | null;
}
/** From the first day up to, not including, the last. */
type Span = readonly [from: CivilDate, to: CivilDate];

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
const sooner = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);

/**
 * Days lost to delays, each day once however many delays fall on it. A day is theirs while every delay of that day waits for the answer to
 * a letter that was sent; before the letter leaves, and after it is answered, the days are the city's own.
 */
export function daysLostTo(delays: readonly Delay[], today: CivilDate): DaysLost {
  const spans = delays.map((one): Span => [one.sinceOn, later(one.sinceOn, one.solvedOn ?? today)]);
  const all = lengthOf(spans);
  const ours = lengthOf(delays.flatMap((one, index) => ownSpans(one, spans[index]!)));
  return { ours, theirs: all - ours };
}

function ownSpans({ sentOn, answeredOn }: Delay, [from, to]: Span): Span[] {
  if (sentOn === null) return [[from, to]];
  const before: Span = [from, sooner(to, later(from, sentOn))];
  return answeredOn === null ? [before] : [before, [sooner(to, later(from, answeredOn)), to]];
}

/** How many days spans cover together. */
function lengthOf(spans: readonly Span[]): number {
  let total = 0;
  let covered: CivilDate | null = null;
  for (const [from, to] of spans.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))) {
    const start: CivilDate = covered === null ? from : later(from, covered);
    if (to <= start) continue;
    total += daysBetween(start, to);
    covered = to;
  }
  return total;
}
