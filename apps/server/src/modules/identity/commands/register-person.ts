import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { DomainError, EditConflict, RecordMissing } from '#platform/errors';
import { fold } from '../domain/fold.ts';
import { personDetail } from '../queries/people.ts';

/** Another person is registered with that address, which would sign both in. */
class EmailTaken extends DomainError {
  constructor() {
    super('email-taken', 'conflict');
  }
}

/** What is kept of a person. */
export interface PersonPlan {
  readonly name: string;
  readonly email: string;
  readonly phone?: string | undefined;
}

async function refuseTakenEmail(tx: Transaction<Actor | null>, email: string, personId: string | null): Promise<void> {
  const bearer = await tx.db
    .selectFrom('identity.person')
    .select('id')
    .where((any) => any(any.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst();
  if (bearer && bearer.id !== personId) throw new EmailTaken();
}

const columnsOf = (plan: PersonPlan): { name: string; email: string; phone: string | null; search: string } => ({
  name: plan.name,
  email: plan.email,
  phone: plan.phone || null,
  search: fold(plan.name),
});

/** Registers a person; rights come later, with a position. */
export async function registerPerson(tx: Transaction<Actor | null>, plan: PersonPlan & { readonly isDemo: boolean }): Promise<string> {
  await refuseTakenEmail(tx, plan.email, null);
  const id = tx.newId();
  await tx.db
    .insertInto('identity.person')
    .values({ id, is_demo: plan.isDemo, created_at: tx.now, ...columnsOf(plan) })
    .execute();
  tx.audit({ action: 'person.registered', object: 'person', objectId: id, data: { name: plan.name } });
  return id;
}

/** Corrects a person's name or contact data. */
export async function changePerson(tx: Transaction, change: PersonPlan & { readonly id: string; readonly version: number }): Promise<void> {
  const person = await tx.db.selectFrom('identity.person').selectAll().where('id', '=', change.id).forUpdate().executeTakeFirst();
  if (!person) throw new RecordMissing();
  if (person.version !== change.version) throw new EditConflict(await personDetail(tx, change.id));
  await refuseTakenEmail(tx, change.email, change.id);
  await tx.db
    .updateTable('identity.person')
    .set((row) => ({ ...columnsOf(change), version: row('version', '+', 1) }))
    .where('id', '=', change.id)
    .execute();
  // The log says that contact data changed, never what they are: it cannot forget.
  const changed = { email: person.email !== change.email, phone: (person.phone ?? '') !== (change.phone ?? '') };
  tx.audit({ action: 'person.changed', object: 'person', objectId: change.id, data: { name: change.name, changed } });
}
