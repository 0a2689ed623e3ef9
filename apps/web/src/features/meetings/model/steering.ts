import type { RefreshAgenda } from '@makaverse/contract/meetings-room';

/** What the chair decided about the refresh agenda. */
export interface Steering {
  readonly minutesGiven: number;
  readonly pins: string[];
  readonly drops: { key: string; reason: string }[];
  readonly order: string[];
}

/** The steering an agenda stands under now. */
export function steeringOf(agenda: RefreshAgenda): Steering {
  return {
    minutesGiven: agenda.minutesGiven,
    pins: agenda.candidates.filter((one) => one.isPinned).map((one) => one.key),
    drops: agenda.candidates.flatMap((one) => (one.dropReason === null ? [] : [{ key: one.key, reason: one.dropReason }])),
    order: [...agenda.order],
  };
}

/** Pins a candidate, which takes back its drop; or lets it go. */
export function withPin(steering: Steering, key: string, isPinned: boolean): Steering {
  const others = steering.pins.filter((one) => one !== key);
  return { ...steering, pins: isPinned ? [...others, key] : others, drops: steering.drops.filter((one) => one.key !== key) };
}

/** Drops a candidate with a reason, which takes back its pin; null lets it compete again. */
export function withDrop(steering: Steering, key: string, reason: string | null): Steering {
  const others = steering.drops.filter((one) => one.key !== key);
  return { ...steering, pins: steering.pins.filter((one) => one !== key), drops: reason === null ? others : [...others, { key, reason }] };
}

/** The keys with one of them moved a place up (-1) or down (1); unchanged at either end. */
export function withMove(keys: readonly string[], key: string, by: -1 | 1): readonly string[] {
  const at = keys.indexOf(key);
  if (at < 0 || at + by < 0 || at + by >= keys.length) return keys;
  const others = keys.filter((one) => one !== key);
  return [...others.slice(0, at + by), key, ...others.slice(at + by)];
}
