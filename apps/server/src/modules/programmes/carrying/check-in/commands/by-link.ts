import type { CheckIn, CheckInForm, checkInFields, Evidence } from '@makaverse/contract/programmes-check-in';
import type { z } from 'zod';
import type { Actor } from '#platform/actor';
import type { Context, Transaction } from '#platform/context';
import { actorOf, tokenHash } from '#modules/identity';
import { CheckInLinkOver } from '../domain/broken-rules.ts';
import { formOf } from '../queries/check-in-form.ts';
import { reportingSeats } from '../queries/seats.ts';
import type { CheckInLinkRow } from '../tables.ts';
import { addEvidence } from './add-evidence.ts';
import { sendCheckIn } from './send-check-in.ts';

type Anybody = Actor | null;
type AddEvidence = Parameters<typeof addEvidence>[1];

/** What a link opens. Once it was used it tells only that, and how much arrived. @throws CheckInLinkOver */
export async function readLink(context: Context<Anybody>, token: string): Promise<CheckInForm> {
  const { db, now } = context;
  const link = await db.selectFrom('programmes.check_in_link').selectAll().where('token_hash', '=', tokenHash(token)).executeTakeFirst();
  if (!link || link.expires_at <= now) throw new CheckInLinkOver();
  const [seat] = await reportingSeats(db, { programmeId: link.programme_id, unitId: link.unit_id, personId: link.person_id });
  if (!seat) throw new CheckInLinkOver();
  const form = { ...(await formOf(db, seat, now)), dueAt: link.due_at.toISOString(), isLate: link.due_at < now };
  if (link.check_in_id === null) return { ...form, sent: null };
  const report = await db
    .selectFrom('programmes.check_in as report')
    .select(['report.id', 'report.at'])
    .select((one) =>
      one
        .selectFrom('programmes.evidence as photo')
        .whereRef('photo.check_in_id', '=', 'report.id')
        .select((photo) => photo.fn.countAll<number>().as('count'))
        .as('photos'),
    )
    .where('report.id', '=', link.check_in_id)
    .executeTakeFirstOrThrow();
  const sent = { id: report.id, at: report.at.toISOString(), photos: report.photos ?? 0 };
  return { ...form, progress: null, lastAt: null, milestones: [], sent };
}

/** Keeps the one report of a link. Sent again with the same id it is answered as before; another one is refused. */
export async function sendByLink(
  tx: Transaction<Anybody>,
  asked: z.output<typeof checkInFields> & { readonly token: string },
): Promise<CheckIn> {
  const { token, ...report } = asked;
  const link = await lockLink(tx, token);
  if (link.check_in_id !== null && link.check_in_id !== report.id) throw new CheckInLinkOver();
  const acting = await actAs(tx, link);
  const kept = await sendCheckIn(acting, { ...report, programmeId: link.programme_id, unitId: link.unit_id, via: 'link' });
  await tx.db.updateTable('programmes.check_in_link').set({ check_in_id: report.id }).where('token_hash', '=', link.token_hash).execute();
  return kept;
}

/** Keeps a photo of the report that was sent with the link. */
export async function addEvidenceByLink(
  tx: Transaction<Anybody>,
  asked: Omit<AddEvidence, 'checkInId'> & { readonly token: string },
): Promise<Evidence> {
  const { token, ...photo } = asked;
  const link = await lockLink(tx, token);
  if (link.check_in_id === null) throw new CheckInLinkOver();
  return addEvidence(await actAs(tx, link), { ...photo, checkInId: link.check_in_id });
}

async function lockLink(tx: Transaction<Anybody>, token: string): Promise<CheckInLinkRow> {
  const link = await tx.db
    .selectFrom('programmes.check_in_link')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .forUpdate()
    .executeTakeFirst();
  if (!link || link.expires_at <= tx.now) throw new CheckInLinkOver();
  return link;
}

/** The link lends its person's name to this one act; who lost his office or the part since then lends nothing. */
async function actAs(tx: Transaction<Anybody>, link: CheckInLinkRow): Promise<Transaction> {
  const actor = await actorOf(tx.db, link.person_id, tx.now);
  const [seat] = await reportingSeats(tx.db, { programmeId: link.programme_id, unitId: link.unit_id, personId: link.person_id });
  if (!actor || !seat) throw new CheckInLinkOver();
  return { ...tx, actor };
}
