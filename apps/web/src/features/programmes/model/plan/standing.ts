import type { PlanMilestone, ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { daysBetween } from './time-scale.ts';

/** How a milestone stands today: its owner's word alone makes nothing done. */
export function standingOf(
  milestone: PlanMilestone,
  today: string,
): { kind: 'confirmed' | 'reported' | 'late' | 'coming'; daysLate: number } {
  if (milestone.confirmedOn) return { kind: 'confirmed', daysLate: 0 };
  const daysLate = Math.max(0, daysBetween(milestone.plannedOn, today));
  if (milestone.reportedDoneOn) return { kind: 'reported', daysLate };
  return { kind: daysLate > 0 ? 'late' : 'coming', daysLate };
}

/** What a stepped curve says on a day: the last value at or before it. */
export function stepAt<T extends { readonly on: string }>(points: readonly T[], on: string): T | null {
  return points.findLast((point) => point.on <= on) ?? null;
}

/** Share of the weights that was to be done by today, and that is confirmed. */
export function progressToday(plan: ProgrammePlan): { planned: number; confirmed: number } {
  return {
    planned: stepAt(plan.progress.planned, plan.today)?.percent ?? 0,
    confirmed: stepAt(plan.progress.confirmed, plan.today)?.percent ?? 0,
  };
}
