import type { CandidateKind } from '@makaverse/contract/meetings-room';
import { selectWithin } from './select.ts';
import type { Topic } from './trouble.ts';
import { weigh, type Weight } from './weigh.ts';

/** How the chair steers what would otherwise write itself. Keys of troubles that have ended meanwhile are without effect. */
export interface Steering {
  readonly minutesGiven: number;
  readonly pins: readonly string[];
  readonly drops: readonly { readonly key: string; readonly reason: string }[];
  /** Keys in the order the chair wants; those it does not name follow. */
  readonly order: readonly string[];
}

/** A topic with its weight and what became of it. */
interface DrawnTopic extends Topic, Weight {
  readonly isSelected: boolean;
  readonly isPinned: boolean;
  readonly dropReason: string | null;
  readonly leftOut: 'no-room' | 'dropped' | null;
}

/** The agenda that wrote itself. */
export interface Drawn {
  /** Every candidate: the selected ones in their order, then the rest, the most valuable first. */
  readonly topics: readonly DrawnTopic[];
  /** Keys of the selected ones, in the order in which they are talked about. */
  readonly order: readonly string[];
  readonly minutesUsed: number;
  readonly valueSelected: number;
}

/**
 * Draws the agenda: dropped topics out, pinned ones in, and of the rest the selection of most value for the minutes that are left.
 * The minutes given are never exceeded: pins that have outgrown them are themselves selected by value (saving such pins is refused,
 * see `findContradiction`).
 */
export function drawAgenda(topics: readonly Topic[], steering: Steering): Drawn {
  const dropReasons = new Map(steering.drops.map((one) => [one.key, one.reason]));
  const pins = new Set(steering.pins);
  const weighed = topics.map((topic) => ({ ...topic, ...weigh(topic) }));
  const eligible = weighed.filter((one) => !dropReasons.has(one.key));
  const pinned = selectTopics(
    eligible.filter((one) => pins.has(one.key)),
    steering.minutesGiven,
  );
  const minutesOf = (keys: ReadonlySet<string>): number => sum(weighed, keys, 'minutes');
  const others = selectTopics(
    eligible.filter((one) => !pins.has(one.key)),
    steering.minutesGiven - minutesOf(pinned),
  );
  const selected = new Set([...pinned, ...others]);
  const drawn = weighed.map((one): DrawnTopic => {
    const dropReason = dropReasons.get(one.key) ?? null;
    const isSelected = selected.has(one.key);
    const leftOut = isSelected ? null : dropReason === null ? 'no-room' : 'dropped';
    return { ...one, isSelected, isPinned: pins.has(one.key) && dropReason === null, dropReason, leftOut };
  });
  const inOrder = orderTopics(
    drawn.filter((one) => one.isSelected),
    steering.order,
  );
  const rest = drawn.filter((one) => !one.isSelected).toSorted((a, b) => b.value - a.value || byText(a.rank, b.rank));
  return {
    topics: [...inOrder, ...rest],
    order: inOrder.map((one) => one.key),
    minutesUsed: minutesOf(selected),
    valueSelected: sum(weighed, selected, 'value'),
  };
}

/** Keys of the selection of most value; between equals their rank decides. */
function selectTopics(topics: readonly (Topic & Weight)[], minutes: number): ReadonlySet<string> {
  const ranks = selectWithin(
    topics.map((one) => ({ key: one.rank, value: one.value, minutes: one.minutes })),
    minutes,
  );
  return new Set(topics.flatMap((one) => (ranks.has(one.rank) ? [one.key] : [])));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function sum(all: readonly (Weight & { readonly key: string })[], keys: ReadonlySet<string>, of: keyof Weight): number {
  return all.reduce((total, one) => (keys.has(one.key) ? total + one[of] : total), 0);
}

/** In the order in which one thing must be settled before the next: who answers, who vets, who appoints, then how it goes. */
const stepOrder: readonly CandidateKind[] = [
  'unacknowledged',
  'refused',
  'without-nominee',
  'awaiting-review',
  'awaiting-appointment',
  'awaiting-acceptance',
  'silent',
  'blocked',
  'late',
  'undecided',
];

/**
 * The order of talking: what the chair has ordered by hand, then what he pinned, then the rest. Within each part topics of one
 * directive stay together in the order of their steps, and the matter with the most valuable topic comes first.
 */
function orderTopics(selected: readonly DrawnTopic[], byHand: readonly string[]): DrawnTopic[] {
  const place = new Map(byHand.map((key, index) => [key, index]));
  const matterOf = ({ subjects: [first, second], rank }: DrawnTopic): string => (second ? rank : `${first!.number} ${first!.id}`);
  const worth = new Map<string, number>();
  for (const one of selected) worth.set(matterOf(one), Math.max(worth.get(matterOf(one)) ?? 0, one.value));
  return selected.toSorted((a, b) => {
    const [placeA, placeB] = [place.get(a.key) ?? Infinity, place.get(b.key) ?? Infinity];
    if (placeA !== placeB) return placeA - placeB;
    return (
      Number(b.isPinned) - Number(a.isPinned) ||
      worth.get(matterOf(b))! - worth.get(matterOf(a))! ||
      byText(matterOf(a), matterOf(b)) ||
      stepOrder.indexOf(a.kind) - stepOrder.indexOf(b.kind) ||
      byText(a.rank, b.rank)
    );
  });
}

/** Why a steering cannot be followed, or null. */
export type Contradiction =
  | { readonly code: 'refresh-pinned-and-dropped'; readonly key: string }
  | { readonly code: 'refresh-pins-too-long'; readonly minutesPinned: number };

/** Finds what the chair asks for that cannot be: a topic both pinned and dropped, or pins that do not fit the minutes. */
export function findContradiction(topics: readonly Topic[], steering: Steering): Contradiction | null {
  const dropped = new Set(steering.drops.map((one) => one.key));
  const pins = new Set(steering.pins);
  const both = steering.pins.find((key) => dropped.has(key));
  if (both !== undefined) return { code: 'refresh-pinned-and-dropped', key: both };
  const minutesPinned = topics.filter((one) => pins.has(one.key)).reduce((total, one) => total + weigh(one).minutes, 0);
  return minutesPinned > steering.minutesGiven ? { code: 'refresh-pins-too-long', minutesPinned } : null;
}
