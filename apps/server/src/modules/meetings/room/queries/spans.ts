import type { Context } from '#platform/context';
import type { Span } from '../domain/room-clock.ts';

/** From when to when a meeting was at which item, in the order it happened. */
export async function spansOf(db: Context['db'], meetingId: string): Promise<Span[]> {
  const rows = await db
    .selectFrom('meetings.item_span')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ itemId: row.item_id, startedAt: row.started_at, endedAt: row.ended_at }));
}

/** The item a meeting was at at a moment, which may lie back: words kept without network belong where they were spoken. */
export function itemAt(spans: readonly Span[], moment: Date): string | null {
  const isAt = (span: Span): boolean => span.startedAt <= moment && (span.endedAt === null || span.endedAt > moment);
  return spans.findLast(isAt)?.itemId ?? null;
}
