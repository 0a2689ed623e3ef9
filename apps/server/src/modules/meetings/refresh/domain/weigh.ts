import type { CandidateKind } from '@makaverse/contract/meetings-room';
import type { Rung } from '@makaverse/contract/programmes';
import type { Topic } from './trouble.ts';

/** What the meeting gains by talking about a topic, and how long that takes. */
export interface Weight {
  readonly value: number;
  readonly minutes: number;
}

/**
 * How much of the trouble a meeting can end on the spot. A refusal, a missing name or an obstacle is settled by asking the people in the
 * room; a proposal that waits for its reviewer can be settled without them; an acceptance still within its term may come by itself.
 */
const worthOf: Readonly<Record<CandidateKind, number>> = {
  refused: 40,
  blocked: 36,
  'without-nominee': 35,
  silent: 32,
  late: 30,
  undecided: 30,
  'awaiting-appointment': 30,
  'awaiting-review': 20,
  unacknowledged: 20,
  'awaiting-acceptance': 15,
};
/** Nobody else can appoint; what waits for that waits for this meeting. */
const mayorAlone: ReadonlySet<CandidateKind> = new Set(['awaiting-appointment']);
const worthOfMayorAlone = 25;
const worthPerWorkingDay = 2;
const countedWorkingDays = 20;
const worthOfRung: Readonly<Record<Rung, number>> = { none: 0, 'unit-head': 5, assistant: 10, secretary: 20, mayor: 30 };
const worthPerDoubling = 8;
const worthOfRed = 10;

/** Saying yes takes two minutes; hearing why something is late takes four; finding another person, or a way around
 * what blocks, takes five. */
const minutesOf: Readonly<Record<CandidateKind, number>> = {
  refused: 5,
  blocked: 5,
  late: 4,
  silent: 4,
  undecided: 4,
  'without-nominee': 3,
  'awaiting-appointment': 2,
  'awaiting-review': 2,
  unacknowledged: 2,
  'awaiting-acceptance': 2,
};
const mostExtraMinutes = 6;

/** How often a number can be halved until nothing is left: 1 → 1, 2 and 3 → 2, 153 → 8. In whole numbers, so equal on every machine. */
const doublings = (count: number): number => 32 - Math.clz32(count);

/**
 * Weighs a topic, in whole numbers:
 *
 *     value   = worth of its kind
 *             + 2 for each working day it is late, counted up to 20
 *             + 5, 10, 20 or 30 for the rung it has climbed to
 *             + 8 for each doubling of the units that hang on it (those that must answer and all below them)
 *             + 10 when a programme among them is red
 *             + 25 when the mayor alone can decide it
 *     minutes = minutes of its kind + 1 for each doubling of the units that must answer (or of the directives one unit answers
 *               for) beyond the first, at most 6
 */
export function weigh(topic: Topic): Weight {
  const answering = Math.max(topic.unitIds.length, topic.subjects.length);
  return {
    value:
      worthOf[topic.kind] +
      worthPerWorkingDay * Math.min(Math.max(topic.workingDaysLate, 0), countedWorkingDays) +
      worthOfRung[topic.rung] +
      worthPerDoubling * doublings(answering + topic.unitsBelow) +
      (topic.isRed ? worthOfRed : 0) +
      (mayorAlone.has(topic.kind) ? worthOfMayorAlone : 0),
    minutes: minutesOf[topic.kind] + Math.min(doublings(answering) - 1, mostExtraMinutes),
  };
}
