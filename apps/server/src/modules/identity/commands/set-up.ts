import { timingSafeEqual } from 'node:crypto';
import { witaDate } from '@makaverse/calendar';
import type { Transaction as KyselyTransaction } from 'kysely';
import type { Database } from '#database/schema';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { DomainError } from '#platform/errors';
import { newId } from '#platform/id';
import { text } from '#platform/language';
import { fold } from '../domain/fold.ts';
import { isUnregistered } from '../queries/is-unregistered.ts';
import { tokenHash } from '../session-token.ts';
import { countAttempt } from './count-attempt.ts';
import { versionColumns } from './found-unit.ts';
import { keepSession } from './keep-session.ts';
import { lockStructure } from './lock-structure.ts';
import { ownTransaction } from './own-transaction.ts';
import { setPassword } from './set-password.ts';

/** The code is not the one on the console. */
class SetUpCodeWrong extends DomainError {
  constructor() {
    super('set-up-code-wrong', 'forbidden');
  }
}
/** Somebody is registered: the first administrator is made once. */
class AlreadySetUp extends DomainError {
  constructor() {
    super('already-set-up', 'gone');
  }
}

/** Who sets up, and which city. */
export interface SetUpPlan {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly cityName: string;
}

/** Makes the root unit and the first administrator, once. @throws AlreadySetUp, SetUpCodeWrong, PasswordTooPlain, TooManyAttempts */
export async function setUp(
  context: Context<Actor | null>,
  plan: SetUpPlan,
  setUpCode: string | null,
): Promise<{ token: string; actor: Actor }> {
  if (setUpCode === null || !(await isUnregistered(context.db))) throw new AlreadySetUp();
  await countAttempt(context.db, [{ key: 'set-up', most: 20 }], context.now);
  if (!isSame(plan.code.trim().toUpperCase(), setUpCode)) throw new SetUpCodeWrong();
  return ownTransaction(context, async (db) => {
    await lockStructure(db);
    if (!(await isUnregistered(db))) throw new AlreadySetUp();
    const { personId, unitId } = await makeFirstRecords(db, context, plan);
    await setPassword(db, { personId, password: plan.password, keptSessionId: null, now: context.now });
    const result = await keepSession(db, { personId, method: 'setup', now: context.now });
    return {
      result,
      actorId: personId,
      lines: [{ action: 'city.set-up', object: 'unit', objectId: unitId, data: { cityName: plan.cityName } }],
    };
  });
}

function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(tokenHash(given)), Buffer.from(tokenHash(expected)));
}

async function makeFirstRecords(
  db: KyselyTransaction<Database>,
  { now, language }: Context<Actor | null>,
  plan: SetUpPlan,
): Promise<{ personId: string; unitId: string }> {
  const [unitId, personId] = [newId(now), newId(now)];
  // The city itself stands in the register from its first possible day, so that units of any age can be put under it.
  const registerStart = '1945-08-17';
  const root = {
    code: 'KOTA',
    name: plan.cityName,
    shortName: plan.cityName.slice(0, 60),
    kind: 'mayor',
    parentId: null,
    presentingGroup: null,
  } as const;
  await db.insertInto('identity.unit').values({ id: unitId, created_at: now }).execute();
  await db
    .insertInto('identity.unit_version')
    .values({ id: newId(now), unit_id: unitId, valid_from: registerStart, valid_to: null, ...versionColumns(root) })
    .execute();
  await db
    .insertInto('identity.person')
    .values({ id: personId, name: plan.name, email: plan.email, phone: null, language, search: fold(plan.name), created_at: now })
    .execute();
  await db
    .insertInto('identity.position')
    .values({
      id: newId(now),
      person_id: personId,
      unit_id: unitId,
      kind: 'administrator',
      title: text(language, 'titles.administrator'),
      acting: null,
      valid_from: witaDate(now),
      valid_to: null,
      end_told_at: null,
      created_at: now,
    })
    .execute();
  return { personId, unitId };
}
