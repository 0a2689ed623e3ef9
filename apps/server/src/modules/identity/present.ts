import type { Delegation, Holding } from '@makaverse/contract/identity-directory';
import type { PersonBrief, UnitBrief } from '@makaverse/contract/primitives';
import type { Selectable } from 'kysely';
import type { Database } from '#database/schema';

type Row<T extends keyof Database> = Selectable<Database[T]>;

/** A position with its unit and its holder. */
export function presentHolding(row: Row<'identity.position'>, unit: UnitBrief, person: PersonBrief): Holding {
  return {
    positionId: row.id,
    unit,
    person,
    kind: row.kind,
    title: row.title,
    acting: row.acting,
    from: row.valid_from,
    to: row.valid_to,
  };
}

/** A delegation with both people named. */
export function presentDelegation(row: Row<'identity.delegation'>, people: ReadonlyMap<string, PersonBrief>): Delegation {
  return {
    id: row.id,
    from: people.get(row.from_person_id)!,
    to: people.get(row.to_person_id)!,
    power: row.power,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    reason: row.reason,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}
