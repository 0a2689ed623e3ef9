import type { RoutingEvent } from '../model/options.ts';

/** Moments that differ by less are one, s. */
const SAME = 1e-6;

/**
 * When the network is routed: always, or only in the events of the model (SWMM 5.2, [EVENTS]). Between them it stands as the last event
 * left it, and takes no water in; rain and runoff go on.
 */
export class RoutingEvents {
  readonly #events: readonly RoutingEvent[];
  readonly #isAlways: boolean;
  #next = 0;

  /** @param events in any order; they may overlap. None: the network is always routed; null: never (IGNORE_ROUTING). */
  constructor(events: readonly RoutingEvent[] | null) {
    this.#isAlways = events?.length === 0;
    const joined: { start: number; end: number }[] = [];
    for (const { start, end } of (events ?? []).toSorted((a, b) => a.start - b.start)) {
      const last = joined.at(-1);
      if (last !== undefined && start <= last.end + SAME) last.end = Math.max(last.end, end);
      else joined.push({ start, end });
    }
    this.#events = joined;
  }

  /** Whether the network is routed from a moment on (s since 1970; moments asked for rise), and until when. */
  at(moment: number): { readonly isRouted: boolean; readonly until: number } {
    if (this.#isAlways) return { isRouted: true, until: Infinity };
    while (this.#next < this.#events.length && this.#events[this.#next]!.end <= moment + SAME) this.#next++;
    const event = this.#events[this.#next];
    if (event === undefined) return { isRouted: false, until: Infinity };
    return event.start <= moment + SAME ? { isRouted: true, until: event.end } : { isRouted: false, until: event.start };
  }
}
