import type { Meeting, MeetingKind, MeetingState } from '@makaverse/contract/meetings';
import type { Actor } from '#platform/actor';
import { belongsToUnit, isClerk, isLeader, isMayor, speaksForUnit, workUnitIds } from '#modules/identity';

/** What rights to a meeting are decided on. */
export interface MeetingFacts {
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  /** Invitations went out; a draft that is thrown away was nobody's business. */
  readonly wasCalled: boolean;
  readonly chairId: string;
  readonly clerkIds: readonly string[];
  readonly createdById: string;
  /** Units invited, each by its name or as one of a group. */
  readonly unitIds: readonly string[];
  readonly minutesState: Meeting['minutesState'];
}

export type MeetingMove = Meeting['mayDo'][number];

/** The leadership and the clerks read every meeting, drafts too. */
export function readsEveryMeeting(actor: Actor): boolean {
  return isLeader(actor) || isClerk(actor);
}

/** Who drafts meetings: the leadership, its clerks, and heads for their own units' coordination. */
export function mayDraftMeeting(actor: Actor, kind: MeetingKind): boolean {
  return readsEveryMeeting(actor) || (kind === 'coordination' && actor.positions.some((one) => one.kind === 'head'));
}

/** Chair, clerks, who drafted it and who stands in for the chair; and from the call on, whoever works in an invited unit. */
export function mayReadMeeting(actor: Actor, meeting: MeetingFacts): boolean {
  if (readsEveryMeeting(actor) || servesMeeting(actor, meeting)) return true;
  if (mayChair(actor, meeting) || mayApproveMinutes(actor, meeting)) return true;
  return meeting.wasCalled && workUnitIds(actor).some((unitId) => meeting.unitIds.includes(unitId));
}

function servesMeeting(actor: Actor, meeting: MeetingFacts): boolean {
  const { personId } = actor;
  return personId === meeting.chairId || personId === meeting.createdById || meeting.clerkIds.includes(personId);
}

/** Writes down what is said: the clerks named for it, whoever drafted it, and the chair. */
export function mayClerk(actor: Actor, meeting: MeetingFacts): boolean {
  return servesMeeting(actor, meeting);
}

/** Chairs it: the chair, or who holds the mayor's power to chair where the mayor is the chair. */
export function mayChair(actor: Actor, meeting: MeetingFacts): boolean {
  return actor.personId === meeting.chairId || holdsFrom(actor, 'chair', meeting.chairId);
}

/** Approves its minutes: the chair, or who holds his power to. */
export function mayApproveMinutes(actor: Actor, meeting: MeetingFacts): boolean {
  return actor.personId === meeting.chairId || holdsFrom(actor, 'approve-minutes', meeting.chairId);
}

function holdsFrom(actor: Actor, power: 'chair' | 'approve-minutes', fromPersonId: string): boolean {
  return actor.powers.some((one) => one.power === power && one.fromPersonId === fromPersonId);
}

/** Changes time, place, invited and agenda. */
export function mayKeepMeeting(actor: Actor, meeting: MeetingFacts): boolean {
  return servesMeeting(actor, meeting) || mayChair(actor, meeting) || isMayor(actor);
}

/** Opens it, moves through the agenda, closes it: the chair, or at his word the clerk. */
export function mayRunMeeting(actor: Actor, meeting: MeetingFacts): boolean {
  return mayChair(actor, meeting) || servesMeeting(actor, meeting);
}

/** A room checks in for its unit; who serves the meeting does it for any invited unit. */
export function mayCheckInUnit(actor: Actor, meeting: MeetingFacts, unitId: string): boolean {
  return servesMeeting(actor, meeting) || (workUnitIds(actor).includes(unitId) && belongsToUnit(actor, unitId));
}

/** Whose unit presents fills its slot until the meeting closes; the clerks may for it. */
export function mayFillSlot(actor: Actor, meeting: MeetingFacts, presenterUnitId: string | null): boolean {
  return mayClerk(actor, meeting) || (presenterUnitId !== null && meeting.wasCalled && speaksForUnit(actor, presenterUnitId));
}

const notHeldYet: readonly MeetingState[] = ['draft', 'called'];

/** What a person may do with a meeting now; every command asks the same. */
export function movesOf(actor: Actor, meeting: MeetingFacts): readonly MeetingMove[] {
  const { state, minutesState } = meeting;
  const can: Readonly<Record<MeetingMove, boolean>> = {
    edit: notHeldYet.includes(state) && mayKeepMeeting(actor, meeting),
    call: state === 'draft' && mayKeepMeeting(actor, meeting),
    cancel: notHeldYet.includes(state) && mayKeepMeeting(actor, meeting),
    start: state === 'called' && mayRunMeeting(actor, meeting),
    run: state === 'running' && mayRunMeeting(actor, meeting),
    clerk: state === 'running' && mayClerk(actor, meeting),
    close: state === 'running' && mayRunMeeting(actor, meeting),
    'check-in':
      (state === 'called' || state === 'running') &&
      (servesMeeting(actor, meeting) || workUnitIds(actor).some((unitId) => meeting.unitIds.includes(unitId))),
    'write-minutes': state === 'closed' && (mayClerk(actor, meeting) || mayApproveMinutes(actor, meeting)),
    'approve-minutes': state === 'closed' && minutesState === 'draft' && mayApproveMinutes(actor, meeting),
    'make-next': state === 'closed' && mayKeepMeeting(actor, meeting),
  };
  return (Object.keys(can) as MeetingMove[]).filter((move) => can[move]);
}
