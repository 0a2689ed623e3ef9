import { witaDate, workingDaysBetween } from '@makaverse/calendar';
import type { NominationAction, NominationState } from '@makaverse/contract/programmes';
import * as broken from './broken-rules.ts';
import { dueAfter, firstDue } from './deadlines.ts';

/** Why the system itself added a step. */
export type StepCause = 'position-ended' | NoticeCause;
export type NoticeCause = 'before-due' | 'at-due' | 'rung-unit-head' | 'rung-assistant' | 'rung-secretary' | 'rung-mayor';

/** What can be done with a seat; reminders and escalations change nothing about it. */
export type Move = Exclude<NominationAction, 'remind' | 'escalate'>;

interface Rule {
  readonly from: readonly NominationState[];
  readonly to: NominationState;
  readonly otherwise: new (state: NominationState) => broken.ImpossibleMove;
}

/** The whole life of a nomination, to be read aloud: "propose: from open, returned, declined or countered to proposed". */
export const moves: Readonly<Record<Move, Rule>> = {
  propose: { from: ['open', 'returned', 'declined', 'countered'], to: 'proposed', otherwise: broken.SeatNotOpen },
  return: { from: ['proposed', 'recommended'], to: 'returned', otherwise: broken.NothingToReturn },
  recommend: { from: ['proposed'], to: 'recommended', otherwise: broken.NothingToReview },
  appoint: { from: ['recommended'], to: 'appointed', otherwise: broken.NotRecommended },
  accept: { from: ['appointed'], to: 'accepted', otherwise: broken.NotAppointed },
  decline: { from: ['appointed'], to: 'declined', otherwise: broken.NotAppointed },
  counter: { from: ['appointed'], to: 'countered', otherwise: broken.NotAppointed },
  replace: { from: ['appointed', 'accepted'], to: 'open', otherwise: broken.NobodyToReplace },
  open: { from: ['proposed', 'recommended', 'appointed', 'accepted'], to: 'open', otherwise: broken.SeatAlreadyOpen },
  cancel: {
    from: ['open', 'proposed', 'returned', 'recommended', 'appointed', 'declined', 'countered', 'accepted'],
    to: 'cancelled',
    otherwise: broken.SeatGone,
  },
};

/** How a seat stands now. */
export interface Standing {
  readonly state: NominationState;
  /** Who is proposed, appointed or in charge; after a return or a refusal, about whom it was. */
  readonly personId: string | null;
  /** Whom the appointed person named in his place. */
  readonly suggestedId: string | null;
  readonly reasons: string | null;
  readonly proposedById: string | null;
  readonly movedById: string | null;
  readonly since: Date;
  readonly dueAt: Date | null;
  readonly lastStepAt: Date;
}

/** One line of the story. */
export interface Step {
  readonly at: Date;
  readonly action: NominationAction;
  readonly byId: string | null;
  readonly personId: string | null;
  readonly reason: string | null;
  readonly cause: StepCause | null;
  readonly workingDays: number;
  readonly wasLate: boolean;
  readonly dueAt: Date | null;
}

interface ByPerson {
  readonly byId: string;
  readonly at: Date;
}
/** What somebody does. */
export type Act =
  | (ByPerson & { readonly move: 'propose' | 'counter'; readonly personId: string; readonly reason: string })
  | (ByPerson & { readonly move: 'return' | 'decline' | 'replace'; readonly reason: string })
  | (ByPerson & { readonly move: 'recommend' | 'appoint'; readonly reason: string | null })
  | (ByPerson & { readonly move: 'accept' | 'cancel' })
  | { readonly move: 'open'; readonly byId: null; readonly at: Date; readonly cause: StepCause };

/** A seat as it stands after a step, and the step. */
export interface Moved {
  readonly standing: Standing;
  readonly step: Step;
}

/** Whether the state allows the move, whoever makes it. */
export function isPossible(state: NominationState, move: Move): boolean {
  return moves[move].from.includes(state);
}

/** A seat opens: the unit owes a name until the day named. */
export function openSeat(at: Date, nominationDueOn: string): Moved {
  return begin({ state: 'open', personId: null, at, dueAt: firstDue(nominationDueOn) });
}

