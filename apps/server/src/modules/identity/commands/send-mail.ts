import { formatDate, formatInstant } from '@makaverse/calendar';
import type { Transaction } from '#platform/context';
import { text, type Language } from '#platform/language';
import type { Mail } from '#platform/mail';
import { withAttendee } from '../domain/attendee-line.ts';
import type { MailJob } from '../mail-people.ts';

/** Writes one mail in its reader's language and hands it to the mail server; who has no address gets none. */
export async function sendMail(tx: Transaction<null>, mail: MailJob): Promise<void> {
  const [error] = await sendMails(tx, [mail]);
  if (error) throw error;
}

/** As {@link sendMail}, for many; tells of each, in the order given, `null` or why it must be sent again. */
export async function sendMails(tx: Transaction<null>, mails: readonly MailJob[]): Promise<readonly (Error | null)[]> {
  if (mails.length === 0) return [];
  const people = await tx.db
    .selectFrom('identity.person')
    .select(['id', 'name', 'email', 'language'])
    .where('id', 'in', [...new Set(mails.map((mail) => mail.personId))])
    .execute();
  const readers = new Map(people.map((person) => [person.id, person]));
  const written = mails.flatMap((mail) => {
    const reader = readers.get(mail.personId);
    return reader?.email ? [{ mail, letter: letterTo({ ...reader, email: reader.email }, mail, tx.request.publicUrl) }] : [];
  });
  if (written.length === 0) return mails.map(() => null);
  const outcomes = await tx.mailer.send(written.map((one) => one.letter));
  const again = new Map<MailJob, Error>();
  for (const [index, { mail }] of written.entries()) {
    const error = outcomes[index];
    if (error?.canTryAgain) again.set(mail, error);
    // Refused for good: sending it again would be refused again. The log keeps that this person was not reached.
    else if (error) tx.audit({ action: 'mail.refused', object: 'person', objectId: mail.personId, data: { template: mail.template } });
  }
  return mails.map((mail) => again.get(mail) ?? null);
}

function letterTo(reader: { name: string; email: string; language: Language }, mail: MailJob, publicUrl: string): Mail {
  const params = { name: reader.name, ...spelledOut(mail.params, reader.language, publicUrl) };
  const to = { name: reader.name, address: reader.email };
  return {
    to,
    subject: text(reader.language, `mail.${mail.template}.subject`, params),
    text: text(reader.language, `mail.${mail.template}.text`, params),
    ...(mail.calendar !== null && { calendar: { ...mail.calendar, content: withAttendee(mail.calendar.content, to) } }),
  };
}

/** Paths become addresses, days and moments are written out as the reader says them. */
function spelledOut(params: MailJob['params'], language: Language, publicUrl: string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'number') return [name, value];
      if (name.endsWith('Href')) return [name, new URL(value, publicUrl).href];
      if (name.endsWith('On')) return [name, formatDate(value, language)];
      if (name.endsWith('At')) return [name, formatInstant(new Date(value), language)];
      return [name, value];
    }),
  );
}
