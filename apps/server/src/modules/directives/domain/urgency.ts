import { workingDaysSince } from './ladder.ts';

const hourMs = 3_600_000;
/** Hours that are left, and how pressing that is; beyond the last it can wait. */
const pressing: readonly (readonly [hoursLeft: number, urgency: number])[] = [
  [24, 150],
  [48, 120],
  [168, 100],
];
const canWait = 50;
const withoutTerm = 60;
const late = 200;
const mostWorkingDays = 50;

/** How pressing something is that is asked of a person: what is late before what is due, by how long. */
export function urgencyOf(dueAt: Date | null, now: Date): number {
  if (dueAt === null) return withoutTerm;
  if (now > dueAt) return late + Math.min(workingDaysSince(dueAt, now), mostWorkingDays);
  const hoursLeft = (dueAt.getTime() - now.getTime()) / hourMs;
  return pressing.find(([hours]) => hoursLeft <= hours)?.[1] ?? canWait;
}
