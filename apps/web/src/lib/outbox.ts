import { ProblemError } from '@makaverse/client/call';

/** How far something kept on this device has come on its way to the server. */
export interface OnItsWay {
  /** Sent as the idempotency key: however often the entry goes out, the server keeps one. */
  readonly id: string;
  readonly order: number;
  /** How often it was sent without an answer; from the first time on nobody knows whether the server has it. */
  readonly attempts: number;
  readonly refusal: { readonly title: string; readonly detail: string } | null;
}

/** Words that were entered and are not yet known to be kept by the server. */
export type OutboxEntry<Words extends object = object> = Words & OnItsWay;

/** The entries in the order they were entered. */
export function inOrder<E extends OnItsWay>(entries: readonly E[]): E[] {
  return [...entries].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The place behind all entries; the time of day keeps it rising over a restart of the device. */
export function nextOrder(entries: readonly OnItsWay[], nowMs: number): number {
  return Math.max(nowMs, ...entries.map((entry) => entry.order + 1));
}

/**
 * Which entry goes out next: the oldest of those that may and were not refused. One under correction holds those behind it back, so that
 * what was entered in an order arrives in it.
 */
export function nextToSend<E extends OnItsWay>(entries: readonly E[], mayGo: (entry: E) => boolean, held: ReadonlySet<string>): E | null {
  const next = inOrder(entries).find((entry) => mayGo(entry) && entry.refusal === null);
  return next && !held.has(next.id) ? next : null;
}

// Answers that may be another one the next time: nobody signed in, a slow server, too many requests (RFC 9110, RFC 6585).
const passing = new Set([401, 408, 425, 429]);

/** The entry after a failed sending. A refusal is final and lets the next ones go; everything else is tried again. */
export function afterFailure<E extends OnItsWay>(entry: E, error: unknown): E {
  if (!(error instanceof ProblemError)) return { ...entry, attempts: entry.attempts + 1 };
  const { status, title, detail } = error.problem;
  const isFinal = status >= 400 && status < 500 && !passing.has(status);
  return isFinal ? { ...entry, refusal: { title, detail } } : { ...entry, attempts: entry.attempts + 1 };
}

/** Whether an entry's words may still be changed: it was refused, or never went out. */
export function isOpenToChange(entry: OnItsWay): boolean {
  return entry.refusal !== null || entry.attempts === 0;
}

/** How long to wait before trying again: a second, then twice as long each time, half a minute at most. */
export function retryDelayMs(attempts: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, Math.min(attempts, 10) - 1));
}
