import type { PositionKind } from '@makaverse/contract/identity-directory';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import {
  HeadAlreadyThere,
  isCovered,
  isDefinitiveHead,
  overlaps,
  PositionOutsideUnit,
  PositionPeriodInvalid,
} from '../domain/position-rules.ts';
import type { Acting } from '../tables.ts';

/** A position to be held. */
export interface Appointment {
  readonly personId: string;
  readonly unitId: string;
  readonly kind: PositionKind;
  readonly title: string;
  readonly acting: Acting;
  readonly from: string;
  readonly to: string | null;
}

/** Gives a person a position in a unit; its rights begin with its first day. */
export async function appointToPosition(tx: Transaction<Actor | null>, plan: Appointment): Promise<string> {
  if (plan.to !== null && plan.to <= plan.from) throw new PositionPeriodInvalid();
  const person = await tx.db.selectFrom('identity.person').select('id').where('id', '=', plan.personId).executeTakeFirst();
  // Two appointments to one unit wait for each other, so that the second sees the first.
  const unit = await tx.db.selectFrom('identity.unit').select('id').where('id', '=', plan.unitId).forUpdate().executeTakeFirst();
  if (!person || !unit) throw new RecordMissing();
  const versions = await tx.db
    .selectFrom('identity.unit_version')
    .select(['valid_from as from', 'valid_to as to'])
    .where('unit_id', '=', plan.unitId)
    .orderBy('valid_from')
    .execute();
  if (!isCovered(plan, versions)) throw new PositionOutsideUnit();
  if (isDefinitiveHead(plan)) await refuseSecondHead(tx, plan);
  const id = tx.newId();
  await tx.db
    .insertInto('identity.position')
    .values({
      id,
      person_id: plan.personId,
      unit_id: plan.unitId,
      kind: plan.kind,
      title: plan.title,
      acting: plan.acting,
      valid_from: plan.from,
      valid_to: plan.to,
      end_told_at: null,
      created_at: tx.now,
    })
    .execute();
  tx.audit({ action: 'position.given', object: 'position', objectId: id, data: { ...plan } });
  tx.touch('directory:units');
  return id;
}

async function refuseSecondHead(tx: Transaction<Actor | null>, plan: Appointment): Promise<void> {
  const heads = await tx.db
    .selectFrom('identity.position as position')
    .innerJoin('identity.person as person', 'person.id', 'position.person_id')
    .select(['person.name', 'position.valid_from as from', 'position.valid_to as to'])
    .where('position.unit_id', '=', plan.unitId)
    .where('position.kind', '=', 'head')
    .where('position.acting', 'is', null)
    .execute();
  const other = heads.find((head) => overlaps(head, plan));
  if (other) throw new HeadAlreadyThere(other.name);
}
