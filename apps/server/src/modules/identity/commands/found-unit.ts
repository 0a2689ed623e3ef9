import type { Transaction } from '#platform/context';
import { fold } from '../domain/fold.ts';
import { checkPlace } from '../domain/unit-rules.ts';
import { unitTree } from '../queries/unit-tree.ts';
import type { PresentingGroup } from '../tables.ts';
import type { UnitKind } from '@makaverse/contract/identity-directory';
import type { Actor } from '#platform/actor';
import { lockStructure, refuseTakenCode } from './lock-structure.ts';

/** What a unit is called and where it stands. */
export interface UnitPlan {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly presentingGroup: PresentingGroup | null;
}

/** The columns of a version that follow from a plan. */
export function versionColumns(plan: UnitPlan): {
  code: string;
  name: string;
  short_name: string;
  kind: UnitKind;
  parent_id: string | null;
  presenting_group: PresentingGroup | null;
  search: string;
} {
  return {
    code: plan.code,
    name: plan.name,
    short_name: plan.shortName,
    kind: plan.kind,
    parent_id: plan.parentId,
    presenting_group: plan.presentingGroup,
    search: fold(`${plan.code} ${plan.name} ${plan.shortName}`),
  };
}

/** Founds a unit from a day on. */
export async function foundUnit(tx: Transaction<Actor | null>, plan: UnitPlan & { readonly validFrom: string }): Promise<string> {
  await lockStructure(tx.db);
  await refuseTakenCode(tx.db, { unitId: null, code: plan.code });
  checkPlace(await unitTree(tx.db, plan.validFrom), { unitId: null, parentId: plan.parentId, code: plan.code });
  const id = tx.newId();
  await tx.db.insertInto('identity.unit').values({ id, created_at: tx.now }).execute();
  await tx.db
    .insertInto('identity.unit_version')
    .values({ id: tx.newId(), unit_id: id, valid_from: plan.validFrom, valid_to: null, ...versionColumns(plan) })
    .execute();
  tx.audit({ action: 'unit.founded', object: 'unit', objectId: id, data: { ...plan } });
  tx.touch('directory:units');
  return id;
}
