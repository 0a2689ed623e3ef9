import { deadlineAfterWorkingDays, endOfWorkingDay, hoursLater } from '@makaverse/calendar';
import type { NominationState } from '@makaverse/contract/programmes';

/** How long each state may last. The unit's first term is the day named with the directive; every later one is this. */
const terms: Readonly<Record<NominationState, { readonly workingDays: number } | { readonly hours: number } | null>> = {
  open: { workingDays: 2 },
  proposed: { workingDays: 2 },
  returned: { workingDays: 2 },
  recommended: { workingDays: 2 },
  appointed: { hours: 48 },
  declined: { workingDays: 2 },
  countered: { workingDays: 2 },
  accepted: null,
  cancelled: null,
};

/** Until when the step that a state waits for must be taken, when the state began at an instant. */
export function dueAfter(state: NominationState, at: Date): Date | null {
  const term = terms[state];
  if (term === null) return null;
  return 'hours' in term ? hoursLater(at, term.hours) : deadlineAfterWorkingDays(at, term.workingDays);
}

/** The unit's first term ends when the offices close on the day named. */
export function firstDue(nominationDueOn: string): Date {
  return endOfWorkingDay(nominationDueOn);
}
