import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { lockMeeting } from '../../queries/open-meeting.ts';
import { digestOfMinutes } from '../digest.ts';
import { MinutesSectionUnknown } from '../domain/broken-rules.ts';
import type { MinutesText } from '../domain/happened.ts';
import { mayWriteMinutes } from '../policy.ts';
import { newestMinutes, type Minutes } from '../queries/minutes-versions.ts';
import { openDraft } from './open-draft.ts';

/** Edits the words of the newest draft; what happened stays as it was found. */
export async function editMinutes(tx: Transaction, asked: MinutesText & { id: string; version: number }): Promise<Minutes> {
  const meeting = await lockMeeting(tx, asked.id);
  if (!mayWriteMinutes(tx.actor, meeting.facts)) throw new NotAllowed();
  const draft = await openDraft(tx, meeting, asked.version);
  const { summary, sections } = asked;
  const items = new Set(draft.happened.agenda.map((item) => item.id));
  if (sections.some(({ agendaItemId }) => agendaItemId !== null && !items.has(agendaItemId))) throw new MinutesSectionUnknown();
  const versionNumber = draft.version_number;
  const digest = digestOfMinutes({ versionNumber, happened: draft.happened, summary, sections });
  await tx.db
    .updateTable('meetings.minutes')
    .set({ summary, sections: JSON.stringify(sections), digest, version: draft.version + 1 })
    .where('meeting_id', '=', asked.id)
    .where('version_number', '=', versionNumber)
    .execute();
  tx.audit({ action: 'minutes.edited', object: 'meeting', objectId: asked.id, data: { versionNumber, digest } });
  tx.touch(`meeting:${asked.id}`);
  return newestMinutes(tx, meeting);
}
