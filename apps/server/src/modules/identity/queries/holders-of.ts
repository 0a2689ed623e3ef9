import type { PositionKind, UnitKind } from '@makaverse/contract/identity-directory';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { holderOrder } from '../domain/office.ts';
import type { Acting } from '../tables.ts';
import { heldOn } from './held-on.ts';

/** Someone who holds a position on the day asked for. */
export interface Holder {
  readonly positionId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly kind: PositionKind;
  readonly title: string;
  readonly acting: Acting;
}

/** Who holds positions on a day, in these units or of these kinds; head first, the acting head before the one who is away. */
export async function holdersOf(
  db: Kysely<Database>,
  wanted: { unitIds?: Iterable<string>; kinds?: readonly PositionKind[]; on: string },
): Promise<readonly Holder[]> {
  const unitIds = wanted.unitIds && [...new Set(wanted.unitIds)];
  if (unitIds?.length === 0) return [];
  const rows = await db
    .selectFrom('identity.position')
    .select(['id as positionId', 'person_id as personId', 'unit_id as unitId', 'kind', 'title', 'acting'])
    .where(heldOn('identity.position', wanted.on))
    .$if(unitIds !== undefined, (query) => query.where('unit_id', '=', sql<string>`any(${unitIds}::uuid[])`))
    .$if(wanted.kinds !== undefined, (query) => query.where('kind', '=', sql<PositionKind>`any(${[...wanted.kinds!]}::text[])`))
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  return rows.toSorted(holderOrder);
}

/** Someone who leads a unit, with that unit's kind and what it stands under. */
export interface Leader extends Holder {
  readonly unitKind: UnitKind;
  readonly unitParentId: string | null;
}

/** Heads and deputies on a day of these units (null: of all), and of every unit of these kinds; each with the kind of the unit he leads. */
export async function leadersOf(
  db: Kysely<Database>,
  wanted: { unitIds: Iterable<string> | null; unitKinds: readonly UnitKind[]; on: string },
): Promise<readonly Leader[]> {
  const { unitIds, unitKinds, on } = wanted;
  const rows = await db
    .selectFrom('identity.position as position')
    .innerJoin('identity.unit_version as unit', 'unit.unit_id', 'position.unit_id')
    .select([
      'position.id as positionId',
      'position.person_id as personId',
      'position.unit_id as unitId',
      'position.kind',
      'position.title',
      'position.acting',
      'unit.kind as unitKind',
      'unit.parent_id as unitParentId',
    ])
    .where(heldOn('position', on))
    .where(heldOn('unit', on))
    .where('position.kind', 'in', ['head', 'deputy'])
    .$if(unitIds !== null, (query) =>
      query.where(sql<boolean>`(position.unit_id = any(${[...new Set(unitIds)]}::uuid[]) or unit.kind = any(${[...unitKinds]}::text[]))`),
    )
    .orderBy('position.valid_from')
    .orderBy('position.id')
    .execute();
  return rows.toSorted(holderOrder);
}

/** The head of each unit on a day: who acts for him where somebody does. Units without one are absent. */
export async function headsOf(db: Kysely<Database>, unitIds: Iterable<string>, on: string): Promise<ReadonlyMap<string, string>> {
  const holders = await holdersOf(db, { unitIds, kinds: ['head'], on });
  const heads = new Map<string, string>();
  for (const holder of holders) if (!heads.has(holder.unitId)) heads.set(holder.unitId, holder.personId);
  return heads;
}

/** Whether a person holds any position in a unit on a day. */
export async function isPersonInUnit(db: Kysely<Database>, personId: string, unitId: string, on: string): Promise<boolean> {
  const row = await db
    .selectFrom('identity.position')
    .select('id')
    .where('person_id', '=', personId)
    .where('unit_id', '=', unitId)
    .where(heldOn('identity.position', on))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
