import type { Transaction as KyselyTransaction } from 'kysely';
import type { Database } from '#database/schema';
import type { Context } from '#platform/context';
import { DomainError } from '#platform/errors';
import { refusePlainPassword } from '../domain/password-rules.ts';
import { hashPassword, isPassword } from '../password-hash.ts';
import { countAttempt, forgetAttempts } from './count-attempt.ts';
import { forgetOtherDevices } from '../push/commands/keep-devices.ts';
import { ownTransaction } from './own-transaction.ts';

/** The present password was not given rightly. */
class PasswordWrong extends DomainError {
  constructor() {
    super('password-wrong', 'invalid');
  }
}

/** Sets a person's password; the sign-ins and told devices there are end, but for `keptSessionId`'s. @throws PasswordTooPlain */
export async function setPassword(
  db: KyselyTransaction<Database>,
  change: { personId: string; password: string; keptSessionId: string | null; now: Date },
): Promise<void> {
  const person = await db
    .selectFrom('identity.person')
    .select(['name', 'email'])
    .where('id', '=', change.personId)
    .executeTakeFirstOrThrow();
  refusePlainPassword(change.password, person);
  const columns = { hash: await hashPassword(change.password), changed_at: change.now };
  await db
    .insertInto('identity.password')
    .values({ person_id: change.personId, ...columns })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(columns))
    .execute();
  await forgetOtherDevices(db, change.personId, change.keptSessionId);
  await db
    .deleteFrom('identity.session')
    .where('person_id', '=', change.personId)
    .$if(change.keptSessionId !== null, (query) => query.where('id', '<>', change.keptSessionId!))
    .execute();
  await db.deleteFrom('identity.one_time_link').where('person_id', '=', change.personId).execute();
}

/** Changes my password; my other sign-ins end. @throws PasswordWrong, PasswordTooPlain, TooManyAttempts */
export async function changePassword(context: Context, given: { current: string; next: string }): Promise<void> {
  const { personId, sessionId } = context.actor;
  const limits = [{ key: `password ${personId}`, most: 8 }];
  await countAttempt(context.db, limits, context.now);
  const stored = await context.db.selectFrom('identity.password').select('hash').where('person_id', '=', personId).executeTakeFirst();
  if (!(await isPassword(given.current, stored?.hash ?? null))) throw new PasswordWrong();
  await ownTransaction(context, async (db) => {
    await setPassword(db, { personId, password: given.next, keptSessionId: sessionId, now: context.now });
    await forgetAttempts(db, limits);
    return { result: undefined, actorId: personId, lines: [{ action: 'password.changed', object: 'person', objectId: personId }] };
  });
}
