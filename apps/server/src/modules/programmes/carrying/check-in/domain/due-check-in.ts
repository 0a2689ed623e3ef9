import { addDays, addWorkingDays, endOfWorkingDay, instantAt, isWorkingDay, weekday, witaDate, type CivilDate } from '@makaverse/calendar';

const friday = 5;
const openingTime = '08:00';

/** A report is owed each week: on Friday at closing time, or on the last working day before when that Friday is none. */
function deadlineOfFriday(day: CivilDate): Date {
  return endOfWorkingDay(isWorkingDay(day) ? day : addWorkingDays(day, -1));
}

/** The first deadline after a moment. Where a whole week is free its deadline falls together with that of the week before. */
export function deadlineAfter(moment: Date): Date {
  const today = witaDate(moment);
  let day = addDays(today, (friday - weekday(today) + 7) % 7);
  for (;;) {
    const deadline = deadlineOfFriday(day);
    if (deadline > moment) return deadline;
    day = addDays(day, 7);
  }
}

/** The last deadline at or before a moment. */
export function deadlineBefore(moment: Date): Date {
  const today = witaDate(moment);
  let day = addDays(today, 14 - ((weekday(today) - friday + 7) % 7));
  for (;;) {
    const deadline = deadlineOfFriday(day);
    if (deadline <= moment) return deadline;
    day = addDays(day, -7);
  }
}

/** Since when somebody is in charge, and which deadline the last report answered; null before the first. */
export interface Reporting {
  readonly since: Date;
  readonly answered: Date | null;
}

/** The deadline a report sent now answers: the one just missed, else the one to come. Of several missed ones only the last is owed. */
export function answeredBy(reporting: Reporting, now: Date): Date {
  const missed = missedDeadline(reporting, now);
  return missed ?? deadlineAfter(now);
}

/** The deadline that passed without a report, if one did. */
export function missedDeadline({ since, answered }: Reporting, now: Date): Date | null {
  const last = deadlineBefore(now);
  return last > since && (answered === null || answered < last) ? last : null;
}

/** The deadline that is owed now: the one missed, else the first to come that is not yet answered. */
export function owedDeadline(reporting: Reporting, now: Date): Date {
  const missed = missedDeadline(reporting, now);
  if (missed) return missed;
  const next = deadlineAfter(now);
  return reporting.answered !== null && reporting.answered >= next ? deadlineAfter(reporting.answered) : next;
}

/** When the reminder of a deadline leaves: at opening time of the working day before it. */
export function reminderOf(deadline: Date): Date {
  return instantAt(addWorkingDays(witaDate(deadline), -1), openingTime);
}

/** Until when the link in the reminder opens the report: a night longer than the deadline, for words that waited without network. */
export function linkEndOf(deadline: Date): Date {
  return new Date(deadline.getTime() + 24 * 3_600_000);
}
