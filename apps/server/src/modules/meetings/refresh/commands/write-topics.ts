import { witaDate } from '@makaverse/calendar';
import type { AgendaDraftItem } from '@makaverse/contract/meetings';
import type { Candidate } from '@makaverse/contract/meetings-room';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { unitTree } from '#modules/identity';
import { standingItems, writeAgenda } from '../../calling/commands/write-agenda.ts';
import { deepest } from '../../calling/domain/arrange.ts';
import { agendaRows } from '../../queries/agenda-views.ts';
import type { AgendaItemRow } from '../../tables.ts';
import { placeTopics, type PlacedPoint } from '../domain/place-topics.ts';
import { shortened } from '../topic-words.ts';

const longestTitle = 300;
const longestReason = 500;

/** Writes the selected topics on a meeting's agenda, and remembers which points they are. */
export async function writeTopics(tx: Transaction, meetingId: string, selected: readonly Candidate[]): Promise<void> {
  const topics = new Map(selected.map((one) => [one.key, one]));
  const rows = new Map((await agendaRows(tx.db, meetingId)).map((row) => [row.id, row]));
  const inUse = new Set((await standingItems(tx, meetingId)).flatMap((one) => (one.isInUse ? [one.id] : [])));
  const standing = [...rows.values()].map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    topicKey: row.topic_key,
    isInUse: inUse.has(row.id),
  }));
  const placed = placeTopics(standing, [...topics.keys()], { levels: deepest, newId: () => tx.newId() });
  const tree = await unitTree(tx.db, witaDate(tx.now));
  const isUnit = (unitId: string): boolean => tree.get(unitId) !== undefined;
  await writeAgenda(
    tx,
    meetingId,
    placed.map((point) => {
      const row = rows.get(point.id);
      return point.topicKey === null ? asItStands(row!, point) : topicItem(topics.get(point.topicKey)!, point, row, isUnit);
    }),
  );
  await nameTopics(tx, placed);
}

function asItStands(row: AgendaItemRow, { id, parentId }: PlacedPoint): AgendaDraftItem {
  const { kind, title, minutes, presenter_unit_id: presenterUnitId, reason, about_href: aboutHref } = row;
  return { id, parentId, kind, title, minutes, presenterUnitId, reason, aboutHref };
}

function topicItem(
  topic: Candidate,
  { id, parentId }: PlacedPoint,
  row: AgendaItemRow | undefined,
  isUnit: (unitId: string) => boolean,
): AgendaDraftItem {
  // Made a unit's slot meanwhile, it stays that unit's: what it has written there is its own.
  const slotOf = row?.kind === 'slot' ? row.presenter_unit_id : null;
  const presenterId = topic.presenter !== null && isUnit(topic.presenter.id) ? topic.presenter.id : null;
  return {
    id,
    parentId,
    kind: slotOf === null ? 'item' : 'slot',
    title: shortened(topic.title, longestTitle),
    minutes: topic.minutes,
    presenterUnitId: slotOf ?? presenterId,
    reason: shortened(topic.reason, longestReason),
    aboutHref: topic.href,
  };
}

// A point whose topic is out keeps its key: it takes its topic up again when that comes back.
async function nameTopics(tx: Transaction, placed: readonly PlacedPoint[]): Promise<void> {
  const written = placed.filter((one) => one.topicKey !== null);
  const [ids, keys] = [written.map((one) => one.id), written.map((one) => one.topicKey)];
  await sql`update meetings.agenda_item item set topic_key = named.key
    from unnest(${ids}::uuid[], ${keys}::text[]) as named(id, key) where item.id = named.id`.execute(tx.db);
}
