import type { Directive } from '@makaverse/contract/directives';
import type { ClerkEntry } from './clerk-entry.ts';

/** What the clerk's line holds: a new directive, one on its way, or one that was kept. */
export type DeskPlace = { readonly kind: 'new' } | { readonly kind: 'entry' | 'directive'; readonly id: string };

/**
 * The place one step back in time, or forward; the new line comes after all others. Entries stand oldest first, directives newest first,
 * as they are shown; only those not yet issued can be changed. At either end nothing moves.
 */
export function stepTo(
  place: DeskPlace,
  direction: 'older' | 'newer',
  shown: { entries: readonly Pick<ClerkEntry, 'id'>[]; directives: readonly Pick<Directive, 'id' | 'state'>[] },
): DeskPlace {
  const places: DeskPlace[] = [
    { kind: 'new' },
    ...shown.entries.toReversed().map((entry) => ({ kind: 'entry', id: entry.id }) as const),
    ...shown.directives.filter((one) => one.state === 'draft').map((one) => ({ kind: 'directive', id: one.id }) as const),
  ];
  const at = places.findIndex((other) =>
    other.kind === 'new' ? place.kind === 'new' : place.kind === other.kind && place.id === other.id,
  );
  return places[Math.max(0, at) + (direction === 'older' ? 1 : -1)] ?? place;
}

/** The directives of the list with those just kept that it does not have yet; newest first, and of one record the later version. */
export function withSent<T extends Pick<Directive, 'id' | 'version' | 'spokenAt' | 'number'>>(
  listed: readonly T[],
  sent: readonly T[],
): T[] {
  const byId = new Map(listed.map((one) => [one.id, one]));
  for (const one of sent) if ((byId.get(one.id)?.version ?? 0) < one.version) byId.set(one.id, one);
  return [...byId.values()].sort(
    (a, b) => Date.parse(b.spokenAt) - Date.parse(a.spokenAt) || b.number.localeCompare(a.number, 'id', { numeric: true }),
  );
}
