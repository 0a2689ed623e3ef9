import type { NominationState, Rung } from '@makaverse/contract/programmes';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { directiveFacts, rungOf } from '#modules/directives';
import { isUnfinished } from './nomination-conditions.ts';

/** A seat for which nobody has agreed to answer, with the facts by which it is weighed. */
export interface PendingNomination {
  readonly nominationId: string;
  /** The task the seat is of; null for a programme's. */
  readonly taskId: string | null;
  readonly subject: { readonly kind: 'directive' | 'programme'; readonly id: string; readonly number: string; readonly title: string };
  readonly unitId: string;
  readonly state: NominationState;
  readonly workingDaysLate: number;
  readonly rung: Rung;
}

/**
 * All seats nobody fills yet, in a stable order. With a meeting named, those of its directives, and those of programmes, which are of no
 * one meeting. Whoever asks must be entitled to the whole.
 */
export async function pendingNominations(
  context: Pick<Context<Actor | null>, 'db' | 'now'>,
  of: { meetingId?: string | undefined } = {},
): Promise<PendingNomination[]> {
  const rows = await context.db
    .selectFrom('programmes.nomination as nomination')
    .selectAll('nomination')
    .where(isUnfinished)
    .orderBy('nomination.id')
    .execute();
  const directiveIds = rows.flatMap((row) => (row.seat_kind === 'task' ? [row.subject_id] : []));
  const facts = of.meetingId === undefined ? null : await directiveFacts(context, [...new Set(directiveIds)]);
  return rows
    .filter((row) => row.seat_kind === 'programme' || facts === null || facts.get(row.subject_id)?.meetingId === of.meetingId)
    .map((row) => {
      const climb = row.due_at === null ? { rung: 'none' as const, workingDays: 0 } : rungOf(row.due_at, context.now);
      return {
        nominationId: row.id,
        taskId: row.seat_kind === 'task' ? row.seat_id : null,
        subject: {
          kind: row.seat_kind === 'task' ? 'directive' : 'programme',
          id: row.subject_id,
          number: row.subject_number,
          title: row.subject_title,
        },
        unitId: row.unit_id,
        state: row.state,
        workingDaysLate: climb.workingDays,
        rung: climb.rung,
      };
    });
}
