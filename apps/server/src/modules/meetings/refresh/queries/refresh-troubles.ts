import { pageOf } from '@makaverse/contract/pages';
import type { UnitBrief } from '@makaverse/contract/primitives';
import type { Context } from '#platform/context';
import { directiveFacts, troubledTasks } from '#modules/directives';
import { unitBriefs } from '#modules/identity';
import { pendingNominations, troubledProgrammes } from '#modules/programmes';
import { kindOfSeat, troublesOf, type SeatInTrouble, type TaskInTrouble } from '../domain/gather-troubles.ts';
import { gatherTopics, type Topic } from '../domain/trouble.ts';
import type { Lineage } from './earlier-meetings.ts';

/** The topics a refresh could talk about, and where each is looked at. */
export interface RefreshTopics {
  readonly topics: readonly Topic[];
  /** Every unit they name. */
  readonly units: ReadonlyMap<string, UnitBrief>;
  readonly hrefOf: (topic: Topic) => string;
}

/** Reads what does not go on by itself: of the meetings gone back to, or of the whole city where none is named. */
export async function refreshTopics(context: Context, of: Omit<Lineage, 'earlier'>): Promise<RefreshTopics> {
  const { meetingIds } = of;
  const tasks: TaskInTrouble[] = [];
  for (const one of meetingIds === null ? [{}] : meetingIds.map((meetingId) => ({ meetingId })))
    tasks.push(...(await troubledTasks(context, one)));
  const seats = await seatsOf(context, of);
  // Programmes belong to no one meeting; a refresh that looks at them looks at all of them.
  const parts = meetingIds === null || of.hasProgrammes ? await troubledProgrammes(context) : [];
  const troubles = troublesOf(tasks, seats, parts);
  const units = await unitBriefs(
    context.db,
    troubles.map((one) => one.unitId),
  );
  return {
    topics: gatherTopics(troubles, (unitId) => units.get(unitId)?.code ?? ''),
    units,
    hrefOf: (topic) => hrefOf(topic, seats),
  };
}

async function seatsOf(context: Context, { meetingIds, hasProgrammes }: Omit<Lineage, 'earlier'>): Promise<SeatInTrouble[]> {
  const seats = await pendingNominations(context);
  if (meetingIds === null) return seats;
  const isDirective = (seat: SeatInTrouble): boolean => seat.subject.kind === 'directive';
  const directives = await directiveFacts(context, [...new Set(seats.filter(isDirective).map((seat) => seat.subject.id))]);
  const meetingOf = (seat: SeatInTrouble): string | null => directives.get(seat.subject.id)?.meetingId ?? null;
  return seats.filter((seat) => (isDirective(seat) ? meetingIds.some((id) => id === meetingOf(seat)) : hasProgrammes));
}

/**
 * Where a topic can be settled: the one seat it is about, else the directive (with its chain where several units answer) or programme,
 * else the unit that has the same trouble with many of them.
 */
function hrefOf(topic: Topic, seats: readonly SeatInTrouble[]): string {
  const [subject, second] = topic.subjects;
  const [unitId] = topic.unitIds;
  if (second) return pageOf.unit(unitId!);
  const isAbout = (seat: SeatInTrouble): boolean =>
    seat.subject.id === subject!.id && kindOfSeat(seat) === topic.kind && seat.unitId === unitId;
  const seat = topic.unitIds.length === 1 ? seats.find(isAbout) : undefined;
  if (seat) return pageOf.nomination(seat.nominationId);
  if (subject!.kind === 'programme') return pageOf.programmeTruth(subject!.id);
  return topic.unitIds.length === 1 ? pageOf.directive(subject!.id) : pageOf.cascade(subject!.id);
}
