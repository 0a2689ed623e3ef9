import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import type { MailCalendar } from '#platform/mail';
import { noticeKindOf } from './push/domain/notice-kind.ts';
import { notifyPeople } from './push/notify-people.ts';

/** A mail to be written to each of some people, in the language of each. */
export interface MailToPeople {
  readonly personIds: Iterable<string>;
  /** The texts are `mail.<template>.subject` and `.text`. */
  readonly template: string;
  /**
   * Values for the texts, spelled out for each reader: a name ending in `Href` holds a page's path and leaves as a whole address,
   * one ending in `On` holds a day (`2022-03-22`), one ending in `At` a moment (ISO 8601).
   */
  readonly params: Readonly<Record<string, string | number>>;
  /** An invitation or its withdrawal to go along. */
  readonly calendar?: MailCalendar;
}

/** The payload of one mail's job. */
export interface MailJob {
  readonly personId: string;
  readonly template: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly calendar: MailCalendar | null;
}

/**
 * Puts one mail for each person into the queue; it leaves after the commit, and again until it has left. A mail that asks something of its
 * reader is told on his devices too, with the page it leads to and nothing else of it.
 */
export function mailPeople(transaction: Transaction<Actor | null>, mail: MailToPeople): void {
  const personIds = [...new Set(mail.personIds)];
  for (const personId of personIds) {
    const payload: MailJob = { personId, template: mail.template, params: mail.params, calendar: mail.calendar ?? null };
    transaction.enqueue({ name: 'identity.send-mail', payload: { ...payload } });
  }
  const kind = noticeKindOf(mail.template);
  const page = mail.params['pageHref'] ?? mail.params['meetingHref'] ?? mail.params['todayHref'];
  if (kind && typeof page === 'string') notifyPeople(transaction, { personIds, kind, href: page });
}