/** A seat opens for the person the directive itself names: appointed by it, and asked for his answer like anybody. */
export function openAppointed(at: Date, personId: string, byId: string | null): readonly [Moved, Moved] {
  const opened = begin({ state: 'open', personId: null, at, dueAt: dueAfter('open', at) });
  const standing: Standing = {
    ...opened.standing,
    state: 'appointed',
    personId,
    movedById: byId,
    dueAt: dueAfter('appointed', at),
  };
  return [opened, { standing, step: { ...opened.step, action: 'appoint', byId, personId } }];
}

function begin(seat: { state: NominationState; personId: string | null; at: Date; dueAt: Date | null }): Moved {
  const { at } = seat;
  return {
    standing: { ...seat, suggestedId: null, reasons: null, proposedById: null, movedById: null, since: at, lastStepAt: at },
    step: { at, action: 'open', byId: null, personId: null, reason: null, cause: null, workingDays: 0, wasLate: false, dueAt: null },
  };
}

/** Makes a move, or throws the rule it breaks; the seat given stays as it is. */
export function makeMove(standing: Standing, act: Act): Moved {
  const { from, to, otherwise } = moves[act.move];
  if (standing.state === 'cancelled') throw new broken.SeatGone(standing.state);
  if (!from.includes(standing.state)) throw new otherwise(standing.state);
  refuseOwnCause(standing, act);
  // Two machines' clocks may differ by a moment; the story still runs forward.
  const at = act.at < standing.lastStepAt ? standing.lastStepAt : act.at;
  const after = seatAfter(standing, act);
  return {
    standing: {
      ...after,
      state: to,
      movedById: act.byId,
      since: at,
      dueAt: dueAfter(to, at),
      lastStepAt: at,
    },
    step: {
      at,
      action: act.move,
      byId: act.byId,
      personId: act.move === 'counter' ? act.personId : (after.personId ?? standing.personId),
      reason: 'reason' in act ? act.reason : null,
      cause: 'cause' in act ? act.cause : null,
      workingDays: daysTaken(standing.since, at),
      wasLate: isLate(standing.dueAt, at),
      dueAt: standing.dueAt,
    },
  };
}

/** A reminder or escalation as a step of the story; it moves nothing. */
export function noticeStep(standing: Standing, notice: { cause: NoticeCause; at: Date }): Step {
  const at = notice.at < standing.lastStepAt ? standing.lastStepAt : notice.at;
  return {
    at,
    action: notice.cause.startsWith('rung-') ? 'escalate' : 'remind',
    byId: null,
    personId: standing.personId,
    reason: null,
    cause: notice.cause,
    workingDays: daysTaken(standing.since, at),
    wasLate: isLate(standing.dueAt, at),
    dueAt: standing.dueAt,
  };
}

/** Past its deadline; the deadline's own instant is still in time. */
export function isLate(dueAt: Date | null, now: Date): boolean {
  return dueAt !== null && now > dueAt;
}

// Between the stages nobody judges his own cause; the policy asks the same, here it is the rule itself.
function refuseOwnCause(standing: Standing, act: Act): void {
  const { personId, proposedById, state } = standing;
  switch (act.move) {
    case 'accept':
    case 'decline':
    case 'counter':
      if (act.byId !== personId) throw new broken.AnswerOfAnother();
      if (act.move === 'counter' && act.personId === act.byId) throw new broken.CounterNamesSelf();
      return;
    case 'recommend':
      if (act.byId === proposedById || act.byId === personId) throw new broken.ReviewOfOwnProposal();
      return;
    case 'return':
      if (act.byId === personId || (state === 'proposed' && act.byId === proposedById)) throw new broken.ReviewOfOwnProposal();
      return;
    case 'appoint':
      if (act.byId === personId) throw new broken.SelfAppointed();
      return;
    default:
  }
}

/** Who stands in the seat after the move. */
function seatAfter(standing: Standing, act: Act): Standing {
  switch (act.move) {
    case 'propose':
      return { ...standing, personId: act.personId, suggestedId: null, reasons: act.reason, proposedById: act.byId };
    case 'counter':
      return { ...standing, suggestedId: act.personId };
    case 'replace':
    case 'open':
    case 'cancel':
      return { ...standing, personId: null, suggestedId: null, reasons: null, proposedById: null };
    default:
      return standing;
  }
}

function daysTaken(since: Date, at: Date): number {
  return Math.max(0, workingDaysBetween(witaDate(since), witaDate(at)));
}
