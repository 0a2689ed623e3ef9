import type { Transaction } from '#platform/context';
import { EditConflict } from '#platform/errors';
import type { KnownMeeting } from '../../queries/open-meeting.ts';
import type { MinutesRow } from '../../tables.ts';
import { MinutesAlreadyApproved } from '../domain/broken-rules.ts';
import { pickVersion, presentMinutes, versionsFor } from '../queries/minutes-versions.ts';

/**
 * The newest version of a locked meeting, to be changed. @throws MinutesNotWritten | MinutesAlreadyApproved | EditConflict
 */
export async function openDraft(tx: Transaction, meeting: KnownMeeting, version: number): Promise<MinutesRow> {
  const versions = await versionsFor(tx, meeting);
  const newest = pickVersion(versions);
  if (newest.state === 'approved') throw new MinutesAlreadyApproved();
  if (newest.version !== version) throw new EditConflict(await presentMinutes(tx, newest, versions));
  return newest;
}
