import { pageOf } from '@makaverse/contract/pages';
import type { ProgrammeTruth } from '@makaverse/contract/programmes-truth';
import type { Transaction } from '#platform/context';
import { EditConflict, NotAllowed, RecordMissing } from '#platform/errors';
import { mailPeople } from '#modules/identity';
import { mayRate } from '../../policy.ts';
import { carryingFactsOf } from '../../queries/carrying-facts.ts';
import type { MilestoneRow } from '../../tables.ts';
import { NothingClaimed } from '../domain/broken-rules.ts';
import { programmeTruth } from '../queries/programme-truth.ts';
import { noteStandingChange } from './keep-standing.ts';

interface Asked {
  readonly id: string;
  readonly version: number;
}

/** The reviewer confirms that a milestone reported done is done: only now it counts. */
export function confirmMilestone(tx: Transaction, asked: Asked): Promise<ProgrammeTruth> {
  return judge(tx, asked, null);
}

/** The reviewer says why it is not: the owner's word is taken back. */
export function sendMilestoneBack(tx: Transaction, asked: Asked & { readonly reason: string }): Promise<ProgrammeTruth> {
  return judge(tx, asked, asked.reason);
}

async function judge(tx: Transaction, { id, version }: Asked, reason: string | null): Promise<ProgrammeTruth> {
  const row = await tx.db.selectFrom('programmes.milestone').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new RecordMissing();
  const facts = (await carryingFactsOf(tx.db, [row.programme_id])).get(row.programme_id)!;
  if (!mayRate(tx.actor, facts)) throw new NotAllowed('truth-not-reviewer');
  if (row.version !== version) throw new EditConflict(await programmeTruth(tx, row.programme_id));
  if (row.reported_done_on === null || row.confirmed_at !== null) throw new NothingClaimed();
  const isConfirmed = reason === null;
  await tx.db
    .updateTable('programmes.milestone')
    .set({
      ...(isConfirmed ? { confirmed_at: tx.now, confirmed_by_id: tx.actor.personId } : { reported_done_on: null, reported_by_id: null }),
      version: row.version + 1,
    })
    .where('id', '=', id)
    .execute();
  await tx.db
    .insertInto('programmes.milestone_judgement')
    .values({
      id: tx.newId(),
      milestone_id: id,
      programme_id: row.programme_id,
      by_id: tx.actor.personId,
      at: tx.now,
      reported_on: row.reported_done_on,
      is_confirmed: isConfirmed,
      reason,
    })
    .execute();
  tx.audit({
    action: isConfirmed ? 'milestone.confirmed' : 'milestone.sent-back',
    object: 'programme',
    objectId: row.programme_id,
    data: { milestoneId: id, reportedOn: row.reported_done_on },
  });
  await tell(tx, row, isConfirmed);
  noteStandingChange(tx, row.programme_id);
  return programmeTruth(tx, row.programme_id);
}

/** Who reported it learns what became of it; the reason is read behind the sign-in. */
async function tell(tx: Transaction, row: MilestoneRow, isConfirmed: boolean): Promise<void> {
  if (row.reported_by_id === null) return;
  const { number, name } = await tx.db
    .selectFrom('programmes.programme')
    .select(['number', 'name'])
    .where('id', '=', row.programme_id)
    .executeTakeFirstOrThrow();
  mailPeople(tx, {
    personIds: [row.reported_by_id],
    template: isConfirmed ? 'milestone-confirmed' : 'milestone-sent-back',
    params: { number, programme: name, milestone: row.title, pageHref: pageOf.programmeTruth(row.programme_id) },
  });
  tx.touch(`person:${row.reported_by_id}`, `person:${tx.actor.personId}`);
}
