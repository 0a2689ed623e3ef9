import { witaDate } from '@makaverse/calendar';
import type { Power } from '@makaverse/contract/identity-directory';
import type { Transaction } from '#platform/context';
import { DomainError, NotAllowed, RecordMissing } from '#platform/errors';
import { rightsTopic } from '#platform/live';
import { isLeader } from '../domain/rights.ts';
import { mailPeople } from '../mail-people.ts';
import { mayDelegate, mayRevoke } from '../policy.ts';
import { actorOf } from '../queries/actor-of.ts';
import { pageOf } from '@makaverse/contract/pages';

/** The time of a delegation is over before it begins, or lies in the past. */
class DelegationPeriodInvalid extends DomainError {
  constructor() {
    super('delegation-period-invalid', 'invalid');
  }
}
/** Powers of the mayor go only to those directly below: secretary, assistants, expert staff, deputy (UU 30/2014 art. 13). */
class DelegateNotLeader extends DomainError {
  constructor() {
    super('delegate-not-leader', 'invalid');
  }
}

/** Lets another act with a power of mine until a day, that day included. */
export async function delegate(
  tx: Transaction,
  plan: { toPersonId: string; power: Power; validFrom: string; validUntil: string; reason: string },
): Promise<string> {
  if (!mayDelegate(tx.actor)) throw new NotAllowed();
  if (plan.validUntil < plan.validFrom || plan.validUntil < witaDate(tx.now)) throw new DelegationPeriodInvalid();
  const delegatee = await actorOf(tx.db, plan.toPersonId, tx.now);
  if (!delegatee || plan.toPersonId === tx.actor.personId || !isLeader(delegatee)) throw new DelegateNotLeader();
  const id = tx.newId();
  await tx.db
    .insertInto('identity.delegation')
    .values({
      id,
      from_person_id: tx.actor.personId,
      to_person_id: plan.toPersonId,
      power: plan.power,
      valid_from: plan.validFrom,
      valid_until: plan.validUntil,
      reason: plan.reason,
      revoked_at: null,
      created_at: tx.now,
    })
    .execute();
  tx.audit({ action: 'power.delegated', object: 'delegation', objectId: id, data: { ...plan } });
  mailPeople(tx, {
    personIds: [plan.toPersonId],
    template: 'delegation-given',
    params: { from: tx.actor.name, power: plan.power, untilOn: plan.validUntil, reason: plan.reason, pageHref: pageOf.account() },
  });
  return id;
}

/** Takes a delegation back at once. */
export async function revokeDelegation(tx: Transaction, id: string): Promise<void> {
  const row = await tx.db.selectFrom('identity.delegation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new RecordMissing();
  if (!mayRevoke(tx.actor, { fromPersonId: row.from_person_id })) {
    // The receiver knows of it and may not; for everybody else it does not exist.
    throw row.to_person_id === tx.actor.personId ? new NotAllowed() : new RecordMissing();
  }
  if (row.revoked_at !== null) return;
  await tx.db.updateTable('identity.delegation').set({ revoked_at: tx.now }).where('id', '=', id).execute();
  tx.touch(rightsTopic(row.to_person_id));
  tx.audit({ action: 'power.revoked', object: 'delegation', objectId: id, data: { toPersonId: row.to_person_id, power: row.power } });
}
