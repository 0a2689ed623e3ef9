import { witaDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { Transaction } from '#platform/context';
import { headsOf, holdersOf, mailPeople, personBriefs } from '#modules/identity';
import { invitation } from '../calendar-object.ts';

/** What the invited are told. */
export type MeetingNotice = 'meeting-called' | 'meeting-changed' | 'meeting-uninvited' | 'meeting-cancelled';

interface Telling {
  readonly meetingId: string;
  readonly notice: MeetingNotice;
  readonly unitIds: readonly string[];
}

/** Queues the letters about a meeting; they leave after the commit. */
export function tellInvited(tx: Transaction, telling: Telling): void {
  tx.enqueue({ name: 'meetings.tell-invited', payload: { ...telling } });
}

/** Writes to heads and secretaries of the units, and to chair and clerks, with the calendar object to add, change or take away. */
export async function sendInvitations(tx: Transaction<null>, { meetingId, notice, unitIds }: Telling): Promise<void> {
  const row = await tx.db.selectFrom('meetings.meeting').selectAll().where('id', '=', meetingId).executeTakeFirst();
  if (!row) return;
  const on = witaDate(tx.now);
  const holders = await holdersOf(tx.db, { unitIds, kinds: ['head', 'secretary'], on });
  const serving = await tx.db.selectFrom('meetings.meeting_clerk').select('person_id').where('meeting_id', '=', meetingId).execute();
  const isGoodbye = notice === 'meeting-uninvited';
  const heads = await headsOf(tx.db, unitIds, on);
  const staying = isGoodbye ? [] : [row.chair_id, ...serving.map((one) => one.person_id)];
  const chair = (await personBriefs(tx.db, [row.chair_id], tx.now)).get(row.chair_id);
  const method = notice === 'meeting-cancelled' || isGoodbye ? 'CANCEL' : 'REQUEST';
  mailPeople(tx, {
    personIds: [...heads.values(), ...holders.map((one) => one.personId), ...staying],
    template: notice,
    params: {
      title: row.title,
      startsAt: row.starts_at.toISOString(),
      place: row.place || row.link || '—',
      chair: chair?.name ?? '',
      reason: row.cancel_reason ?? '',
      meetingHref: pageOf.meeting(row.id),
    },
    calendar: { method, content: invitation(row, { method, chair: chair?.name ?? '', publicUrl: tx.request.publicUrl, now: tx.now }) },
  });
}
