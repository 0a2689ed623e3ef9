import type { nominationDetail } from '@makaverse/contract/programmes';
import type { z } from 'zod';
import type { Transaction } from '#platform/context';
import { refuseOutsider } from './refuse-outsider.ts';
import { takeStep, type AskedMove } from './take-step.ts';

/** Head or deputy proposes a person of the unit, or of one below it, with reasons. */
export function propose(
  tx: Transaction,
  input: AskedMove & { readonly personId: string; readonly reasons: string },
): Promise<z.infer<typeof nominationDetail>> {
  return takeStep(tx, { ...input, move: 'propose' }, async (row) => {
    await refuseOutsider(tx, { personId: input.personId, unitId: row.unit_id });
    return { move: 'propose', byId: tx.actor.personId, at: tx.now, personId: input.personId, reason: input.reasons };
  });
}
