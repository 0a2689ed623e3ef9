import type { Ask, Escalated, Waiting } from '@makaverse/contract/today';
import { rung } from '@makaverse/contract/programmes';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** What has no term comes after what has one. */
const term = (one: { readonly dueAt: string | null }): number => (one.dueAt === null ? Infinity : Date.parse(one.dueAt));
const sooner = (a: { readonly dueAt: string | null }, b: { readonly dueAt: string | null }): number =>
  term(a) === term(b) ? 0 : term(a) - term(b);

/** The most urgent first; of equally urgent ones the sooner due, then the longer waiting. The same asks always stand in the same order. */
export function orderAsks(asks: readonly Ask[]): Ask[] {
  return asks.toSorted(
    (a, b) => b.urgency - a.urgency || sooner(a, b) || Date.parse(a.since) - Date.parse(b.since) || byText(a.key, b.key),
  );
}

/** What is late first, then the sooner due. */
export function orderWaiting(waiting: readonly Waiting[]): Waiting[] {
  return waiting.toSorted(
    (a, b) => Number(b.isLate) - Number(a.isLate) || sooner(a, b) || Date.parse(a.since) - Date.parse(b.since) || byText(a.key, b.key),
  );
}

const height = (one: Escalated): number => rung.options.indexOf(one.rung);

/** The highest rung first; on one rung what has waited longest. */
export function orderEscalated(escalated: readonly Escalated[]): Escalated[] {
  return escalated.toSorted((a, b) => height(b) - height(a) || b.workingDays - a.workingDays || byText(a.href, b.href));
}
