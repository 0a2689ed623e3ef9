import type { Actor } from '#platform/actor';
import { isLeader, speaksForUnit } from '#modules/identity';
import { isReviewerOf } from '../policy.ts';

/** What a policy about carrying out a programme decides on. */
export interface CarryingFacts {
  /** The units that carry it, each with the person who agreed to answer; null while nobody has. */
  readonly parts: readonly { readonly unitId: string; readonly personId: string | null }[];
  readonly reviewerId: string | null;
  readonly reviewerUnitId: string | null;
}

/** The person in charge of a unit's part, or of any part when no unit is named. */
export function isInCharge(actor: Actor, facts: CarryingFacts, unitId?: string): boolean {
  return facts.parts.some((part) => part.personId === actor.personId && (unitId === undefined || part.unitId === unitId));
}

/** Only who is in charge of the unit's part reports on it: a report is somebody's word. */
export function mayCheckIn(actor: Actor, facts: CarryingFacts, unitId: string): boolean {
  return isInCharge(actor, facts, unitId);
}

/** The leadership, whoever is in charge, and who speaks for a unit that carries it write the plan. */
export function mayPlan(actor: Actor, facts: CarryingFacts): boolean {
  return isLeader(actor) || isInCharge(actor, facts) || facts.parts.some((part) => speaksForUnit(actor, part.unitId));
}

/** The reviewer rates and confirms what was done, never on a part he is in charge of himself. */
export function mayRate(actor: Actor, facts: CarryingFacts): boolean {
  return isReviewerOf(actor, facts) && !isInCharge(actor, facts);
}

/** What was planned once is the measure of what was done; only the leadership plans anew, and says why. */
export function mayReplan(actor: Actor): boolean {
  return isLeader(actor);
}
