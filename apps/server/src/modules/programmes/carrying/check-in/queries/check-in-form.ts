import type { CheckInForm } from '@makaverse/contract/programmes-check-in';
import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { Context } from '#platform/context';
import { NotAllowed, RecordMissing } from '#platform/errors';
import { personBriefs, unitBriefs } from '#modules/identity';
import { owedDeadline } from '../domain/due-check-in.ts';
import { reportingSeats, type ReportingSeat } from './seats.ts';

/** What the actor is to report on. @throws RecordMissing, NotAllowed when he is not in charge */
export async function checkInFormFor(context: Context, asked: { programmeId: string; unitId?: string | undefined }): Promise<CheckInForm> {
  const { db, actor, now } = context;
  const known = await db.selectFrom('programmes.programme').select('id').where('id', '=', asked.programmeId).executeTakeFirst();
  if (!known) throw new RecordMissing();
  const [seat] = await reportingSeats(db, { ...asked, personId: actor.personId });
  if (!seat) throw new NotAllowed('check-in-not-in-charge');
  return { ...(await formOf(db, seat, now)), sent: null };
}

/** The form of one part. */
export async function formOf(db: Kysely<Database>, seat: ReportingSeat, now: Date): Promise<Omit<CheckInForm, 'sent'>> {
  const dueAt = owedDeadline(seat, now);
  const last = await db
    .selectFrom('programmes.check_in')
    .select(['progress', 'at'])
    .where('programme_id', '=', seat.programmeId)
    .where('unit_id', '=', seat.unitId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const milestones = await db
    .selectFrom('programmes.milestone')
    .select(['id', 'title', 'promised_on as promisedOn'])
    .where('programme_id', '=', seat.programmeId)
    .where((where) => where.or([where('unit_id', 'is', null), where('unit_id', '=', seat.unitId)]))
    .where('reported_done_on', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return {
    programme: { id: seat.programmeId, number: seat.number, name: seat.name, isExample: seat.isExample },
    unit: (await unitBriefs(db, [seat.unitId])).get(seat.unitId)!,
    person: (await personBriefs(db, [seat.personId], now)).get(seat.personId)!,
    dueAt: dueAt.toISOString(),
    isLate: dueAt < now,
    progress: last?.progress ?? null,
    lastAt: last?.at.toISOString() ?? null,
    milestones,
  };
}
