import { pageOf } from '@makaverse/contract/pages';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { mailPeople } from '#modules/identity';
import { officeHolders } from '../queries/people-due.ts';
import { mailParams } from './tell-of-move.ts';

/**
 * Tells who owes a name for seats that just opened, one mail a person however many; and each person named with a directive, for each.
 * A seat is marked as told in the same transaction, so the job may run again.
 */
export async function tellOpened(tx: Transaction<null>, { nominationIds }: { nominationIds: readonly string[] }): Promise<void> {
  const rows = await tx.db
    .updateTable('programmes.nomination')
    .set({ told_at: tx.now })
    .where('id', '=', sql<string>`any(${[...nominationIds]}::uuid[])`)
    .where('told_at', 'is', null)
    .returningAll()
    .execute();
  const offices = await officeHolders(tx.db, tx.now, rows);
  const owed = new Map<string, number>();
  for (const row of rows) {
    tx.touch(...offices.dueOf(row).map((id) => `person:${id}`));
    if (row.state === 'open') for (const personId of offices.dueOf(row)) owed.set(personId, (owed.get(personId) ?? 0) + 1);
    if (row.state === 'appointed')
      mailPeople(tx, {
        personIds: [row.person_id!],
        template: 'nomination-appoint',
        params: await mailParams(tx, row, row.person_id),
      });
  }
  for (const [personId, count] of owed)
    mailPeople(tx, { personIds: [personId], template: 'nominations-opened', params: { count, todayHref: pageOf.today() } });
}
