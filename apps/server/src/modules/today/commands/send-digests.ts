import { addDays, formatInstant, witaDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { Ask } from '@makaverse/contract/today';
import type { Transaction } from '#platform/context';
import { text, type Language } from '#platform/language';
import type { Module } from '#platform/module';
import { actorOf, readersByMail, sendMail } from '#modules/identity';
import { digestDayOf, digestOf } from '../domain/digest.ts';
import { asksOf } from '../queries/today.ts';

/** The payload of one person's morning mail. */
export interface DigestJob {
  readonly personId: string;
  readonly language: Language;
  readonly forDay: string;
}

/** Which days' mails are remembered: longer than any job waits to be tried again. */
const daysKept = 30;

/** Puts one job for each person who can be written to into the queue, on the morning of a working day. */
export async function sendDigests(tx: Transaction<null>): Promise<void> {
  const forDay = digestDayOf(tx.now);
  if (forDay === null) return;
  await tx.db.deleteFrom('today.digest').where('for_day', '<', addDays(forDay, -daysKept)).execute();
  const written = await tx.db.selectFrom('today.digest').select('person_id').where('for_day', '=', forDay).execute();
  const done = new Set(written.map((row) => row.person_id));
  for (const { personId, language } of await readersByMail(tx.db, forDay)) {
    if (done.has(personId)) continue;
    const payload: DigestJob = { personId, language, forDay };
    tx.enqueue({ name: 'today.send-digest', payload: { ...payload } });
  }
}

/**
 * Mails a person what is asked of him, as his own page says it; nothing where nothing is asked. The day is kept with the mail in one
 * transaction, so a second run of the same morning writes none.
 */
export async function sendDigest(
  tx: Transaction<null>,
  { personId, language, forDay }: DigestJob,
  modules: readonly Module[],
): Promise<void> {
  // Yesterday's morning is over: what is asked today comes with today's mail.
  if (forDay !== witaDate(tx.now)) return;
  const actor = await actorOf(tx.db, personId, tx.now);
  if (actor === null) return;
  const claimed = await tx.db
    .insertInto('today.digest')
    .values({ person_id: personId, for_day: forDay, at: tx.now, asks: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (!claimed) return;
  const asks = await asksOf({ ...tx, actor, language }, modules);
  if (asks.length === 0) return;
  await tx.db
    .updateTable('today.digest')
    .set({ asks: asks.length })
    .where('person_id', '=', personId)
    .where('for_day', '=', forDay)
    .execute();
  const { shown, more, late } = digestOf(asks);
  const lines = shown.map((one) => lineOf(one, language, tx.request.publicUrl));
  if (more > 0) lines.push(text(language, 'today.digest.more', { count: more }));
  // Sent here and not put into the queue: what is asked of a person does not lie about, and a second try says what is asked by then.
  await sendMail(tx, {
    personId,
    template: late > 0 ? 'digest-late' : 'digest',
    params: { count: asks.length, late, list: lines.join('\n\n'), todayHref: pageOf.today() },
    calendar: null,
  });
}

function lineOf(ask: Ask, language: Language, publicUrl: string): string {
  const due = ask.dueAt === null ? null : formatInstant(new Date(ask.dueAt), language, 'short');
  const term = due === null ? 'none' : ask.isLate ? 'late' : 'open';
  return text(language, `today.digest.line.${term}`, {
    title: ask.title,
    detail: ask.detail,
    due,
    href: new URL(ask.href, publicUrl).href,
  });
}
