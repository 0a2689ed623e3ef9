/** An agenda item as far as its time matters. */
export interface TimedItem {
  readonly id: string;
  readonly kind: 'section' | 'item' | 'slot';
  readonly minutes: number;
}

/** From when to when the meeting was at an item; an item taken up again has several. `endedAt` is null while it runs. */
export interface Span {
  readonly itemId: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** What the room's clock shows. */
export interface RoomClock {
  readonly currentId: string | null;
  readonly nextId: string | null;
  readonly secondsUsed: number;
  readonly secondsGiven: number;
  readonly plannedMinutesLeft: number;
  readonly minutesLeft: number;
}

/** Seconds an item has been talked about, over all its spans, up to `now`. */
export function secondsAt(itemId: string, spans: readonly Span[], now: Date): number {
  const ms = spans
    .filter((span) => span.itemId === itemId)
    .reduce((sum, span) => sum + Math.max(0, (span.endedAt ?? now).getTime() - span.startedAt.getTime()), 0);
  return Math.floor(ms / 1000);
}

/**
 * The clock at a moment. `items` stand in the order of the agenda; a section only groups and is never next. Next is the first item
 * after the current one that was not yet taken up; without a current one, the first such item after the last that was.
 */
export function readClock(options: { items: readonly TimedItem[]; spans: readonly Span[]; endsAt: Date; now: Date }): RoomClock {
  const { items, spans, endsAt, now } = options;
  const currentId = spans.find((span) => span.endedAt === null)?.itemId ?? null;
  const taken = new Set(spans.map((span) => span.itemId));
  const latest = spans.reduce<Span | null>((last, span) => (last && last.startedAt >= span.startedAt ? last : span), null);
  const from = items.findIndex((item) => item.id === (currentId ?? latest?.itemId));
  const isOpen = (item: TimedItem): boolean => item.kind !== 'section' && !taken.has(item.id);
  // What was skipped is still to be taken up: after the last item the clock goes back to the first one left over.
  const next = items.slice(from + 1).find(isOpen) ?? items.find(isOpen);
  return {
    currentId,
    nextId: next?.id ?? null,
    secondsUsed: currentId === null ? 0 : secondsAt(currentId, spans, now),
    secondsGiven: (items.find((item) => item.id === currentId)?.minutes ?? 0) * 60,
    plannedMinutesLeft: items.filter(isOpen).reduce((sum, item) => sum + item.minutes, 0),
    minutesLeft: Math.floor((endsAt.getTime() - now.getTime()) / 60_000),
  };
}
