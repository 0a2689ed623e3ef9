import type { MeetingDetail } from '@makaverse/contract/meetings';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { setAudience } from '#modules/directives';
import { mayKeepMeeting } from '../../policy.ts';
import { lockMeeting } from '../../queries/open-meeting.ts';
import { meetingDetailById } from '../../queries/meeting-views.ts';
import { MeetingNotDraft, NobodyInvited } from '../domain/broken-rules.ts';
import { checkStillAhead } from '../domain/check-span.ts';
import { tellInvited } from './tell-invited.ts';

/** Calls a drafted meeting: invitations go out, and its directives will be open to the units invited. */
export async function callMeeting(tx: Transaction, asked: { id: string; version: number }): Promise<MeetingDetail> {
  const { row, facts } = await lockMeeting(tx, asked.id, asked.version);
  if (!mayKeepMeeting(tx.actor, facts)) throw new NotAllowed();
  if (row.state !== 'draft') throw new MeetingNotDraft();
  if (facts.unitIds.length === 0) throw new NobodyInvited();
  checkStillAhead(row.starts_at, tx.now);
  await tx.db
    .updateTable('meetings.meeting')
    .set({ state: 'called', called_at: tx.now, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
  await setAudience(tx, row.id, facts.unitIds);
  tx.audit({ action: 'meeting.called', object: 'meeting', objectId: row.id, data: { units: facts.unitIds.length } });
  tx.touch(`meeting:${row.id}`);
  tellInvited(tx, { meetingId: row.id, notice: 'meeting-called', unitIds: facts.unitIds });
  return meetingDetailById(tx, row.id);
}
