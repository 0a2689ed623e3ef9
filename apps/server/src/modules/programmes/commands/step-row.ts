import type { Insertable } from 'kysely';
import type { Database } from '#database/schema';
import type { Step } from '../domain/nomination.ts';

/** A step as it is stored. */
export function stepRow(kept: {
  id: string;
  nominationId: string;
  seq: number;
  step: Step;
}): Insertable<Database['programmes.nomination_step']> {
  const { step } = kept;
  return {
    id: kept.id,
    nomination_id: kept.nominationId,
    seq: kept.seq,
    at: step.at,
    action: step.action,
    by_id: step.byId,
    person_id: step.personId,
    reason: step.reason,
    cause: step.cause,
    working_days: step.workingDays,
    was_late: step.wasLate,
    due_at: step.dueAt,
  };
}
