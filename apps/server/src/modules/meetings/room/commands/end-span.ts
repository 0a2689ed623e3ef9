import { sql } from 'kysely';
import type { Transaction } from '#platform/context';

/** Ends what the meeting is at. A server's clock that was set back does not end it before it began. */
export async function endSpan(tx: Transaction, meetingId: string): Promise<void> {
  await tx.db
    .updateTable('meetings.item_span')
    .set({ ended_at: sql<Date>`greatest(started_at, ${tx.now}::timestamptz)` })
    .where('meeting_id', '=', meetingId)
    .where('ended_at', 'is', null)
    .execute();
}
