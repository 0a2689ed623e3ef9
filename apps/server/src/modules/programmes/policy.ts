import type { NominationState } from '@makaverse/contract/programmes';
import type { Actor } from '#platform/actor';
import { headsUnit, isLeader, isMayor, isReviewer, isWithin, mayActWith, speaksForUnit } from '#modules/identity';
import { isPossible, type Move } from './domain/nomination.ts';

/** What a policy about a nomination decides on. */
export interface SeatFacts {
  readonly state: NominationState;
  readonly unitId: string;
  readonly personId: string | null;
  readonly proposedById: string | null;
  readonly reviewerId: string | null;
  readonly reviewerUnitId: string | null;
}

/** Moves a person makes by himself; opening and cancelling follow from other acts. */
export const personMoves = [
  'propose',
  'recommend',
  'return',
  'appoint',
  'accept',
  'decline',
  'counter',
  'replace',
] as const satisfies readonly Move[];
export type PersonMove = (typeof personMoves)[number];

/** The leadership starts programmes and corrects them; being the city's common plan, every signed-in official reads them. */
export function mayKeepProgrammes(actor: Actor): boolean {
  return isLeader(actor);
}

/** Who speaks for the unit, the person it is about, who appoints, and the leadership, to which reviewers belong by office. */
export function mayReadNomination(actor: Actor, seat: Pick<SeatFacts, 'unitId' | 'personId'>): boolean {
  return isConcerned(actor, seat) || actor.personId === seat.personId;
}

/** Reads it for the office's sake, and so all of it; who is only proposed does not read why others declined. */
export function isConcerned(actor: Actor, seat: Pick<SeatFacts, 'unitId'>): boolean {
  return isLeader(actor) || mayActWith(actor, 'appoint') || speaksForUnit(actor, seat.unitId);
}

/** A step's reason is read by whom the nomination concerns by office, by who gave it, and by whom it is about. */
export function mayReadReason(
  actor: Actor,
  seat: Pick<SeatFacts, 'unitId'>,
  step: { readonly byId: string | null; readonly personId: string | null },
): boolean {
  return isConcerned(actor, seat) || step.byId === actor.personId || step.personId === actor.personId;
}

/** Head or deputy of the unit, acting ones too, by a position in that very unit. */
export function mayPropose(actor: Actor, unitId: string): boolean {
  return actor.positions.some((one) => one.unitId === unitId && (one.kind === 'head' || one.kind === 'deputy'));
}

/**
 * The named reviewer, or who heads the office he was named from. Where the reviewer himself proposed or is proposed, the others of
 * the leadership below the mayor stand in, because nobody reviews his own.
 */
export function mayReview(actor: Actor, seat: Omit<SeatFacts, 'state' | 'unitId'>): boolean {
  const { personId, proposedById, reviewerId, reviewerUnitId } = seat;
  if (actor.personId === proposedById || actor.personId === personId) return false;
  return isReviewerOf(actor, { reviewerId, reviewerUnitId }) || (isReviewerPartial(seat) && isStandIn(actor));
}

/** The reviewer of the seat, by name or by office. Where none was ever named, every reviewer is. */
export function isReviewerOf(actor: Actor, seat: Pick<SeatFacts, 'reviewerId' | 'reviewerUnitId'>): boolean {
  if (seat.reviewerUnitId !== null && headsUnit(actor, seat.reviewerUnitId)) return true;
  return isReviewer(actor) && (seat.reviewerId === null || seat.reviewerId === actor.personId);
}

/** Whether the reviewer has a part in the proposal. */
export function isReviewerPartial(seat: Pick<SeatFacts, 'reviewerId' | 'personId' | 'proposedById'>): boolean {
  return seat.reviewerId !== null && (seat.reviewerId === seat.proposedById || seat.reviewerId === seat.personId);
}

/** City secretary, assistants and expert staff: they review for a reviewer who cannot. */
export function isStandIn(actor: Actor): boolean {
  return isLeader(actor) && !isMayor(actor);
}

/** The mayor, or who holds his power to appoint; not for himself. */
export function mayAppoint(actor: Actor, seat: Pick<SeatFacts, 'personId'>): boolean {
  return mayActWith(actor, 'appoint') && actor.personId !== seat.personId;
}

/** Only the person himself. */
export function mayAnswer(actor: Actor, seat: Pick<SeatFacts, 'personId'>): boolean {
  return actor.personId === seat.personId;
}

/** Whether the move is this person's to make, if the state allows it. The one guard of every command and of `mayDo`. */
export function mayMove(actor: Actor, seat: SeatFacts, move: PersonMove): boolean {
  switch (move) {
    case 'propose':
      return mayPropose(actor, seat.unitId);
    case 'recommend':
      return mayReview(actor, seat);
    case 'return':
      // A recommended one is on the mayor's table; who appoints may also give it back.
      return seat.state === 'recommended' ? mayAppoint(actor, seat) : mayReview(actor, seat);
    case 'appoint':
      return mayAppoint(actor, seat);
    case 'accept':
    case 'decline':
    case 'counter':
      return mayAnswer(actor, seat);
    case 'replace':
      return mayPropose(actor, seat.unitId) || isReviewerOf(actor, seat) || isMayor(actor);
  }
}

/** The moves a person may make now. */
export function movesOf(actor: Actor, seat: SeatFacts): readonly PersonMove[] {
  return personMoves.filter((move) => isPossible(seat.state, move) && mayMove(actor, seat, move));
}

/** Whether the step that is due is this person's: what he may replace does not wait for him. */
export function isTurnOf(actor: Actor, seat: SeatFacts): boolean {
  return movesOf(actor, seat).some((move) => move !== 'replace');
}

/** A person's load and record: himself, the leadership, who appoints, and who speaks for a unit of his or above it. */
export function mayReadRecord(actor: Actor, person: { readonly id: string; readonly unitPaths: readonly (readonly string[])[] }): boolean {
  if (actor.personId === person.id || isLeader(actor) || mayActWith(actor, 'appoint')) return true;
  return person.unitPaths.some((path) => isWithin(actor, path) && path.some((unitId) => speaksForUnit(actor, unitId)));
}
