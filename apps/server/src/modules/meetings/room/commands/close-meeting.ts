import type { MeetingDetail } from '@makaverse/contract/meetings';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { gapsOfMeeting, issueDirectives } from '#modules/directives';
import { openTaskSeats } from '#modules/programmes';
import { mayRunMeeting } from '../../policy.ts';
import { meetingDetailById } from '../../queries/meeting-views.ts';
import { lockMeeting } from '../../queries/open-meeting.ts';
import { MeetingNotClosable, MeetingNotRunning } from '../domain/broken-rules.ts';
import { endSpan } from './end-span.ts';

/**
 * Closes a running meeting: its directives become tasks of the units addressed and of those below, and each that needs a person in charge
 * asks for one. One transaction holds it all: a meeting is closed and issued, or neither.
 */
export async function closeMeeting(tx: Transaction, asked: { id: string; version: number }): Promise<MeetingDetail> {
  const { row, facts } = await lockMeeting(tx, asked.id, asked.version);
  if (!mayRunMeeting(tx.actor, facts)) throw new NotAllowed();
  if (row.state !== 'running') throw new MeetingNotRunning();
  await refuseGaps(tx, row.id);
  await endSpan(tx, row.id);
  await tx.db
    .updateTable('meetings.meeting')
    .set({ state: 'closed', closed_at: tx.now, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
  const tasks = await issueDirectives(tx, row.id);
  await openTaskSeats(tx, tasks);
  const directives = new Set(tasks.map((task) => task.directiveId)).size;
  tx.audit({ action: 'meeting.closed', object: 'meeting', objectId: row.id, data: { directives } });
  tx.touch(`meeting:${row.id}`);
  return meetingDetailById(tx, row.id);
}

async function refuseGaps(tx: Transaction, meetingId: string): Promise<void> {
  const gaps = await gapsOfMeeting(tx, meetingId);
  if (gaps.length === 0) return;
  throw new MeetingNotClosable(
    gaps.map(({ code, text, href }) => ({ code, text, href })),
    new Set(gaps.map((gap) => gap.directiveId)).size,
  );
}
