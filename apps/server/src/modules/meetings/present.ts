import type { AgendaItem, Meeting } from '@makaverse/contract/meetings';
import type { PersonBrief, UnitBrief } from '@makaverse/contract/primitives';
import type { MeetingCounts } from '#modules/directives';
import type { MeetingFacts, MeetingMove } from './policy.ts';
import type { AgendaItemRow, DocumentRow, ItemSpanRow, MeetingRow } from './tables.ts';

/** Somebody whom the directory knows no more keeps his place in the record. */
export function personIn(people: ReadonlyMap<string, PersonBrief>, id: string): PersonBrief {
  return people.get(id) ?? { id, name: '—', title: '' };
}

/** A meeting as it stands in a list. */
export function presentMeeting(
  row: MeetingRow,
  known: {
    facts: MeetingFacts;
    people: ReadonlyMap<string, PersonBrief>;
    counts: MeetingCounts | undefined;
    refreshOf: MeetingRow | undefined;
    mayDo: readonly MeetingMove[];
  },
): Meeting {
  const { facts, people, counts, refreshOf } = known;
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    title: row.title,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    place: row.place,
    link: row.link,
    chair: personIn(people, row.chair_id),
    clerks: facts.clerkIds.map((id) => personIn(people, id)),
    refreshOf: refreshOf ? { id: refreshOf.id, title: refreshOf.title, startsAt: refreshOf.starts_at.toISOString() } : null,
    invitedUnits: facts.unitIds.length,
    directives: counts?.directives ?? 0,
    incompleteDirectives: counts?.incomplete ?? 0,
    startedAt: row.started_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    cancelReason: row.cancel_reason,
    minutesState: facts.minutesState,
    mayDo: [...known.mayDo],
    version: row.version,
  };
}

/** An agenda item with its documents and the time it was talked about. */
export function presentItem(
  row: AgendaItemRow,
  known: {
    units: ReadonlyMap<string, UnitBrief>;
    people: ReadonlyMap<string, PersonBrief>;
    documents: readonly DocumentRow[];
    spans: readonly ItemSpanRow[];
  },
): AgendaItem {
  const { units, people, documents, spans } = known;
  const latest = spans.at(-1);
  return {
    id: row.id,
    parentId: row.parent_id,
    position: row.position,
    kind: row.kind,
    title: row.title,
    minutes: row.minutes,
    presenter: row.presenter_unit_id === null ? null : (units.get(row.presenter_unit_id) ?? null),
    group: row.presenting_group,
    slot: row.kind === 'slot' ? { issue: row.issue, solution: row.solution, innovation: row.innovation } : null,
    reason: row.reason,
    aboutHref: row.about_href,
    notes: row.notes,
    documents: documents.map((one) => presentDocument(one, people)),
    startedAt: spans[0]?.started_at.toISOString() ?? null,
    endedAt: latest?.ended_at?.toISOString() ?? null,
    version: row.version,
  };
}

/** A document as it is listed; its bytes are fetched by its id. */
export function presentDocument(row: DocumentRow, people: ReadonlyMap<string, PersonBrief>): AgendaItem['documents'][number] {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    uploadedBy: personIn(people, row.uploaded_by_id),
    uploadedAt: row.uploaded_at.toISOString(),
  };
}
