import { pageOf } from '@makaverse/contract/pages';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { DomainError, NotAllowed, RecordMissing } from '#platform/errors';
import { mayKeepDirectory } from '../policy.ts';
import { actorOf } from '../queries/actor-of.ts';
import { newToken, tokenHash } from '../session-token.ts';
import { countAttempt } from './count-attempt.ts';
import { keepSession } from './keep-session.ts';
import { sendMail } from './send-mail.ts';
import { setPassword } from './set-password.ts';

const validForMs = 60 * 60_000;

/** The link was used, is older than an hour, or never was one. */
class LinkInvalid extends DomainError {
  constructor() {
    super('link-invalid', 'gone');
  }
}
/** There is nowhere to send the invitation. */
class EmailMissing extends DomainError {
  constructor() {
    super('email-missing', 'invalid');
  }
}

/** Payload of the job that makes and mails a link. The link itself is made there, so that it never lies in the queue. */
export interface LinkJob {
  readonly to: { readonly email: string } | { readonly personId: string };
  readonly template: 'set-password' | 'invitation';
}

/** Asks for a link. The same is done for every address, known or not, so neither answer nor time tells who is registered. */
export async function requestLink(tx: Transaction<Actor | null>, email: string): Promise<void> {
  const known = email.trim().toLowerCase();
  await countAttempt(
    tx.db,
    [
      { key: `link ${known}`, most: 3 },
      { key: `link ${tx.request.remoteAddress}`, most: 30 },
    ],
    tx.now,
  );
  const payload: LinkJob = { to: { email: known }, template: 'set-password' };
  tx.enqueue({ name: 'identity.send-link', payload: { ...payload } });
}

/** Mails a person the link to a first password. */
export async function invitePerson(tx: Transaction, personId: string): Promise<void> {
  if (!mayKeepDirectory(tx.actor)) throw new NotAllowed();
  const person = await tx.db.selectFrom('identity.person').select('email').where('id', '=', personId).executeTakeFirst();
  if (!person) throw new RecordMissing();
  if (!person.email) throw new EmailMissing();
  const payload: LinkJob = { to: { personId }, template: 'invitation' };
  tx.enqueue({ name: 'identity.send-link', payload: { ...payload } });
  tx.audit({ action: 'person.invited', object: 'person', objectId: personId });
}

/** Makes a link and mails it. Who is not registered or holds no position gets none. */
export async function sendLink(tx: Transaction<null>, job: LinkJob): Promise<void> {
  const { to } = job;
  const person = await tx.db
    .selectFrom('identity.person')
    .select('id')
    .where((any) => ('email' in to ? any(any.fn<string>('lower', ['email']), '=', to.email) : any('id', '=', to.personId)))
    .executeTakeFirst();
  if (!person || !(await actorOf(tx.db, person.id, tx.now))) return;
  const token = newToken();
  await tx.db
    .insertInto('identity.one_time_link')
    .values({ token_hash: tokenHash(token), person_id: person.id, expires_at: new Date(tx.now.getTime() + validForMs) })
    .execute();
  await sendMail(tx, { personId: person.id, template: job.template, params: { linkHref: pageOf.redeemLink(token) }, calendar: null });
}

/** Sets a password with a link and signs in; the link and all sign-ins there were end. @throws LinkInvalid, PasswordTooPlain */
export async function redeemLink(
  tx: Transaction<Actor | null>,
  given: { token: string; password: string },
): Promise<{ token: string; actor: Actor }> {
  const link = await tx.db
    .deleteFrom('identity.one_time_link')
    .where('token_hash', '=', tokenHash(given.token))
    .returning(['person_id', 'expires_at'])
    .executeTakeFirst();
  if (!link || link.expires_at <= tx.now) throw new LinkInvalid();
  const personId = link.person_id;
  await setPassword(tx.db, { personId, password: given.password, keptSessionId: null, now: tx.now });
  tx.audit({ action: 'password.set-by-link', object: 'person', objectId: personId });
  return keepSession(tx.db, { personId, method: 'link', now: tx.now });
}
