import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { Clock } from '#platform/clock';
import { newId } from '#platform/id';
import type { Mailer } from '#platform/mail';

/** Keeps every mail where the demo's mailbox page shows it, and hands it on where there is a real mail server too. */
export function mailboxMailer(options: { db: Kysely<Database>; clock: Clock; next: Mailer | null }): Mailer {
  return {
    send: async (mails) => {
      const now = options.clock.now();
      const rows = mails.map((mail) => ({
        id: newId(now),
        at: now,
        to_name: mail.to.name,
        to_address: mail.to.address,
        subject: mail.subject,
        body: mail.text,
        calendar: mail.calendar?.content ?? null,
      }));
      await options.db.insertInto('platform.sent_mail').values(rows).execute();
      return options.next ? options.next.send(mails) : mails.map(() => null);
    },
    close: async () => options.next?.close(),
  };
}

/** Without a mail server nothing leaves; the log says so for each mail, without saying to whom. */
export function absentMailer(warn: (message: string) => void): Mailer {
  return {
    send: async (mails) => mails.map(() => (warn('a mail was not sent: set SMTP_URL to the address of a mail server'), null)),
    close: () => Promise.resolve(),
  };
}
