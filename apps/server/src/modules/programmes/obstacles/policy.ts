import type { ObstacleMove, ObstacleState } from '@makaverse/contract/programmes-obstacles';
import type { Actor } from '#platform/actor';
import { isLeader, isMayor, speaksForUnit, workUnitIds } from '#modules/identity';
import { isInCharge, type CarryingFacts } from '../carrying/policy.ts';
import { isReviewerOf, mayPropose } from '../policy.ts';
import { highest, lowest } from './domain/clock.ts';

/** What a policy about an obstacle decides on. */
export interface ObstacleFacts {
  readonly unitId: string;
  /** Null: an authority outside the city. */
  readonly removerUnitId: string | null;
  readonly reportedById: string;
  readonly carrying: CarryingFacts;
}

/** The leadership; whoever works in the unit that is blocked or in the one that can help; who is in charge, and who reported it. */
export function mayReadObstacle(actor: Actor, facts: ObstacleFacts): boolean {
  if (isLeader(actor) || actor.personId === facts.reportedById || isInCharge(actor, facts.carrying)) return true;
  return workUnitIds(actor).some((unitId) => unitId === facts.unitId || unitId === facts.removerUnitId);
}

/** Who is in charge of the part, who speaks for its unit, and the leadership say that it is blocked. */
export function mayReportObstacle(actor: Actor, carrying: CarryingFacts, unitId: string): boolean {
  return isLeader(actor) || isInCharge(actor, carrying, unitId) || speaksForUnit(actor, unitId);
}

/**
 * Whether it lies on this person's table when it stands on a rung: head or deputy of the unit that can remove it (of the unit that is
 * blocked, where it lies outside the city: the letter is theirs to write), the programme's reviewer, the city secretary, the mayor.
 */
export function holdsRung(actor: Actor, facts: ObstacleFacts, height: number): boolean {
  switch (height) {
    case 1:
      return mayPropose(actor, facts.removerUnitId ?? facts.unitId);
    case 2:
      return isReviewerOf(actor, facts.carrying);
    case 3:
      return actor.positions.some((one) => one.unitKind === 'secretariat' && (one.kind === 'head' || one.kind === 'deputy'));
    default:
      return isMayor(actor);
  }
}

/** Who is blocked by it knows best whether it still blocks. */
function isBlocked(actor: Actor, facts: ObstacleFacts): boolean {
  return actor.personId === facts.reportedById || isInCharge(actor, facts.carrying, facts.unitId) || speaksForUnit(actor, facts.unitId);
}

/** Whether the move is this person's to make while it stands on a rung; whether it can be made is the domain's to say. */
export function mayMoveObstacle(actor: Actor, facts: ObstacleFacts, at: { height: number; move: ObstacleMove }): boolean {
  const { height, move } = at;
  switch (move) {
    case 'take-on':
    case 'pass-up':
      return holdsRung(actor, facts, height);
    case 'solve':
      return isBlocked(actor, facts) || rungsUpTo(height).some((one) => holdsRung(actor, facts, one));
    case 'reopen':
      return isBlocked(actor, facts) || isReviewerOf(actor, facts.carrying);
    case 'write-letter':
    case 'send-letter':
    case 'answer-letter':
      return facts.removerUnitId === null && (isLeader(actor) || isBlocked(actor, facts));
  }
}

// Whom it lay with before may still remove it.
function rungsUpTo(height: number): readonly number[] {
  return Array.from({ length: Math.min(height, highest) }, (_, index) => lowest + index);
}

const ofState: Readonly<Record<ObstacleState, readonly ObstacleMove[]>> = {
  open: ['take-on', 'pass-up', 'solve'],
  'taken-on': ['take-on', 'pass-up', 'solve'],
  'with-authority': ['take-on', 'pass-up', 'solve'],
  solved: ['reopen'],
};

/** The moves a person may make now. */
export function obstacleMovesOf(
  actor: Actor,
  facts: ObstacleFacts,
  standing: { state: ObstacleState; height: number; isClimbing: boolean; letter: 'none' | 'written' | 'sent' | 'answered' },
): readonly ObstacleMove[] {
  const { state, height, isClimbing, letter } = standing;
  const possible = ofState[state].filter((move) => {
    if (move === 'take-on') return state === 'open' || isClimbing;
    return move !== 'pass-up' || height < highest;
  });
  const ofLetter: readonly ObstacleMove[] =
    state === 'solved'
      ? []
      : letter === 'none'
        ? ['write-letter']
        : letter === 'written'
          ? ['write-letter', 'send-letter']
          : letter === 'sent'
            ? ['answer-letter']
            : [];
  return [...possible, ...ofLetter].filter((move) => mayMoveObstacle(actor, facts, { height, move }));
}
