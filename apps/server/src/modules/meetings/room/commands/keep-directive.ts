import { witaDate } from '@makaverse/calendar';
import type { Directive, DirectiveParts } from '@makaverse/contract/directives';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { recordDirective } from '#modules/directives';
import { mayClerk } from '../../policy.ts';
import { lockMeeting } from '../../queries/open-meeting.ts';
import { ItemNotInAgenda, MeetingNotRunning, SpokenOutsideMeeting } from '../domain/broken-rules.ts';
import { spokenWithin } from '../domain/spoken-at.ts';
import { itemAt, spansOf } from '../queries/spans.ts';

/** Keeps a directive as the clerk heard it, complete or not; without a word on it, it is the chair's, at the item then under way. */
export async function keepDirective(
  tx: Transaction,
  asked: { id: string; parts: DirectiveParts; spokenAt: Date | undefined },
): Promise<Directive> {
  const { row, facts } = await lockMeeting(tx, asked.id);
  if (!mayClerk(tx.actor, facts)) throw new NotAllowed();
  if (row.state !== 'running') throw new MeetingNotRunning();
  const spokenAt = spokenWithin({ startedAt: row.started_at!, now: tx.now }, asked.spokenAt);
  if (!spokenAt) throw new SpokenOutsideMeeting();
  const saidItemId = asked.parts.agendaItemId;
  if (saidItemId) await refuseForeignItem(tx, row.id, saidItemId);
  const agendaItemId = saidItemId === undefined ? itemAt(await spansOf(tx.db, row.id), spokenAt) : saidItemId;
  return recordDirective(tx, {
    parts: { ...asked.parts, agendaItemId },
    meetingId: row.id,
    givenById: row.chair_id,
    spokenAt,
    meetingDay: witaDate(row.starts_at),
  });
}

async function refuseForeignItem(tx: Transaction, meetingId: string, itemId: string): Promise<void> {
  const query = tx.db.selectFrom('meetings.agenda_item').select('id').where('id', '=', itemId).where('meeting_id', '=', meetingId);
  if (!(await query.executeTakeFirst())) throw new ItemNotInAgenda();
}
