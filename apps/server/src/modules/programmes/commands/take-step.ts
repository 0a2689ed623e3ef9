import type { nominationDetail } from '@makaverse/contract/programmes';
import type { z } from 'zod';
import type { Transaction } from '#platform/context';
import { EditConflict, NotAllowed, RecordMissing } from '#platform/errors';
import { ReviewOfOwnProposal, SelfAppointed } from '../domain/broken-rules.ts';
import { makeMove, type Act } from '../domain/nomination.ts';
import { mayMove, mayReadNomination, type PersonMove, type SeatFacts } from '../policy.ts';
import { seatOf, standingOf } from '../present.ts';
import { detailOf } from '../queries/nomination-detail.ts';
import type { NominationRow } from '../tables.ts';
import { lastStepOf, saveMove } from './save-move.ts';
import { tellOfMove } from './tell-of-move.ts';

/** A move as it is asked for: of which nomination, and as the caller last saw it. */
export interface AskedMove {
  readonly id: string;
  readonly version: number;
}

/**
 * Makes one person's move: locks the nomination, asks the policy, makes the move or refuses it, keeps it and tells whom it concerns.
 * `actFor` looks at the locked row and says what is done; it may refuse too.
 */
export async function takeStep(
  tx: Transaction,
  asked: AskedMove & { readonly move: PersonMove },
  actFor: (row: NominationRow) => Act | Promise<Act>,
): Promise<z.infer<typeof nominationDetail>> {
  const row = await tx.db.selectFrom('programmes.nomination').selectAll().where('id', '=', asked.id).forUpdate().executeTakeFirst();
  if (!row || !mayReadNomination(tx.actor, seatOf(row))) throw new RecordMissing();
  if (row.version !== asked.version) throw new EditConflict(await detailOf(tx, row));
  if (!mayMove(tx.actor, seatOf(row), asked.move)) throw refusalOf(tx.actor.personId, seatOf(row), asked.move);
  const last = await lastStepOf(tx.db, row.id);
  const moved = makeMove(standingOf(row, last.at), await actFor(row));
  const saved = await saveMove(tx, { row, lastSeq: last.seq, moved });
  await tellOfMove(tx, { before: row, after: saved, step: moved.step });
  return detailOf(tx, saved);
}

/** The rule that keeps this person from it, where there is one to be named. */
function refusalOf(personId: string, seat: SeatFacts, move: PersonMove): Error {
  const isOwn = personId === seat.personId || personId === seat.proposedById;
  if ((move === 'recommend' || move === 'return') && seat.state === 'proposed' && isOwn) return new ReviewOfOwnProposal();
  if (move === 'appoint' && personId === seat.personId) return new SelfAppointed();
  return new NotAllowed();
}
