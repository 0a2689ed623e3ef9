import type { Actor } from '#platform/actor';
import { headsUnit, isClerk, isLeader, isMayor, isReviewer, speaksForUnit, workUnitIds } from '#modules/identity';

/** Whom a directive concerns. Paths run from each unit up to the root of the tree. */
export interface DirectiveReaders {
  readonly givenById: string | null;
  readonly keptById: string | null;
  /** Paths of the units it addresses, and of those its tasks were passed on to. */
  readonly unitPaths: readonly (readonly string[])[];
  /** Persons named for it, agreed or not yet. */
  readonly personIds: readonly string[];
  /** Units invited to its meeting. */
  readonly audienceUnitIds: readonly string[];
}

/** Whom a task concerns. */
export interface TaskReaders {
  readonly givenById: string | null;
  readonly keptById: string | null;
  readonly unitPath: readonly string[];
  readonly personIds: readonly string[];
  /** Units of the tasks that hang below it. */
  readonly unitIdsBelow: readonly string[];
}

/** What moves of a task are decided on. */
export interface TaskOffices {
  readonly unitId: string;
  readonly picId: string | null;
  readonly appointeeId: string | null;
  readonly reportedById: string | null;
  readonly parentUnitId: string | null;
  readonly reviewerId: string | null;
  readonly reviewerUnitId: string | null;
}

/** The leadership and the clerks see every directive and every task. */
export function readsEverything(actor: Actor): boolean {
  return isLeader(actor) || isClerk(actor);
}

/** Addressed units and those above them, units it was passed on to, persons named for it, its giver and keeper, the meeting's units. */
export function mayReadDirective(actor: Actor, readers: DirectiveReaders): boolean {
  if (readsEverything(actor)) return true;
  if (actor.personId === readers.givenById || actor.personId === readers.keptById || readers.personIds.includes(actor.personId))
    return true;
  const mine = workUnitIds(actor);
  return mine.some((unitId) => readers.audienceUnitIds.includes(unitId) || readers.unitPaths.some((path) => path.includes(unitId)));
}

/** Its unit and those above it, persons named for it, the directive's giver and keeper, and the units below, which hang on it. */
export function mayReadTask(actor: Actor, readers: TaskReaders): boolean {
  if (readsEverything(actor)) return true;
  if (actor.personId === readers.givenById || actor.personId === readers.keptById || readers.personIds.includes(actor.personId))
    return true;
  return workUnitIds(actor).some((unitId) => readers.unitPath.includes(unitId) || readers.unitIdsBelow.includes(unitId));
}

/** Clerks, whoever wrote it down, and whoever gave it complete, correct and strike a directive that is not yet issued. */
export function mayMendDirective(
  actor: Actor,
  directive: { readonly givenById: string | null; readonly keptById: string | null },
): boolean {
  return isClerk(actor) || isMayor(actor) || actor.personId === directive.keptById || actor.personId === directive.givenById;
}

/** Anybody of the unit opens what was sent to it. */
export function mayMarkSeen(actor: Actor, task: TaskOffices): boolean {
  return workUnitIds(actor).includes(task.unitId) || actor.personId === task.picId || actor.personId === task.appointeeId;
}

/** Head, deputy, secretary of the unit, or its person in charge: they acknowledge, pass on and report. */
export function mayAnswerFor(actor: Actor, task: Pick<TaskOffices, 'unitId' | 'picId'>): boolean {
  return speaksForUnit(actor, task.unitId) || actor.personId === task.picId;
}

/** The reviewer, by name while he holds such an office, or by heading the office he was named from. */
export function isReviewerOf(actor: Actor, task: Pick<TaskOffices, 'reviewerId' | 'reviewerUnitId'>): boolean {
  if (task.reviewerUnitId !== null && headsUnit(actor, task.reviewerUnitId)) return true;
  return isReviewer(actor) && actor.personId === task.reviewerId;
}

/** The reviewer, the mayor, and for a task that was passed on also who speaks for the unit above. */
export function mayJudge(actor: Actor, task: TaskOffices): boolean {
  return isReviewerOf(actor, task) || isMayor(actor) || (task.parentUnitId !== null && speaksForUnit(actor, task.parentUnitId));
}

/** Nobody confirms what he reported or answers for himself. */
export function isOwnReport(actor: Actor, task: TaskOffices): boolean {
  return actor.personId === task.reportedById || actor.personId === task.picId;
}
