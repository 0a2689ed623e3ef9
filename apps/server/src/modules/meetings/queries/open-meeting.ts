import type { Context, Transaction } from '#platform/context';
import { EditConflict, RecordMissing } from '#platform/errors';
import { mayReadMeeting, type MeetingFacts } from '../policy.ts';
import type { MeetingRow } from '../tables.ts';
import { factsOf } from './meeting-facts.ts';
import { meetingDetailOf } from './meeting-views.ts';

/** A meeting with what rights to it are decided on. */
export interface KnownMeeting {
  readonly row: MeetingRow;
  readonly facts: MeetingFacts;
}

/** A meeting the reader may see. @throws RecordMissing when there is none, or not for him */
export async function openMeeting(context: Context, id: string): Promise<KnownMeeting> {
  const row = await context.db.selectFrom('meetings.meeting').selectAll().where('id', '=', id).executeTakeFirst();
  return known(context, row);
}

/**
 * As {@link openMeeting}, locked until the transaction ends; every command on a meeting begins here. With a `version` it must be the
 * meeting's present one.
 */
export async function lockMeeting(tx: Transaction, id: string, version?: number): Promise<KnownMeeting> {
  const row = await tx.db.selectFrom('meetings.meeting').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  const meeting = await known(tx, row);
  if (version !== undefined && version !== meeting.row.version) throw new EditConflict(await meetingDetailOf(tx, meeting.row));
  return meeting;
}

async function known(context: Context, row: MeetingRow | undefined): Promise<KnownMeeting> {
  const facts = row && (await factsOf(context.db, [row])).get(row.id);
  if (!row || !facts || !mayReadMeeting(context.actor, facts)) throw new RecordMissing();
  return { row, facts };
}

/** Whether somebody may see a meeting. */
export async function canReadMeeting(context: Context, id: string): Promise<boolean> {
  const row = await context.db.selectFrom('meetings.meeting').selectAll().where('id', '=', id).executeTakeFirst();
  return row !== undefined && mayReadMeeting(context.actor, (await factsOf(context.db, [row])).get(id)!);
}
