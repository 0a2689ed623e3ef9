import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { DomainError } from '#platform/errors';
import { isPassword } from '../password-hash.ts';
import { countAttempt, forgetAttempts } from './count-attempt.ts';
import { keepSession } from './keep-session.ts';
import { ownTransaction } from './own-transaction.ts';

/** Address and password do not fit each other; which of them is wrong is not said. */
class SignInFailed extends DomainError {
  constructor() {
    super('sign-in-failed', 'unauthenticated');
  }
}

/** Opens a session for whoever knows the password. @throws SignInFailed, TooManyAttempts, NoPositionHeld */
export async function signIn(
  context: Context<Actor | null>,
  given: { email: string; password: string },
): Promise<{ token: string; actor: Actor }> {
  const email = given.email.trim().toLowerCase();
  // From one place few tries; from all places together enough that a stranger cannot lock a person out at once.
  const limits = [
    { key: `sign-in ${context.request.remoteAddress} ${email}`, most: 8 },
    { key: `sign-in ${email}`, most: 60 },
  ];
  const place = { key: `sign-in from ${context.request.remoteAddress}`, most: 600 };
  await countAttempt(context.db, [...limits, place], context.now);
  const person = await context.db
    .selectFrom('identity.person as person')
    .leftJoin('identity.password as password', 'password.person_id', 'person.id')
    .select(['person.id', 'password.hash'])
    .where((any) => any(any.fn<string>('lower', ['person.email']), '=', email))
    .executeTakeFirst();
  if (!(await isPassword(given.password, person?.hash ?? null)) || !person) throw new SignInFailed();
  return ownTransaction(context, async (db) => {
    const result = await keepSession(db, { personId: person.id, method: 'password', now: context.now });
    await forgetAttempts(db, limits);
    const opened = { action: 'session.opened', object: 'person', objectId: person.id, data: { method: 'password' } };
    return { result, actorId: person.id, lines: [opened] };
  });
}
