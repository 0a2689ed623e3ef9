import type { Transaction } from '#platform/context';
import { text } from '#platform/language';
import type { MailJob } from '../mail-people.ts';

/** Writes one mail in its reader's language and hands it to the mail server; who has no address gets none. */
export async function sendMail(tx: Transaction<null>, mail: MailJob): Promise<void> {
  const person = await tx.db
    .selectFrom('identity.person')
    .select(['name', 'email', 'language'])
    .where('id', '=', mail.personId)
    .executeTakeFirst();
  if (!person?.email) return;
  const params = { name: person.name, ...withWholeAddresses(mail.params, tx.request.publicUrl) };
  await tx.mailer.send({
    to: { name: person.name, address: person.email },
    subject: text(person.language, `mail.${mail.template}.subject`, params),
    text: text(person.language, `mail.${mail.template}.text`, params),
    ...(mail.calendar !== null && { calendar: mail.calendar }),
  });
}

function withWholeAddresses(params: MailJob['params'], publicUrl: string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, name.endsWith('Href') ? new URL(String(value), publicUrl).href : value]),
  );
}
