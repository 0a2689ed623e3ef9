import { witaDate } from '@makaverse/calendar';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { heldOn } from '../queries/held-on.ts';

/**
 * Takes away the sign-ins of those of these people who hold no position any more. They are refused already, because every request
 * looks at the positions; this keeps no key lying about that a later appointment would make valid again.
 */
export async function endSessionsWithoutPosition(tx: Transaction<Actor | null>, personIds: readonly string[]): Promise<void> {
  await tx.db
    .deleteFrom('identity.session')
    .where('person_id', 'in', personIds)
    .where((any) =>
      any.not(
        any.exists(
          any
            .selectFrom('identity.position as held')
            .select('held.id')
            .whereRef('held.person_id', '=', 'identity.session.person_id')
            .where(heldOn('held', witaDate(tx.now))),
        ),
      ),
    )
    .execute();
}
