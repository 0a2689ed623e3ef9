import { pageOf } from '@makaverse/contract/pages';
import type { Transaction } from '#platform/context';
import { newToken, notifyPeople, sendMail, tokenHash, unitBriefs } from '#modules/identity';
import { linkEndOf, owedDeadline, reminderOf } from '../domain/due-check-in.ts';
import { reportingSeats, type ReportingSeat } from '../queries/seats.ts';

/** The payload of one reminder's job. */
export interface CheckInReminder {
  readonly programmeId: string;
  readonly unitId: string;
  readonly personId: string;
}

/** Whether the reminder of a part's report is to leave now. */
function isDue(seat: ReportingSeat, now: Date): boolean {
  const deadline = owedDeadline(seat, now);
  return reminderOf(deadline) <= now && now < deadline;
}

/** Puts a reminder into the queue for each report that is due by the next working day; each leaves once. */
export async function remindCheckIns(tx: Transaction<null>): Promise<void> {
  const seats = (await reportingSeats(tx.db)).filter((seat) => isDue(seat, tx.now));
  const links = await tx.db
    .selectFrom('programmes.check_in_link')
    .select(['programme_id', 'unit_id', 'person_id', 'due_at'])
    .where('due_at', '>', tx.now)
    .execute();
  const keyOf = (...parts: readonly (string | number)[]): string => parts.join(' ');
  const told = new Set(links.map((link) => keyOf(link.programme_id, link.unit_id, link.person_id, link.due_at.getTime())));
  for (const seat of seats) {
    const { programmeId, unitId, personId } = seat;
    if (told.has(keyOf(programmeId, unitId, personId, owedDeadline(seat, tx.now).getTime()))) continue;
    const payload: CheckInReminder = { programmeId, unitId, personId };
    tx.enqueue({ name: 'programmes.send-check-in-reminder', payload: { ...payload } });
  }
}

/** Makes the link and mails it in one go, so that it never lies in the queue and nothing is kept of it but its hash. */
export async function sendCheckInReminder(tx: Transaction<null>, reminder: CheckInReminder): Promise<void> {
  const [seat] = await reportingSeats(tx.db, reminder);
  if (!seat || !isDue(seat, tx.now)) return;
  const dueAt = owedDeadline(seat, tx.now);
  const endAt = linkEndOf(dueAt);
  const token = newToken();
  const made = await tx.db
    .insertInto('programmes.check_in_link')
    .values({
      token_hash: tokenHash(token),
      programme_id: seat.programmeId,
      unit_id: seat.unitId,
      person_id: seat.personId,
      due_at: dueAt,
      expires_at: endAt,
      check_in_id: null,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'unit_id', 'person_id', 'due_at']).doNothing())
    .returning('token_hash')
    .executeTakeFirst();
  if (!made) return;
  const units = await unitBriefs(tx.db, [seat.unitId]);
  // The link in the mail works without signing in; on a locked screen it would be anybody's.
  notifyPeople(tx, { personIds: [seat.personId], kind: 'check-in', href: pageOf.checkIn(seat.programmeId, seat.unitId) });
  await sendMail(tx, {
    personId: seat.personId,
    template: 'check-in-reminder',
    params: {
      number: seat.number,
      programme: seat.name,
      unit: units.get(seat.unitId)?.name ?? '',
      dueAt: dueAt.toISOString(),
      endAt: endAt.toISOString(),
      reportHref: pageOf.checkInLink(token),
    },
    calendar: null,
  });
}

/** Throws away links whose time is over. */
export async function sweepCheckInLinks(tx: Transaction<null>): Promise<void> {
  await tx.db.deleteFrom('programmes.check_in_link').where('expires_at', '<=', tx.now).execute();
}
