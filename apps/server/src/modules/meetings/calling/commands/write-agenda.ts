import { witaDate } from '@makaverse/calendar';
import { presentingGroup } from '@makaverse/contract/identity-directory';
import type { AgendaDraftItem, AgendaItem } from '@makaverse/contract/meetings';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { unitTree } from '#modules/identity';
import { checkAgenda, type StandingItem } from '../domain/arrange.ts';
import { AgendaOutOfOrder, MeetingUnitUnknown } from '../domain/broken-rules.ts';

/**
 * Writes the whole agenda of a meeting: kept points keep their words, notes and documents, left-out ones go, new ones come.
 * @throws AgendaOutOfOrder | SlotWithoutUnit | AgendaItemInUse | MeetingUnitUnknown
 */
export async function writeAgenda(tx: Transaction, meetingId: string, items: readonly AgendaDraftItem[]): Promise<void> {
  checkAgenda(items, await standingItems(tx, meetingId));
  const ids = items.map((item) => item.id);
  await refuseForeign(tx, meetingId, ids);
  const tree = await unitTree(tx.db, witaDate(tx.now));
  const groupOf = (item: AgendaDraftItem): AgendaItem['group'] => {
    if (item.presenterUnitId === null) return null;
    const unit = tree.get(item.presenterUnitId);
    if (!unit) throw new MeetingUnitUnknown();
    return item.kind === 'slot' ? presentingGroup.nullable().parse(unit.presentingGroup) : null;
  };
  await tx.db
    .deleteFrom('meetings.agenda_item')
    .where('meeting_id', '=', meetingId)
    .where(sql<boolean>`not id = any(${ids}::uuid[])`)
    .execute();
  if (items.length === 0) return;
  const rows = items.map((item, position) => ({
    id: item.id,
    meeting_id: meetingId,
    parent_id: item.parentId,
    position,
    kind: item.kind,
    title: item.title,
    minutes: item.kind === 'section' ? 0 : item.minutes,
    presenter_unit_id: item.presenterUnitId,
    presenting_group: groupOf(item),
    reason: item.reason || null,
    about_href: item.aboutHref || null,
  }));
  await tx.db
    .insertInto('meetings.agenda_item')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((same) => ({
        parent_id: same.ref('excluded.parent_id'),
        position: same.ref('excluded.position'),
        kind: same.ref('excluded.kind'),
        title: same.ref('excluded.title'),
        minutes: same.ref('excluded.minutes'),
        presenter_unit_id: same.ref('excluded.presenter_unit_id'),
        presenting_group: same.ref('excluded.presenting_group'),
        reason: same.ref('excluded.reason'),
        about_href: same.ref('excluded.about_href'),
      })),
    )
    .execute();
}

/** The points of an agenda as they stand, and whether anything would be lost with them. */
export async function standingItems(tx: Transaction, meetingId: string): Promise<StandingItem[]> {
  const { rows } = await sql<StandingItem>`
    select item.id, item.title, (item.issue <> '' or item.solution <> '' or item.innovation <> '' or item.notes <> ''
      or exists (select from meetings.document d where d.item_id = item.id)
      or exists (select from meetings.item_span s where s.item_id = item.id)) as "isInUse"
    from meetings.agenda_item item where item.meeting_id = ${meetingId}`.execute(tx.db);
  return rows;
}

// Ids are made by the caller: one that stands in another meeting must not be drawn over to this one.
async function refuseForeign(tx: Transaction, meetingId: string, ids: readonly string[]): Promise<void> {
  const foreign = await tx.db
    .selectFrom('meetings.agenda_item')
    .select('id')
    .where('meeting_id', '<>', meetingId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .limit(1)
    .executeTakeFirst();
  if (foreign) throw new AgendaOutOfOrder();
}
