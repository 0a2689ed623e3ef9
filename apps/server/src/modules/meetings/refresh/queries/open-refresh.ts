import type { Context, Transaction } from '#platform/context';
import { EditConflict, NotAllowed, RecordMissing } from '#platform/errors';
import { lockMeeting, openMeeting, type KnownMeeting } from '../../queries/open-meeting.ts';
import type { MeetingRow, SteeringRow } from '../../tables.ts';
import { MeetingNotRefresh, RefreshAlreadyHeld } from '../domain/broken-rules.ts';
import type { Steering } from '../domain/draw.ts';
import { mayReadRefresh, maySteerRefresh } from '../policy.ts';
import { lineageOf, type Lineage } from './earlier-meetings.ts';
import { refreshAgendaOf } from './refresh-agenda.ts';

/** A refresh with what it goes back to and how it is steered. */
export interface KnownRefresh extends KnownMeeting, Lineage {
  readonly steering: Steering & Pick<SteeringRow, 'adopted_at' | 'version'>;
  /** The reader may steer it, and it has not been opened yet. */
  readonly maySteer: boolean;
}

const minuteMs = 60_000;
const [leastMinutes, mostMinutes] = [5, 600];

/** A refresh the reader may see. @throws RecordMissing | MeetingNotRefresh */
export async function openRefresh(context: Context, id: string): Promise<KnownRefresh> {
  return readable(context, await openMeeting(context, id));
}

/** As {@link openRefresh}, locked, to be steered as it was last read. @throws NotAllowed | RefreshAlreadyHeld | EditConflict */
export async function lockRefresh(tx: Transaction, id: string, version: number): Promise<KnownRefresh> {
  const refresh = await readable(tx, await lockMeeting(tx, id));
  const { row, facts, earlier, steering } = refresh;
  if (!maySteerRefresh(tx.actor, facts, earlier)) throw new NotAllowed();
  if (!isToBeHeld(row)) throw new RefreshAlreadyHeld();
  if (steering.version !== version) throw new EditConflict(await refreshAgendaOf(tx, refresh));
  return refresh;
}

async function readable(context: Context, meeting: KnownMeeting): Promise<KnownRefresh> {
  if (meeting.row.kind !== 'refresh') throw new MeetingNotRefresh();
  const lineage = await lineageOf(context.db, meeting.row.id);
  if (!mayReadRefresh(context.actor, meeting.facts, lineage.earlier)) throw new RecordMissing();
  const maySteer = isToBeHeld(meeting.row) && maySteerRefresh(context.actor, meeting.facts, lineage.earlier);
  return { ...meeting, ...lineage, steering: await steeringOf(context, meeting.row), maySteer };
}

function isToBeHeld(row: MeetingRow): boolean {
  return row.state === 'draft' || row.state === 'called';
}

// Until the chair says otherwise, the agenda may take as long as the meeting.
async function steeringOf({ db }: Context, row: MeetingRow): Promise<KnownRefresh['steering']> {
  const kept = await db.selectFrom('meetings.steering').selectAll().where('meeting_id', '=', row.id).executeTakeFirst();
  const length = Math.floor((row.ends_at.getTime() - row.starts_at.getTime()) / minuteMs);
  return {
    minutesGiven: kept?.minutes_given ?? Math.min(Math.max(length, leastMinutes), mostMinutes),
    pins: kept?.pins ?? [],
    drops: kept?.drops ?? [],
    order: kept?.key_order ?? [],
    adopted_at: kept?.adopted_at ?? null,
    version: kept?.version ?? 1,
  };
}
