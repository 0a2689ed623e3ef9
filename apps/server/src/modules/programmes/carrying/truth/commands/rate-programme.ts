import type { ProgrammeTruth, Light } from '@makaverse/contract/programmes-truth';
import type { Transaction } from '#platform/context';
import { NotAllowed, RecordMissing } from '#platform/errors';
import { mayRate } from '../../policy.ts';
import { carryingFactsOf } from '../../queries/carrying-facts.ts';
import { programmeTruth } from '../queries/programme-truth.ts';

/** The reviewer sets a light and signs it; the one before stays on record. */
export async function rateProgramme(
  tx: Transaction,
  { id, light, reason }: { readonly id: string; readonly light: Light; readonly reason: string },
): Promise<ProgrammeTruth> {
  const facts = (await carryingFactsOf(tx.db, [id])).get(id);
  if (!facts) throw new RecordMissing();
  if (!mayRate(tx.actor, facts)) throw new NotAllowed('truth-not-reviewer');
  await tx.db
    .insertInto('programmes.rating')
    .values({ id: tx.newId(), programme_id: id, by_id: tx.actor.personId, at: tx.now, light, reason })
    .execute();
  tx.audit({ action: 'programme.rated', object: 'programme', objectId: id, data: { light } });
  tx.touch(`programme:${id}`);
  return programmeTruth(tx, id);
}
