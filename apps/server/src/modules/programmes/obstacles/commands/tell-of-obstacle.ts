import { pageOf } from '@makaverse/contract/pages';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { mailPeople, unitBriefs } from '#modules/identity';
import { nextClimbAt } from '../domain/clock.ts';
import { clockOf } from '../queries/delays.ts';
import type { ObstacleRow } from '../tables.ts';

/** Writes to people about an obstacle; what blocks is read behind the sign-in. */
export async function tellOfObstacle(
  tx: Transaction<Actor | null>,
  row: ObstacleRow,
  letter: {
    readonly template: 'obstacle-reported' | 'obstacle-climbed' | 'obstacle-solved' | 'obstacle-reopened' | 'obstacle-taken-on';
    readonly personIds: readonly string[];
  },
): Promise<void> {
  const readers = letter.personIds.filter((id) => id !== tx.actor?.personId);
  if (readers.length === 0) return;
  const programme = await tx.db
    .selectFrom('programmes.programme')
    .select(['number', 'name'])
    .where('id', '=', row.programme_id)
    .executeTakeFirstOrThrow();
  const units = await unitBriefs(tx.db, [row.unit_id]);
  const climbsAt = row.state === 'solved' ? null : nextClimbAt(clockOf(row), tx.now);
  mailPeople(tx, {
    personIds: readers,
    template: letter.template,
    params: {
      number: programme.number,
      programme: programme.name,
      unit: units.get(row.unit_id)?.name ?? '',
      sinceOn: row.since_on,
      ...(row.taken_on_until && { untilOn: row.taken_on_until }),
      ...(climbsAt && { climbsAt: climbsAt.toISOString() }),
      pageHref: pageOf.obstacle(row.id),
    },
  });
}
