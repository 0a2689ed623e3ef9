import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';

/** Opens a meeting's directives to the units invited to it, in place of those invited before. */
export async function setAudience(tx: Transaction<Actor | null>, meetingId: string, unitIds: Iterable<string>): Promise<void> {
  await tx.db.deleteFrom('directives.audience').where('meeting_id', '=', meetingId).execute();
  const invited = [...new Set(unitIds)].map((unitId) => ({ meeting_id: meetingId, unit_id: unitId }));
  if (invited.length > 0) await tx.db.insertInto('directives.audience').values(invited).execute();
}
