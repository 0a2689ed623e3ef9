import { createTransport } from 'nodemailer';

/** One person a mail goes to. */
interface MailRecipient {
  readonly name: string;
  readonly address: string;
}

/** An invitation or its withdrawal as an iCalendar object (RFC 5545); the method stands in it too (RFC 5546). */
export interface MailCalendar {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

/** A mail to one person. */
export interface Mail {
  readonly to: MailRecipient;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly calendar?: MailCalendar;
}

/** Sends mail. */
export interface Mailer {
  /** Fulfilled when each has been tried: in the order given, `null` for a mail some server has taken, otherwise why none did. */
  send(mails: readonly Mail[]): Promise<readonly (MailNotSent | null)[]>;
  close(): Promise<void>;
}

/** No mail server took the mail. The address is not repeated: messages end up in logs. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
  /** Whether trying again later can help: a 5xx answer is final (RFC 5321, 4.2.1). */
  readonly canTryAgain: boolean;
  constructor(reason: string, options: { canTryAgain: boolean; cause: unknown }) {
    super(`The mail was not sent: ${reason}. Check SMTP_URL and the mail server, then try again.`, { cause: options.cause });
    this.canTryAgain = options.canTryAgain;
  }
}

const answerWithinMs = 20_000;

/** Sends through a mail server (`smtp://` upgrades to TLS where offered, `smtps://` starts with it) over a few kept connections. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    pool: true,
    url,
    maxConnections: 3,
    connectionTimeout: answerWithinMs,
    greetingTimeout: answerWithinMs,
    dnsTimeout: answerWithinMs,
    socketTimeout: 3 * answerWithinMs,
    // The content of a mail must never be read from a path or an address somebody typed.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const sendOne = async (mail: Mail): Promise<null> => {
    await transport.sendMail({
      from,
      to: { name: mail.to.name, address: mail.to.address },
      subject: mail.subject,
      text: mail.text,
      ...(mail.html === undefined ? {} : { html: mail.html }),
      // Shown as an invitation by mail programs as an alternative of the text (RFC 6047, 2.4), and attached for the others.
      ...(mail.calendar === undefined
        ? {}
        : { icalEvent: { method: mail.calendar.method, content: mail.calendar.content, filename: 'undangan.ics' } }),
      // Keeps answering machines quiet (RFC 3834, 5).
      headers: { 'Auto-Submitted': 'auto-generated' },
      xMailer: false,
    });
    return null;
  };
  return {
    send: (mails) => Promise.all(mails.map((mail) => sendOne(mail).catch(notSent))),
    close: async () => transport.close(),
  };
}

function notSent(error: unknown): MailNotSent {
  const has = (name: string): unknown =>
    typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
  const answer = has('responseCode');
  const code = has('code');
  const reason =
    typeof answer === 'number'
      ? `the mail server answered ${answer}`
      : `the mail server could not be used (${typeof code === 'string' ? code : 'unknown'})`;
  return new MailNotSent(reason, { canTryAgain: !(typeof answer === 'number' && answer >= 500), cause: error });
}
