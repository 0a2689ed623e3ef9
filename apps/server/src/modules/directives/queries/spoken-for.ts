import type { Actor } from '#platform/actor';
import { headsUnit, isReviewer, speaksForUnit, unitIdsOf } from '#modules/identity';

/** Units whose word the actor's word is. */
export function spokenForUnitIds(actor: Actor): readonly string[] {
  return unitIdsOf(actor).filter((unitId) => speaksForUnit(actor, unitId));
}

/** Offices from which the actor reviews. */
export function reviewingUnitIds(actor: Actor): readonly string[] {
  return isReviewer(actor) ? unitIdsOf(actor).filter((unitId) => headsUnit(actor, unitId)) : [];
}
