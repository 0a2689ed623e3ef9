import type { Delegation } from '@makaverse/contract/identity-directory';
import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { presentDelegation } from '../present.ts';
import { personBriefs } from './person-briefs.ts';

/** Delegations, newest first: those a person gave or got, or all; only running and coming ones where `on` names a day. */
export async function delegationsOf(
  db: Kysely<Database>,
  wanted: { personId: string | null; id?: string; on?: string; now: Date },
): Promise<Delegation[]> {
  const rows = await db
    .selectFrom('identity.delegation')
    .selectAll()
    .$if(wanted.personId !== null, (query) =>
      query.where((any) => any.or([any('from_person_id', '=', wanted.personId!), any('to_person_id', '=', wanted.personId!)])),
    )
    .$if(wanted.id !== undefined, (query) => query.where('id', '=', wanted.id!))
    .$if(wanted.on !== undefined, (query) => query.where('revoked_at', 'is', null).where('valid_until', '>=', wanted.on!))
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  const people = await personBriefs(
    db,
    rows.flatMap((row) => [row.from_person_id, row.to_person_id]),
    wanted.now,
  );
  return rows.map((row) => presentDelegation(row, people));
}
