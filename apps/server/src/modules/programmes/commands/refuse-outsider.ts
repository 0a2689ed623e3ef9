import type { Transaction } from '#platform/context';
import { unitBriefs } from '#modules/identity';
import { NomineeOutsideUnit } from '../domain/broken-rules.ts';
import { unitPathsOf } from '../queries/unit-paths.ts';

/** A nominee holds a position in the unit, or in one below it, on this very day. @throws NomineeOutsideUnit */
export async function refuseOutsider(tx: Transaction, nominee: { personId: string; unitId: string }): Promise<void> {
  const paths = await unitPathsOf(tx, nominee.personId);
  if (paths.some((path) => path.includes(nominee.unitId))) return;
  const unit = (await unitBriefs(tx.db, [nominee.unitId])).get(nominee.unitId);
  throw new NomineeOutsideUnit(unit?.name ?? '');
}
