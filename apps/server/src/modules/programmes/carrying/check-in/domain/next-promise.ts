import type { CivilDate } from '@makaverse/calendar';
import { MilestoneNotOfPart, MoveWithoutReason, PromiseInPast, PromiseOfDone } from './broken-rules.ts';

/** A milestone as a report on one unit's part meets it. */
export interface PromisedMilestone {
  readonly programmeId: string;
  /** Null where it is the whole programme's. */
  readonly unitId: string | null;
  readonly promisedOn: CivilDate;
  readonly isDone: boolean;
}

/** Whether a milestone is of this unit's part: its own, or nobody's in particular. */
export function isOfPart(milestone: PromisedMilestone, part: { readonly programmeId: string; readonly unitId: string }): boolean {
  return milestone.programmeId === part.programmeId && (milestone.unitId === null || milestone.unitId === part.unitId);
}

/**
 * Checks a promise and says whether it moves the date.
 * @throws MilestoneNotOfPart, PromiseOfDone, PromiseInPast, MoveWithoutReason
 */
export function movesDate(
  milestone: PromisedMilestone | undefined,
  promise: { readonly on: CivilDate; readonly reason: string },
  part: { readonly programmeId: string; readonly unitId: string; readonly today: CivilDate },
): boolean {
  if (!milestone || !isOfPart(milestone, part)) throw new MilestoneNotOfPart();
  if (milestone.isDone) throw new PromiseOfDone();
  // A promise that is late already may be left as it is: it is late, and saying so again moves nothing.
  if (promise.on === milestone.promisedOn) return false;
  if (promise.on < part.today) throw new PromiseInPast();
  if (promise.reason === '') throw new MoveWithoutReason();
  return true;
}
