import { witaDate } from '@makaverse/calendar';
import type { PositionKind } from '@makaverse/contract/identity-directory';
import type { PersonBrief } from '@makaverse/contract/primitives';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { officeOrder, titleOf } from '../domain/office.ts';
import { heldOn } from './held-on.ts';

interface OfficeRow {
  readonly id: string;
  readonly name: string;
  /** Null, as all of the office, for who holds none. */
  readonly kind: PositionKind | null;
  readonly title: string | null;
  readonly acting: 'plt' | 'plh' | null;
}

/** People as they are named inside other records: name and chief office at a moment or on a day; the title is empty for who held none. */
export async function personBriefs(
  db: Kysely<Database>,
  ids: Iterable<string>,
  when: Date | string,
): Promise<ReadonlyMap<string, PersonBrief>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<OfficeRow>`
    select person.id, person.name, position.kind, position.title, position.acting
    from identity.person person
    left join identity.position position on position.person_id = person.id
      and ${heldOn('position', typeof when === 'string' ? when : witaDate(when))}
    where person.id = any(${wanted}::uuid[])
    order by position.valid_from, position.id`.execute(db);
  const found = new Map<string, PersonBrief>();
  for (const [id, offices] of Map.groupBy(rows, (row) => row.id)) {
    const held = offices.flatMap(({ kind, title, acting }) => (kind && title !== null ? [{ kind, title, acting }] : []));
    const chief = held.toSorted(officeOrder)[0];
    found.set(id, { id, name: offices[0]!.name, title: chief ? titleOf(chief) : '' });
  }
  return found;
}
