import type { MeetingDetail } from '@makaverse/contract/meetings';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { setAudience } from '#modules/directives';
import { mayDraftMeeting, mayKeepMeeting } from '../../policy.ts';
import { lockMeeting, type KnownMeeting } from '../../queries/open-meeting.ts';
import { meetingDetailById } from '../../queries/meeting-views.ts';
import { MeetingNotOpenForChange, NobodyInvited } from '../domain/broken-rules.ts';
import { checkStillAhead } from '../domain/check-span.ts';
import { resolveFields, type SaidFields } from './resolve-fields.ts';
import { tellInvited } from './tell-invited.ts';
import { auditedFields, fieldColumns, writeInvited } from './write-meeting.ts';

/** A meeting that the actor may change now, as he last read it, locked. */
export async function lockToChange(tx: Transaction, asked: { id: string; version: number }): Promise<KnownMeeting> {
  const meeting = await lockMeeting(tx, asked.id, asked.version);
  if (!mayKeepMeeting(tx.actor, meeting.facts)) throw new NotAllowed();
  if (meeting.row.state !== 'draft' && meeting.row.state !== 'called') throw new MeetingNotOpenForChange();
  return meeting;
}

/** Changes a meeting before it is held. Of a called one everybody invited is told; who is invited no more gets a cancellation. */
export async function changeMeeting(tx: Transaction, asked: { id: string; version: number; fields: SaidFields }): Promise<MeetingDetail> {
  const { row, facts } = await lockToChange(tx, asked);
  // A kind carries rights of its own: whoever may not draft it may not turn another meeting into it either.
  if (asked.fields.kind !== row.kind && !mayDraftMeeting(tx.actor, asked.fields.kind)) throw new NotAllowed();
  const fields = await resolveFields(tx, asked.fields);
  const isCalled = row.state === 'called';
  if (isCalled && fields.invited.length === 0) throw new NobodyInvited();
  if (isCalled && fields.startsAt.getTime() !== row.starts_at.getTime()) checkStillAhead(fields.startsAt, tx.now);
  await tx.db
    .updateTable('meetings.meeting')
    .set({ ...fieldColumns(fields), sequence: row.sequence + (isCalled ? 1 : 0), version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
  await writeInvited(tx, row.id, fields);
  tx.audit({ action: 'meeting.changed', object: 'meeting', objectId: row.id, data: auditedFields(fields) });
  tx.touch(`meeting:${row.id}`);
  if (isCalled) {
    const unitIds = fields.invited.map((one) => one.unitId);
    await setAudience(tx, row.id, unitIds);
    tellInvited(tx, { meetingId: row.id, notice: 'meeting-changed', unitIds });
    const outIds = facts.unitIds.filter((unitId) => !unitIds.includes(unitId));
    if (outIds.length > 0) tellInvited(tx, { meetingId: row.id, notice: 'meeting-uninvited', unitIds: outIds });
  }
  return meetingDetailById(tx, row.id);
}
