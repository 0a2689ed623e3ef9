import type { AgendaItem } from '@makaverse/contract/meetings';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { personBriefs, unitBriefs } from '#modules/identity';
import { presentItem } from '../present.ts';
import type { AgendaItemRow } from '../tables.ts';

/** The agenda of a meeting in its order. */
export async function agendaRows(db: Context['db'], meetingId: string): Promise<AgendaItemRow[]> {
  return db.selectFrom('meetings.agenda_item').selectAll().where('meeting_id', '=', meetingId).orderBy('position').orderBy('id').execute();
}

/** Agenda items as they are read, with documents and times; four reads however many there are. */
export async function agendaViews(context: Context<Actor | null>, rows: readonly AgendaItemRow[]): Promise<AgendaItem[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const { db, now } = context;
  const documents = await db
    .selectFrom('meetings.document')
    .selectAll()
    .where('item_id', 'in', ids)
    .orderBy('uploaded_at')
    .orderBy('id')
    .execute();
  const spans = await db
    .selectFrom('meetings.item_span')
    .selectAll()
    .where('item_id', 'in', ids)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  const units = await unitBriefs(
    db,
    rows.flatMap((row) => row.presenter_unit_id ?? []),
  );
  const people = await personBriefs(
    db,
    documents.map((one) => one.uploaded_by_id),
    now,
  );
  const documentsOf = Map.groupBy(documents, (one) => one.item_id);
  const spansOf = Map.groupBy(spans, (one) => one.item_id);
  return rows.map((row) => presentItem(row, { units, people, documents: documentsOf.get(row.id) ?? [], spans: spansOf.get(row.id) ?? [] }));
}

/** One agenda item as it is read. */
export async function agendaView(context: Context<Actor | null>, row: AgendaItemRow): Promise<AgendaItem> {
  return (await agendaViews(context, [row]))[0]!;
}
