import type { Actor } from '#platform/actor';
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

/** A meeting whoever asks; the caller decides to whom it is open. */
export async function findMeeting(db: Context['db'], id: string): Promise<KnownMeeting | null> {
  return known(db, await db.selectFrom('meetings.meeting').selectAll().where('id', '=', id).executeTakeFirst());
}

/** A meeting the reader may see. @throws RecordMissing when there is none, or not for him */
export async function openMeeting(context: Context, id: string): Promise<KnownMeeting> {
  return openTo(context.actor, await findMeeting(context.db, id));
}

/** The meeting that was found, for somebody who may see it. @throws RecordMissing as {@link openMeeting} */
export function openTo<M extends KnownMeeting>(actor: Actor, meeting: M | null): M {
  if (!meeting || !mayReadMeeting(actor, meeting.facts)) throw new RecordMissing();
  return meeting;
}

/**
 * As {@link openMeeting}, locked until the transaction ends; every command on a meeting begins here. With a `version` it must be the
 * meeting's present one.
 */
export async function lockMeeting(tx: Transaction, id: string, version?: number): Promise<KnownMeeting> {
  const row = await tx.db.selectFrom('meetings.meeting').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  const meeting = openTo(tx.actor, await known(tx.db, row));
  if (version !== undefined && version !== meeting.row.version) throw new EditConflict(await meetingDetailOf(tx, meeting.row));
  return meeting;
}

async function known(db: Context['db'], row: MeetingRow | undefined): Promise<KnownMeeting | null> {
  const facts = row && (await factsOf(db, [row])).get(row.id);
  return row && facts ? { row, facts } : null;
}

/** Whether somebody may see a meeting. */
export async function canReadMeeting(context: Context, id: string): Promise<boolean> {
  const meeting = await findMeeting(context.db, id);
  return meeting !== null && mayReadMeeting(context.actor, meeting.facts);
}
