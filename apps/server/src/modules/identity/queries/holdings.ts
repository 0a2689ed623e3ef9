import { witaDate } from '@makaverse/calendar';
import type { Holding } from '@makaverse/contract/identity-directory';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { holderOrder } from '../domain/office.ts';
import { presentHolding } from '../present.ts';
import { heldOn } from './held-on.ts';
import { personBriefs } from './person-briefs.ts';
import { unitBriefs } from './unit-briefs.ts';

/** Positions as the directory shows them: of people, in units, or single ones; held on a day, or before or after it. */
export async function holdingsOf(
  db: Kysely<Database>,
  wanted: {
    personIds?: readonly string[];
    unitIds?: readonly string[];
    positionId?: string;
    on?: string;
    endedBy?: string;
    now: Date;
  },
): Promise<readonly Holding[]> {
  const rows = await db
    .selectFrom('identity.position')
    .selectAll()
    .$if(wanted.personIds !== undefined, (query) => query.where('person_id', '=', sql<string>`any(${wanted.personIds}::uuid[])`))
    .$if(wanted.unitIds !== undefined, (query) => query.where('unit_id', '=', sql<string>`any(${wanted.unitIds}::uuid[])`))
    .$if(wanted.positionId !== undefined, (query) => query.where('id', '=', wanted.positionId!))
    .$if(wanted.on !== undefined, (query) => query.where(heldOn('identity.position', wanted.on!)))
    .$if(wanted.endedBy !== undefined, (query) => query.where('valid_to', '<=', wanted.endedBy!))
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute();
  const people = await personBriefs(
    db,
    rows.map((row) => row.person_id),
    wanted.on ?? wanted.now,
  );
  const units = await unitBriefs(
    db,
    rows.map((row) => row.unit_id),
    wanted.on ?? witaDate(wanted.now),
  );
  const sorted = wanted.endedBy === undefined ? rows.toSorted(holderOrder) : rows;
  return sorted.flatMap((row) => {
    const [person, unit] = [people.get(row.person_id), units.get(row.unit_id)];
    return person && unit ? [presentHolding(row, unit, person)] : [];
  });
}
