import type { UnitDetail } from '@makaverse/contract/identity-directory';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { RecordMissing } from '#platform/errors';
import { holdingsOf } from './holdings.ts';
import { unitBriefs } from './unit-briefs.ts';
import { unitTree } from './unit-tree.ts';
import { unitOn, unitsOn } from './units-on.ts';

/** A unit's place, people and former names, as seen from a day. @throws RecordMissing */
export async function unitDetail(db: Kysely<Database>, id: string, day: { on: string; now: Date }): Promise<UnitDetail> {
  const unit = await unitOn(db, id, day.on);
  if (!unit) throw new RecordMissing();
  const tree = await unitTree(db, day.on);
  const path = unit.parentId === null ? [] : tree.pathOf(unit.parentId).toReversed();
  const briefs = await unitBriefs(db, path, day.on);
  const below = new Set(tree.childrenOf(id).map((child) => child.id));
  const children = below.size === 0 ? [] : (await unitsOn(db, day.on)).filter((one) => below.has(one.id));
  return {
    ...unit,
    parents: path.flatMap((one) => briefs.get(one) ?? []),
    children,
    holdings: [...(await holdingsOf(db, { unitIds: [id], on: day.on, now: day.now }))],
    formerHoldings: [...(await holdingsOf(db, { unitIds: [id], endedBy: day.on, now: day.now }))],
    formerNames: await formerNames(db, id, unit),
  };
}

/** Names the unit bore in other times than the one shown; neighbouring periods of one name are one. */
async function formerNames(
  db: Kysely<Database>,
  id: string,
  shown: { name: string; validFrom: string },
): Promise<UnitDetail['formerNames']> {
  const rows = await db
    .selectFrom('identity.unit_version')
    .select(['name', 'valid_from', sql<string | null>`valid_to`.as('valid_to')])
    .where('unit_id', '=', id)
    .where('valid_from', '<', shown.validFrom)
    .orderBy('valid_from')
    .execute();
  const names: UnitDetail['formerNames'] = [];
  for (const row of rows) {
    const last = names.at(-1);
    if (last?.name === row.name && last.to === row.valid_from) last.to = row.valid_to;
    else names.push({ name: row.name, from: row.valid_from, to: row.valid_to });
  }
  return names.filter((one) => one.name !== shown.name || one.to !== shown.validFrom);
}
