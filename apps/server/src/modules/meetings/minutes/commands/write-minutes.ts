import { text } from '#platform/language';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { lockMeeting } from '../../queries/open-meeting.ts';
import { digestOfMinutes } from '../digest.ts';
import { MinutesBeforeClose } from '../domain/broken-rules.ts';
import { draftText } from '../domain/draft-text.ts';
import { mayWriteMinutes } from '../policy.ts';
import { newestMinutes, versionsFor, type Minutes } from '../queries/minutes-versions.ts';
import { whatHappened } from '../queries/what-happened.ts';

/**
 * Writes a new draft version from what happened. Versions that are there already stay as they are, drafts too: nobody's words go because
 * somebody began anew.
 */
export async function writeMinutes(tx: Transaction, meetingId: string): Promise<Minutes> {
  const meeting = await lockMeeting(tx, meetingId);
  if (!mayWriteMinutes(tx.actor, meeting.facts)) throw new NotAllowed();
  if (meeting.row.state !== 'closed') throw new MinutesBeforeClose();
  const newest = (await versionsFor(tx, meeting))[0];
  const happened = await whatHappened(tx, meeting);
  const versionNumber = (newest?.version_number ?? 0) + 1;
  // Minutes are an official paper, in Indonesian (UU 24/2009 art. 27) whoever has them written.
  const words = draftText(happened, (key, params) => text('id', `minutes.${key}`, params));
  const digest = digestOfMinutes({ ...words, versionNumber, happened });
  await tx.db
    .insertInto('meetings.minutes')
    .values({
      meeting_id: meetingId,
      version_number: versionNumber,
      state: 'draft',
      summary: words.summary,
      sections: JSON.stringify(words.sections),
      happened: JSON.stringify(happened),
      digest,
      written_by_id: tx.actor.personId,
      written_at: tx.now,
      approved_by_id: null,
      approved_at: null,
      // The count goes on from version to version, so that an edit of one can never pass for an edit of another.
      version: (newest?.version ?? 0) + 1,
    })
    .execute();
  tx.audit({ action: 'minutes.written', object: 'meeting', objectId: meetingId, data: { versionNumber, digest } });
  tx.touch(`meeting:${meetingId}`);
  return newestMinutes(tx, meeting);
}
