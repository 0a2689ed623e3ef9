import { formatDate, formatInstant } from '@makaverse/calendar';
import type { Transaction } from '#platform/context';
import { text, type Language } from '#platform/language';
import { MailNotSent } from '#platform/mail';
import { withAttendee } from '../domain/attendee-line.ts';
import type { MailJob } from '../mail-people.ts';

/** Writes one mail in its reader's language and hands it to the mail server; who has no address gets none. */
export async function sendMail(tx: Transaction<null>, mail: MailJob): Promise<void> {
  const person = await tx.db
    .selectFrom('identity.person')
    .select(['name', 'email', 'language'])
    .where('id', '=', mail.personId)
    .executeTakeFirst();
  if (!person?.email) return;
  const params = { name: person.name, ...spelledOut(mail.params, person.language, tx.request.publicUrl) };
  try {
    await tx.mailer.send({
      to: { name: person.name, address: person.email },
      subject: text(person.language, `mail.${mail.template}.subject`, params),
      text: text(person.language, `mail.${mail.template}.text`, params),
      ...(mail.calendar !== null && {
        calendar: { ...mail.calendar, content: withAttendee(mail.calendar.content, { name: person.name, address: person.email }) },
      }),
    });
  } catch (error) {
    if (!(error instanceof MailNotSent) || error.canTryAgain) throw error;
    // Refused for good: sending it again would be refused again. The log keeps that this person was not reached.
    tx.audit({ action: 'mail.refused', object: 'person', objectId: mail.personId, data: { template: mail.template } });
  }
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
