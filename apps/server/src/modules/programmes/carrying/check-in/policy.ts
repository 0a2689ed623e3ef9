import type { Actor } from '#platform/actor';
import { isLeader } from '#modules/identity';
import { isInCharge, mayRate, type CarryingFacts } from '../policy.ts';

/** What looks wrong with a photo is judged by the reviewer: never by who is in charge of a part himself. */
export function mayJudgeEvidence(actor: Actor, facts: CarryingFacts): boolean {
  return mayRate(actor, facts);
}

/** The leadership reads what looks wrong; who is in charge does not learn what is being looked at before it is judged. */
export function mayReadFlags(actor: Actor, facts: CarryingFacts): boolean {
  return mayJudgeEvidence(actor, facts) || (isLeader(actor) && !isInCharge(actor, facts));
}

/** When and where a photo was taken is personal data of who took it: he reads it, and whoever may have to judge it. */
export function mayReadOrigin(actor: Actor, facts: CarryingFacts, evidence: { readonly byId: string }): boolean {
  return actor.personId === evidence.byId || mayReadFlags(actor, facts);
}
