import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { mayApproveMinutes } from '../../policy.ts';
import { lockMeeting } from '../../queries/open-meeting.ts';
import { newestMinutes, type Minutes } from '../queries/minutes-versions.ts';
import { openDraft } from './open-draft.ts';

/** The chair approves the newest draft; its digest in the audit log proves for ever what he approved. */
export async function approveMinutes(tx: Transaction, asked: { id: string; version: number }): Promise<Minutes> {
  const meeting = await lockMeeting(tx, asked.id);
  if (!mayApproveMinutes(tx.actor, meeting.facts)) throw new NotAllowed();
  const { version_number: versionNumber, digest, version } = await openDraft(tx, meeting, asked.version);
  await tx.db
    .updateTable('meetings.minutes')
    .set({ state: 'approved', approved_by_id: tx.actor.personId, approved_at: tx.now, version: version + 1 })
    .where('meeting_id', '=', asked.id)
    .where('version_number', '=', versionNumber)
    .execute();
  tx.audit({ action: 'minutes.approved', object: 'meeting', objectId: asked.id, data: { versionNumber, digest } });
  tx.touch(`meeting:${asked.id}`);
  return newestMinutes(tx, meeting);
}
