import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { smtpMailer, type Mail, type Mailer } from '#platform/mail';

interface Received {
  readonly mail: ParsedMail;
  readonly raw: string;
  readonly from: string;
  readonly to: string[];
  readonly user: unknown;
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A real mail server on loopback that keeps what it takes, and a mailer that sends to it. */
async function mailServer(options: SMTPServerOptions = {}, account = ''): Promise<{ mailer: Mailer; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        simpleParser(raw).then((mail) => {
          const { mailFrom, rcptTo } = session.envelope;
          received.push({
            mail,
            raw: raw.toString('latin1'),
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map((one) => one.address),
            user: session.user,
          });
          done();
        }, done);
      });
    },
    ...options,
  });
  // A client that is refused may break the connection off; that is what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  const mailer = smtpMailer(`smtp://${account}127.0.0.1:${port}`, 'Makaverse <makaverse@makassar.example>');
  open.push(() => mailer.close());
  return { mailer, received };
}

const letter: Mail = {
  to: { name: 'Camat Ujung Pandang, S.STP', address: 'camat@ujungpandang.example' },
  subject: 'Undangan Rakorsus – Selasa 22 Maret 2022, pukul 19.00 WITA',
  text: 'Yth. Bapak/Ibu,\n\nMohon hadir. Jalan Ahmad Yani Nº 2 – “Ruang Sipakatau”.\n',
};

it('brings a mail to its reader as it was written', async () => {
  const { mailer, received } = await mailServer();
  expect(await mailer.send([letter])).toEqual([null]);
  expect(received).toHaveLength(1);
  const [{ mail, from, to }] = received as [Received];
  expect(from).toBe('makaverse@makassar.example');
  expect(to).toEqual([letter.to.address]);
  expect(mail.subject).toBe(letter.subject);
  expect(mail.text?.trimEnd()).toBe(letter.text.trimEnd());
  expect(mail.html).toBe(false);
  expect(mail.from?.value).toEqual([{ name: 'Makaverse', address: 'makaverse@makassar.example' }]);
  expect([mail.to].flat()[0]?.value).toEqual([letter.to]);
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail.messageId).toMatch(/@makassar\.example>$/);
  expect(mail.attachments).toEqual([]);
});

it.each(['REQUEST', 'CANCEL'] as const)('carries a calendar object with method %s beside text and HTML', async (method) => {
  const { mailer, received } = await mailServer();
  const content = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:${method}\r\nBEGIN:VEVENT\r\nSUMMARY:Rakorsus – Sipakatau\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  await mailer.send([{ ...letter, html: '<p>Mohon hadir.</p>', calendar: { method, content } }]);
  const [{ mail, raw }] = received as [Received];
  expect(mail.html).toContain('<p>Mohon hadir.</p>');
  expect(mail.text?.trimEnd()).toBe(letter.text.trimEnd());
  const invitation = mail.attachments.find((part) => part.contentType === 'text/calendar');
  expect(invitation?.content.toString('utf8')).toBe(content);
  expect(raw).toMatch(new RegExp(`Content-Type: text/calendar; charset=utf-8; method=${method}`, 'i'));
  // The richest form comes last among the alternatives (RFC 2046, 5.1.4).
  const order = ['text/plain', 'text/html', 'text/calendar'].map((type) => raw.indexOf(`Content-Type: ${type}`));
  expect(order.every((at) => at > 0)).toBe(true);
  expect(order).toEqual([...order].sort((one, other) => one - other));
  expect(mail.attachments.find((part) => part.filename === 'undangan.ics')?.content.toString('utf8')).toBe(content);
});

it('adds no header and no reader, whatever stands in subject and name', async () => {
  const { mailer, received } = await mailServer();
  await mailer.send([
    {
      ...letter,
      subject: 'Arahan\r\nBcc: other@example.org\r\n\r\n<script>',
      to: { name: 'Camat"\r\nBcc: third@example.org', address: letter.to.address },
    },
  ]);
  const [{ mail, to }] = received as [Received];
  expect(to).toEqual([letter.to.address]);
  expect(mail.bcc).toBeUndefined();
  expect(mail.headers.has('bcc')).toBe(false);
  expect(mail.text?.trimEnd()).toBe(letter.text.trimEnd());
});

it('refuses an address that is written like several', async () => {
  const { mailer, received } = await mailServer();
  const sent = await mailer.send([{ ...letter, to: { name: 'Camat', address: 'one@example.org, two@example.org' } }]);
  expect(sent).toEqual([expect.objectContaining({ name: 'MailNotSent', canTryAgain: false })]);
  expect(received).toEqual([]);
});

it('signs in with the account of the address', async () => {
  const accounts: string[] = [];
  const { mailer, received } = await mailServer(
    {
      authOptional: false,
      onAuth: (auth, _session, done) => {
        accounts.push(`${auth.username}:${auth.password}`);
        done(null, { user: auth.username });
      },
    },
    'setda:p%40ss@',
  );
  expect(await mailer.send([letter])).toEqual([null]);
  expect(accounts).toEqual(['setda:p@ss']);
  expect(received).toHaveLength(1);
});

it.each([
  [450, true],
  [550, false],
])('tells whether it can be tried again when the server answers %i', async (responseCode, canTryAgain) => {
  const { mailer } = await mailServer({
    onRcptTo: (address, _session, done) => done(Object.assign(new Error(`mailbox of ${address.address}`), { responseCode })),
  });
  const [error] = await mailer.send([letter]);
  expect(error).toMatchObject({ name: 'MailNotSent', canTryAgain, message: expect.stringContaining(`answered ${responseCode}`) });
  expect(String(error)).not.toContain(letter.to.address);
});

it('tells of each letter of a round, so that only those not taken are sent again', async () => {
  const { mailer, received } = await mailServer({
    onRcptTo: (address, _session, done) =>
      done(address.address.startsWith('full') ? Object.assign(new Error('full'), { responseCode: 452 }) : undefined),
  });
  const round = ['one', 'full', 'two'].map((name) => ({ ...letter, to: { name, address: `${name}@makassar.example` } }));
  expect(await mailer.send(round)).toEqual([null, expect.objectContaining({ canTryAgain: true }), null]);
  expect(received.map((one) => one.to.join()).toSorted()).toEqual(['one@makassar.example', 'two@makassar.example']);
});

it('says so when no mail server answers', async () => {
  const mailer = smtpMailer('smtp://127.0.0.1:9', 'makaverse@makassar.example');
  open.push(() => mailer.close());
  expect(await mailer.send([letter])).toEqual([expect.objectContaining({ name: 'MailNotSent', canTryAgain: true })]);
});

it('sends a whole round of invitations over its few connections', async () => {
  let connections = 0;
  const { mailer, received } = await mailServer({
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
  });
  const units = Array.from({ length: 57 }, (_, index) => `unit${index}@makassar.example`);
  const sent = await mailer.send(units.map((address) => ({ ...letter, to: { name: address, address } })));
  expect(sent).toEqual(units.map(() => null));
  expect(new Set(received.map((one) => one.to.join()))).toEqual(new Set(units));
  expect(received).toHaveLength(units.length);
  expect(connections).toBeLessThanOrEqual(3);
});
