import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#platform/actor';
import { isLeader, isReviewer, mayActWith, speaksForUnit, unitIdsOf } from '#modules/identity';
import { isStandIn, mayPropose } from '../policy.ts';

const uuids = (ids: readonly string[]): RawBuilder<string[]> => sql`${[...ids]}::uuid[]`;

/** `mayReadNomination` as a condition on `programmes.nomination`; a test holds the two against each other. */
export function isVisibleTo(actor: Actor): RawBuilder<boolean> {
  if (isLeader(actor) || mayActWith(actor, 'appoint')) return sql`true`;
  const spokenFor = unitIdsOf(actor).filter((unitId) => speaksForUnit(actor, unitId));
  return sql`(nomination.unit_id = any(${uuids(spokenFor)}) or nomination.person_id = ${actor.personId})`;
}

/** `isTurnOf` as a condition on `programmes.nomination`; the same test. */
export function isTurnOfSql(actor: Actor): RawBuilder<boolean> {
  const me = actor.personId;
  const units = unitIdsOf(actor);
  const proposesFor = units.filter((unitId) => mayPropose(actor, unitId));
  const heads = actor.positions.filter((one) => one.kind === 'head').map((one) => one.unitId);
  const isOthersCause = sql`(nomination.proposed_by_id is distinct from ${me} and nomination.person_id is distinct from ${me})`;
  const isNamed = sql`(nomination.reviewer_unit_id = any(${uuids(heads)})
    or (${isReviewer(actor)}::boolean and (nomination.reviewer_id is null or nomination.reviewer_id = ${me})))`;
  const isForStandIn = sql`(${isStandIn(actor)}::boolean
    and (nomination.reviewer_id = nomination.proposed_by_id or nomination.reviewer_id = nomination.person_id))`;
  // "is true": an absent reviewer or proposer must make a no, not an unknown.
  return sql`((case nomination.state
    when 'open' then nomination.unit_id = any(${uuids(proposesFor)})
    when 'returned' then nomination.unit_id = any(${uuids(proposesFor)})
    when 'declined' then nomination.unit_id = any(${uuids(proposesFor)})
    when 'countered' then nomination.unit_id = any(${uuids(proposesFor)})
    when 'proposed' then ${isOthersCause} and (${isNamed} or ${isForStandIn})
    when 'recommended' then ${mayActWith(actor, 'appoint')}::boolean and nomination.person_id <> ${me}
    when 'appointed' then nomination.person_id = ${me}
    else false end) is true)`;
}

/** Nobody has agreed to answer yet. */
export const isUnfinished: RawBuilder<boolean> = sql`nomination.state not in ('accepted','cancelled')`;
