import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { KnownUnit } from '../domain/judge-units.ts';
import type { KnownDirectory } from '../domain/people-change.ts';

/** All units in their newest version, as rows of units are judged against. */
export async function knownUnits(db: Kysely<Database>): Promise<readonly KnownUnit[]> {
  const rows = await db
    .selectFrom('identity.unit_version')
    .distinctOn('unit_id')
    .selectAll()
    .orderBy('unit_id')
    .orderBy('valid_from', 'desc')
    .execute();
  const codes = new Map(rows.map((row) => [row.unit_id, row.code]));
  return rows.map((row) => ({
    id: row.unit_id,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind,
    parentCode: row.parent_id === null ? null : (codes.get(row.parent_id) ?? null),
    presentingGroup: row.presenting_group,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

/** People, positions and units, as rows of people are judged against. */
export async function knownDirectory(db: Kysely<Database>): Promise<KnownDirectory> {
  const people = await db.selectFrom('identity.person').select(['id', 'name', 'email', 'phone']).execute();
  const positions = await db
    .selectFrom('identity.position as position')
    .innerJoin('identity.person as person', 'person.id', 'position.person_id')
    .select([
      'position.id',
      'position.person_id as personId',
      'person.name as personName',
      'position.unit_id as unitId',
      'position.kind',
      'position.title',
      'position.acting',
      'position.valid_from as from',
      'position.valid_to as to',
    ])
    .execute();
  const versions = await db
    .selectFrom('identity.unit_version')
    .select(['unit_id', 'code', 'valid_from as from', 'valid_to as to'])
    .orderBy('valid_from')
    .execute();
  const units = new Map(
    [...Map.groupBy(versions, (version) => version.unit_id)].flatMap(([id, periods]) => {
      const newest = periods.at(-1)!;
      return newest.to === null ? [[newest.code, { id, periods }]] : [];
    }),
  );
  return {
    people: new Map(people.flatMap(({ email, ...person }) => (email === null ? [] : [[email.toLowerCase(), person]]))),
    positions,
    units,
  };
}
