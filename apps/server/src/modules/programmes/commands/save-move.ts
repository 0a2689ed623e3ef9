import { witaDate } from '@makaverse/calendar';
import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { noteNomination, setPersonInCharge } from '#modules/directives';
import { headsOf } from '#modules/identity';
import type { Moved, Move } from '../domain/nomination.ts';
import { nextNoticeAt } from '../domain/notices.ts';
import type { NominationRow } from '../tables.ts';
import { stepRow } from './step-row.ts';

const doneAs: Readonly<Record<Move, string>> = {
  open: 'reopened',
  propose: 'proposed',
  return: 'returned',
  recommend: 'recommended',
  appoint: 'appointed',
  accept: 'accepted',
  decline: 'declined',
  counter: 'countered',
  replace: 'replaced',
  cancel: 'cancelled',
};

/** The newest step of a nomination; every nomination has its opening. */
export async function lastStepOf(db: Kysely<Database>, nominationId: string): Promise<{ seq: number; at: Date }> {
  return db
    .selectFrom('programmes.nomination_step')
    .select(['seq', 'at'])
    .where('nomination_id', '=', nominationId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** Keeps a move of a locked nomination with its step, its audit line, its live notices and what follows for the task. */
export async function saveMove(
  tx: Transaction<Actor | null>,
  change: { row: NominationRow; lastSeq: number; moved: Moved },
): Promise<NominationRow> {
  const { row, moved } = change;
  const { standing, step } = moved;
  const saved = await tx.db
    .updateTable('programmes.nomination')
    .set({
      state: standing.state,
      person_id: standing.personId,
      suggested_id: standing.suggestedId,
      reasons: standing.reasons,
      proposed_by_id: standing.proposedById,
      moved_by_id: standing.movedById,
      since: standing.since,
      due_at: standing.dueAt,
      next_notice_at: nextNoticeAt(standing.since, standing.dueAt, standing.since),
      version: row.version + 1,
      ...(step.action === 'propose' && (await reviewerOfToday(tx, row))),
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await tx.db
    .insertInto('programmes.nomination_step')
    .values(stepRow({ id: tx.newId(), nominationId: row.id, seq: change.lastSeq + 1, step }))
    .execute();
  // Reasons stay out of the log: it is read by people who do not decide on nominations.
  tx.audit({
    action: `nomination.${doneAs[step.action as Move]}`,
    object: 'nomination',
    objectId: row.id,
    data: { from: row.state, to: standing.state, personId: step.personId, number: row.subject_number },
  });
  tx.touch(`nomination:${row.id}`);
  if (row.seat_kind === 'programme') tx.touch(`programme:${row.seat_id}`);
  else await followInTask(tx, row, moved);
  return saved;
}

/**
 * Each proposal is vetted by who heads the reviewer's office when it is made. Where nobody does, every reviewer may: it must not wait for
 * an empty chair. And where the head himself has a part in it, the others stand in, though he is not the one named at first.
 */
async function reviewerOfToday(tx: Transaction<Actor | null>, row: NominationRow): Promise<Partial<Pick<NominationRow, 'reviewer_id'>>> {
  if (row.reviewer_unit_id === null) return {};
  const heads = await headsOf(tx.db, [row.reviewer_unit_id], witaDate(tx.now));
  return { reviewer_id: heads.get(row.reviewer_unit_id) ?? null };
}

/** The task shows a name only while that person has agreed to answer for it. */
async function followInTask(tx: Transaction<Actor | null>, row: NominationRow, { standing, step }: Moved): Promise<void> {
  if (standing.state === 'accepted') await setPersonInCharge(tx, row.seat_id, standing.personId);
  // A name given and then refused or taken back is owed again by the unit; a seat that is gone owes nothing.
  else if (step.action !== 'cancel' && (row.state === 'accepted' || row.state === 'appointed'))
    await setPersonInCharge(tx, row.seat_id, null);
  if (step.action === 'propose') await noteNomination(tx, row.seat_id, step.at);
}
